import { complementsFor, type ComplementList, type LaneDependencies } from '../cross-sell/complements-for.js';
import type { CrossSellPlacement } from '../merchandising/rule.js';
import { picksFor, type PersonalDependencies, type PickList } from '../personalisation/picks-for.js';
import { START } from '../ranking/cursor.js';
import type { ServedList } from '../serving/served-list.js';
import type { Snapshot } from '../serving/snapshot.js';
import { NOBODY, servingNobody } from './nobody.js';
import type { PersonalScene } from './personal-scenes.js';

/** A list without a draft and with it. */
export interface Comparison<L extends ServedList> {
  readonly today: L;
  readonly withDraft: L;
  /** Products of `today` that are missing from `withDraft`, in today's order. */
  readonly displacedIds: readonly string[];
}

/** The shop without a draft and with it. */
export interface ComparedShops {
  readonly today: Snapshot;
  readonly withDraft: Snapshot;
}

const compare = async <L extends ServedList>(shops: ComparedShops, serve: (snapshot: Snapshot) => Promise<L>): Promise<Comparison<L>> => {
  const [today, withDraft] = await Promise.all([serve(shops.today), serve(shops.withDraft)]);
  const kept = new Set(withDraft.slots.map(({ candidate }) => candidate.productId));
  const shown = today.slots.map(({ candidate }) => candidate.productId);
  return { today, withDraft, displacedIds: shown.filter((id) => !kept.has(id)) };
};

/** The first page of an anchor's complements, as it is served. Throws LaneUnavailable where serving would. */
export const compareComplements = async (
  { anchorId, placement, first }: { readonly anchorId: string; readonly placement: CrossSellPlacement; readonly first: number },
  shops: ComparedShops,
  dependencies: LaneDependencies,
): Promise<Comparison<ComplementList>> =>
  compare(shops, (snapshot) =>
    complementsFor(
      { placement, anchorIds: [anchorId], excludeIds: [], filter: null, arm: 'TREATMENT', first, position: START },
      { ...dependencies, snapshot },
    ),
  );

/** The first page of a surface's picks as it is served to somebody of whom nothing is known. Throws LaneUnavailable where serving would. */
export const comparePicks = async (
  scene: PersonalScene,
  first: number,
  shops: ComparedShops,
  dependencies: PersonalDependencies,
): Promise<Comparison<PickList>> =>
  compare(shops, (snapshot) =>
    picksFor(
      { ...scene, customerId: NOBODY, excludeIds: [], filter: null, first, position: START },
      { ...servingNobody(dependencies), snapshot },
    ),
  );
