import { Readable } from 'node:stream';

import { describe, expect, it, vi } from 'vitest';

import type { CommandContext } from '../../../src/commands/command.js';
import { eraseCommand } from '../../../src/commands/erase.js';
import { NOW } from '../../support/builders.js';

describe('tandem erase', () => {
  const refusalOf = async (...args: readonly string[]): Promise<string> => {
    const said: string[] = [];
    const opened = vi.fn();
    const say = vi.spyOn(process.stderr, 'write').mockImplementation((text) => said.push(String(text)) > 0);
    const context: CommandContext = {
      ...{ env: {}, now: () => NOW, interactive: false, stdin: Readable.from([]), withStores: opened },
      out: (line) => said.push(line),
      err: (line) => said.push(line),
    };
    try {
      await expect(eraseCommand(context).exitOverride().parseAsync(args, { from: 'user' })).rejects.toThrow();
    } finally {
      say.mockRestore();
    }
    expect(opened).not.toHaveBeenCalled();
    return said.join('\n');
  };

  it.each([['--canary-4711'], ['-canary-4711'], ['--canary-4711', '4712'], ['--json=canary-4711'], ['4711', 'canary-4711']])(
    'says what is wrong without repeating what may be a customer’s id: %s',
    async (...args) => {
      const said = await refusalOf(...args);
      expect(said).toContain('error: ');
      expect(said).not.toContain('4711');
    },
  );

  it('says how an id that begins with a dash is given', async () => {
    expect(await refusalOf('--canary')).toContain('tandem erase -- ');
  });

  it('says that the customer is missing', async () => {
    expect(await refusalOf()).toContain("missing required argument 'customer'");
  });
});
