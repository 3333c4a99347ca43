import { mkdtemp, readFile, readlink, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execFileSync } from 'node:child_process';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { replaceFile } from '../../src/commands/rules/replace-file.js';

describe('a file that is written in the place of another', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'tandem-out-'));
  });
  afterAll(async () => rm(folder, { recursive: true }));

  it('follows a link to what it leads to, and leaves the link', async () => {
    const [target, link] = [join(folder, 'target.html'), join(folder, 'link.html')];
    await writeFile(target, 'old');
    await symlink(target, link);
    expect(await replaceFile(link, 'new', true)).toBeNull();
    expect([await readFile(target, 'utf8'), await readlink(link)]).toEqual(['new', target]);
  });

  it('never takes the place of a pipe', async () => {
    const pipe = join(folder, 'pipe');
    execFileSync('mkfifo', [pipe]);
    expect(await replaceFile(pipe, 'new', true)).toBe('it is no file');
  });
});
