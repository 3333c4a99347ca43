import type { Collections } from '../../src/stores/collections.js';

/** Runs one command when it is its turn. */
type Turn = <T>(command: () => Promise<T>) => Promise<T>;

const COMMANDS = new Set(['insertOne', 'insertMany', 'bulkWrite', 'updateOne', 'replaceOne', 'deleteOne', 'deleteMany', 'distinct', 'findOne', 'countDocuments', 'estimatedDocumentCount', 'toArray']);

const stepped = (target: object, turn: Turn): object => {
  const proxy: object = new Proxy(target, {
    get: (_, name) => {
      if (name === Symbol.asyncIterator)
        return async function* iterate() {
          const found = await turn(async () => Reflect.apply(Reflect.get(target, 'toArray', target) as () => Promise<unknown[]>, target, []));
          yield* found;
        };
      const member: unknown = Reflect.get(target, name, target);
      if (typeof member !== 'function') return member;
      return (...args: unknown[]): unknown => {
        if (COMMANDS.has(String(name))) return turn(async () => Reflect.apply(member, target, args) as Promise<unknown>);
        const result: unknown = Reflect.apply(member, target, args);
        if (result === target) return proxy;
        return name === 'find' ? stepped(result as object, turn) : result;
      };
    },
  });
  return proxy;
};

const steppedCollections = (collections: Collections, turn: Turn): Collections =>
  ({ ...collections, ...Object.fromEntries(Object.entries(collections).map(([name, collection]) => [name, stepped(collection, turn)])) });

/** Somebody who sends commands and waits for each to be let through. */
interface Actor {
  /** Lets the next command through and waits for its end; false when there is none any more. */
  step(): Promise<boolean>;
}

const createActor = (collections: Collections, act: (collections: Collections) => Promise<unknown>): Actor => {
  const waiting: (() => Promise<void>)[] = [];
  let done = false;
  let failure: unknown = null;
  let wake = (): void => undefined;
  const turn: Turn = async (command) =>
    new Promise((resolve, reject) => {
      waiting.push(async () => command().then(resolve, reject));
      wake();
    });
  void act(steppedCollections(collections, turn)).catch((error: unknown) => (failure = error)).finally(() => {
    done = true;
    wake();
  });
  const atRest = async (): Promise<void> => {
    while (waiting.length === 0 && !done) await new Promise<void>((resolve) => (wake = resolve));
  };
  return {
    step: async () => {
      await atRest();
      if (failure !== null) throw failure;
      const command = waiting.shift();
      if (command === undefined) return false;
      await command();
      return true;
    },
  };
};

/** Who goes for how many commands; Infinity is to the end. */
export interface Schedule {
  readonly steps: readonly { readonly actor: number; readonly commands: number }[];
  /** Whether whoever breaks in goes to the end. */
  readonly whole: boolean;
}

/** Plays acts on the same collections, command by command, as the schedule says, and then each to its end; answers how many commands each sent. */
export const playSchedule = async (
  collections: Collections,
  acts: readonly ((collections: Collections) => Promise<unknown>)[],
  { steps }: Schedule,
): Promise<readonly number[]> => {
  const actors = acts.map((act) => createActor(collections, act));
  const sent = acts.map(() => 0);
  const play = async (actor: number, commands: number): Promise<void> => {
    for (let step = 0; step < commands; step += 1) {
      if ((await actors[actor]?.step()) !== true) return;
      sent[actor] = (sent[actor] ?? 0) + 1;
    }
  };
  for (const { actor, commands } of steps) await play(actor, commands);
  for (const actor of acts.keys()) await play(actor, Number.POSITIVE_INFINITY);
  return sent;
};

/** All schedules of two actors in which one breaks into the other, and that one comes back, at every pair of commands. */
export const everySchedule = (commands: readonly [number, number]): readonly Schedule[] =>
  ([[0, 1], [1, 0]] as const).flatMap(([first, second]) =>
    Array.from({ length: commands[first] + 1 }, (_, before) =>
      Array.from({ length: commands[second] + 1 }, (__, between) => ({
        steps: [
          { actor: first, commands: before },
          { actor: second, commands: between },
          { actor: first, commands: Number.POSITIVE_INFINITY },
        ],
        whole: between === commands[second],
      })),
    ).flat(),
  );
