import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import type { Example } from '../../../src/demo/playground/example.js';
import { ask, type HttpAnswer } from './ask.js';
import type { RunningProgram } from './running-program.js';
import type { Workplace } from './workplace.js';

/** `tandem start`, ready. */
export interface Demo {
  readonly program: RunningProgram;
  readonly gateway: string;
  readonly tandem: string;
  readonly catalogue: string;
  readonly customers: string;
  /** What the gateway proves itself with to the subgraphs, as the terminal shows it. */
  readonly credential: string;
  /** Asks the gateway. */
  ask(query: string, variables?: Readonly<Record<string, unknown>>, headers?: Readonly<Record<string, string>>): Promise<HttpAnswer>;
  /** The playground's tabs, made anew. */
  examples(): Promise<readonly Example[]>;
  /** Sends a tab as it stands. */
  askExample(example: Example): Promise<HttpAnswer>;
}

const addressIn = (text: string, what: RegExp): string => {
  const address = what.exec(text)?.[1];
  if (address === undefined) throw new Error(`The start shows no ${String(what)}:\n${text}`);
  return address;
};

/** Where the embedded store of a folder can be reached while a program runs it. */
export const storeUriOf = async (dataDir: string): Promise<string> => {
  const { uri } = JSON.parse(await readFile(join(dataDir, 'store.lock'), 'utf8')) as { readonly uri: string };
  return uri;
};

/** Starts the demo on free ports and waits until it says how to stop it. */
export const startDemo = async (workplace: Workplace, dataDir: string, port = 0): Promise<Demo> => {
  const program = workplace.start(['start', '--port', String(port), '--data-dir', dataDir]);
  await program.said(/Ctrl-C stops it/);
  const shown = program.out();
  const gateway = addressIn(shown, /Gateway +(\S+)/);
  const askGateway: Demo['ask'] = (...request) => ask(gateway, ...request);
  return {
    program,
    gateway,
    tandem: addressIn(shown, /tandem +(\S+)/),
    catalogue: addressIn(shown, /catalogue +(\S+)/),
    customers: addressIn(shown, /customers +(\S+)/),
    credential: addressIn(shown, /x-gateway-credential: (\S+)/),
    ask: askGateway,
    examples: async () => {
      const response = await fetch(new URL('/playground/examples.json', gateway));
      return (await response.json()) as readonly Example[];
    },
    askExample: ({ query, variables, headers }) => askGateway(query, variables, headers),
  };
};
