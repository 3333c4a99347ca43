import type { Interaction, InteractionKind } from '../facts/interaction.js';
import type { KnownLists } from './credit.js';
import type { ActivityRow, ListsRow } from './day-sheet.js';
import { sourceFor, wasShownBy } from './known-list.js';
import { inOrderOfContents } from './row-order.js';

type Count = 'impressions' | 'clicks' | 'basketAdds';

const COUNTS: Readonly<Partial<Record<InteractionKind, Count>>> = { IMPRESSION: 'impressions', CLICK: 'clicks', ADD_TO_BASKET: 'basketAdds' };

type Tally<Row> = { -readonly [Key in keyof Row]: Row[Key] };

/** What was done with lists on a day. */
export interface Activity {
  readonly activity: readonly ActivityRow[];
  readonly lists: readonly ListsRow[];
}

/** Whether an interaction of this kind counts as something done with a list. */
export const isActivity = (kind: InteractionKind): boolean => COUNTS[kind] !== undefined;

/** Counts acts, each at most once. */
class ActivityCount {
  readonly #known: KnownLists;
  readonly #acts = new Set<string>();
  readonly #shown = new Set<string>();
  readonly #activity = new Map<string, Tally<ActivityRow>>();
  readonly #lists = new Map<string, Tally<ListsRow>>();

  constructor(known: KnownLists) {
    this.#known = known;
  }

  add(act: Interaction): void {
    const { id, kind, customerId, productId, recommendationId } = act;
    const count = COUNTS[kind];
    if (count === undefined || productId === null || recommendationId === null || this.#acts.has(id)) return;
    this.#acts.add(id);
    const list = this.#known.get(recommendationId);
    const source = sourceFor(list, productId, customerId);
    if (list === undefined || source === null || !wasShownBy(list, productId, act.at.getTime())) return;
    const { lane, placement } = list;
    this.#row(this.#activity, { lane, placement, source, impressions: 0, clicks: 0, basketAdds: 0 })[count] += 1;
    const shown = JSON.stringify([recommendationId, act.sessionId ?? customerId]);
    if (this.#shown.has(shown)) return;
    this.#shown.add(shown);
    this.#row(this.#lists, { lane, placement, lists: 0 }).lists += 1;
  }

  finish(): Activity {
    return { activity: inOrderOfContents([...this.#activity.values()]), lists: inOrderOfContents([...this.#lists.values()]) };
  }

  #row<Row>(rows: Map<string, Row>, empty: Row): Row {
    const key = JSON.stringify(empty);
    const row = rows.get(key) ?? empty;
    rows.set(key, row);
    return row;
  }
}

/**
 * Counts what was done with lists that had been served, held the product and were not chosen for somebody else; and those lists, each once per visitor.
 * Other interactions, and repeats, count nothing.
 */
export const activityOf = (acts: Iterable<Interaction>, lists: KnownLists): Activity => {
  const count = new ActivityCount(lists);
  for (const act of acts) count.add(act);
  return count.finish();
};
