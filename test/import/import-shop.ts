import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { CommandFailure, type CommandContext } from '../../src/commands/command.js';
import { importCommand } from '../../src/commands/import.js';
import type { ImportReport } from '../../src/import/report/import-report.js';
import type { Stores } from '../../src/stores/open.js';
import { InMemoryFacts, InMemoryProfiles } from '../support/in-memory-facts.js';

/** The clock of every import test. */
export const NOW = new Date('2026-06-01T12:00:00Z');

/** A shop in memory, and `tandem import` on it. */
export class ImportShop {
  readonly facts = new InMemoryFacts();
  readonly profiles = new InMemoryProfiles();
  readonly out: string[] = [];
  readonly err: string[] = [];
  /** Whether a person looks on. */
  interactive = false;
  /** How many times the stores were opened. */
  opened = 0;

  /** Runs the command on a text or bytes as standard input; answers its report. */
  async run(kind: string, input: string | Uint8Array, ...options: string[]): Promise<ImportReport> {
    await this.command([kind, '-', '--json', ...options], [typeof input === 'string' ? Buffer.from(input) : input]);
    return this.report();
  }

  /** Runs the command that must fail; answers its message. */
  async failing(kind: string, input: string | Uint8Array, ...options: string[]): Promise<string> {
    try {
      await this.run(kind, input, ...options);
    } catch (error) {
      if (error instanceof CommandFailure) return error.message;
      throw error;
    }
    throw new Error('the import should have failed');
  }

  /** The last report that was printed. */
  report(): ImportReport {
    return JSON.parse(this.out.at(-1) ?? 'null') as ImportReport;
  }

  async command(words: readonly string[], chunks: readonly Uint8Array[] = []): Promise<void> {
    const command = importCommand(this.#context(chunks)).exitOverride();
    await command.parseAsync(words, { from: 'user' });
  }

  #context(chunks: readonly Uint8Array[]): CommandContext {
    const stores = { facts: this.facts, profiles: this.profiles } as unknown as Stores;
    return {
      env: {},
      out: (line) => this.out.push(line),
      err: (line) => this.err.push(line),
      now: () => NOW,
      stdin: Readable.from(chunks),
      interactive: this.interactive,
      withStores: (run) => {
        this.opened += 1;
        return run(stores);
      },
    };
  }
}

/** A file of its own with these contents; answers its path. */
export const aFile = (name: string, contents: string | Uint8Array): string => {
  const path = join(mkdtempSync(join(tmpdir(), 'import-test-')), name);
  writeFileSync(path, contents);
  return path;
};

/** The header of an orders file with the columns that orders need and a customer. */
export const ORDER_HEADER = 'order_id,placed_at,product_id,quantity,unit_price,currency,customer_id';
