import type { DecisionStore, HeldDecisions, RuleRecord } from '../../src/domain/merchandising/kept/decisions.js';

/** A rule's store in which every read and every write waits for its turn. */
interface SteppedStore {
  /** The store as one actor sees it. */
  of(actor: number): DecisionStore;
  /** Lets one actor take a step: to its next read or write, or to its end. */
  step(actor: number): Promise<void>;
  /** Every version that was written, oldest first. */
  readonly written: readonly RuleRecord[];
}

const heldOf = (rule: RuleRecord): HeldDecisions => ({
  rules: new Map([[rule.id, rule]]),
  policies: new Map(),
  pairs: new Map(),
  shopAutopilot: null,
  copies: new Map(),
});

const createSteppedStore = (first: RuleRecord, wait: (actor: number) => Promise<void>): Omit<SteppedStore, 'step'> => {
  const written = [first];
  const current = (): RuleRecord => written.at(-1) ?? first;
  return {
    written,
    of: (actor) => ({
      async read() {
        await wait(actor);
        return heldOf(current());
      },
      async commit(_keys, decide) {
        for (;;) {
          await wait(actor);
          const seen = current();
          const { writes, result } = decide(heldOf(seen));
          await wait(actor);
          if (seen !== current()) continue;
          written.push(...(writes.rules ?? []));
          return result;
        }
      },
    }),
  };
};

/** What somebody does with the rule. */
export type Act = (decisions: DecisionStore) => Promise<unknown>;

/** How one interleaving went. */
export interface Interleaving {
  /** What each act answered, in the order of the acts. */
  readonly answers: readonly unknown[];
  /** Every version, the first one included, oldest first. */
  readonly written: readonly RuleRecord[];
}

/** Plays acts in one order of steps; past its end the first act that is not done goes on. Also tells who could have gone at each step. */
const play = async (first: RuleRecord, acts: readonly Act[], order: readonly number[]): Promise<Interleaving & { readonly open: number[][]; readonly taken: number[] }> => {
  const gates = acts.map(() => () => {});
  const arrivals = acts.map(() => () => {});
  const answers: unknown[] = acts.map(() => undefined);
  const done = new Set<number>();
  const arrived = (actor: number): Promise<void> => new Promise((resolve) => (arrivals[actor] = resolve));
  const store = createSteppedStore(first, (actor) => {
    arrivals[actor]?.();
    return new Promise((resolve) => (gates[actor] = resolve));
  });
  const starts = acts.map((_, actor) => arrived(actor));
  acts.forEach((act, actor) => {
    void act(store.of(actor)).then((answer) => {
      answers[actor] = answer;
      done.add(actor);
      arrivals[actor]?.();
    });
  });
  await Promise.all(starts);
  const [open, taken]: [number[][], number[]] = [[], []];
  while (done.size < acts.length) {
    const able = acts.map((_, actor) => actor).filter((actor) => !done.has(actor));
    const actor = order[taken.length] ?? able[0] ?? 0;
    open.push(able);
    taken.push(actor);
    const next = arrived(actor);
    gates[actor]?.();
    await next;
  }
  return { answers, written: store.written, open, taken };
};

/** Plays acts on one rule in every order of their reads and writes. */
export const everyInterleaving = async (first: RuleRecord, acts: readonly Act[]): Promise<readonly Interleaving[]> => {
  const played: Interleaving[] = [];
  const orders: number[][] = [[]];
  for (let order = orders.pop(); order !== undefined; order = orders.pop()) {
    const { answers, written, open, taken } = await play(first, acts, order);
    played.push({ answers, written });
    for (let at = order.length; at < taken.length; at += 1) {
      const others = (open[at] ?? []).filter((actor) => actor !== taken[at]);
      orders.push(...others.map((actor) => [...taken.slice(0, at), actor]));
    }
  }
  return played;
};
