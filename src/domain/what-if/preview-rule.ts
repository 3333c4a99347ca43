import type { ComplementList } from '../cross-sell/complements-for.js';
import { CROSS_SELL_PLACEMENTS, type CrossSellPlacement, type MerchandisingRule, type PersonalSurface } from '../merchandising/rule.js';
import type { RuleWording } from '../merchandising/changing/rule-contents.js';
import { touchesLane } from '../merchandising/in-force/rule-scope.js';
import type { RuleWarning } from '../merchandising/kept/rule-warning.js';
import { MOST_TOUCHED, touchedAnchors } from '../merchandising/in-force/touched-anchors.js';
import type { PickList } from '../personalisation/picks-for.js';
import { compareComplements, comparePicks, type ComparedShops, type Comparison } from './compare-lists.js';
import type { WhatIfDependencies } from './dependencies.js';
import { asApproved, firstInForce, NEW_RULE_ID } from './draft.js';
import { snapshotWith } from './draft-snapshot.js';
import { personalScenes } from './personal-scenes.js';
import { findWarnings } from './rule-warnings.js';

/** What a preview is asked for. */
export interface RulePreviewRequest {
  readonly draft: RuleWording;
  /** The rule that the draft is a new version of; null for a new rule. */
  readonly replaces: string | null;
  /** Products to look at, MOST_TOUCHED at most; empty for the most ordered ones that the draft touches. */
  readonly anchorIds: readonly string[];
  /** Null: the first one that a cross-sell draft is limited to, else PRODUCT_PAGE. */
  readonly placement: CrossSellPlacement | null;
  /** Null: now, or the beginning of the draft's validity where that is later. */
  readonly at: Date | null;
  /** How many of each list. */
  readonly first: number;
}

/** Complements of one anchor. */
export interface PreviewedList extends Comparison<ComplementList> {
  readonly anchorId: string;
  readonly placement: CrossSellPlacement;
}

/** Picks of one surface, for somebody of whom nothing is known. */
export interface PreviewedPicks extends Comparison<PickList> {
  readonly surface: PersonalSurface;
}

/** What a draft would change. */
export interface RulePreview {
  /** The instant that was looked at. */
  readonly at: Date;
  readonly lists: readonly PreviewedList[];
  readonly picks: readonly PreviewedPicks[];
  /** What saving the draft would warn of. */
  readonly warnings: readonly RuleWarning[];
}

const placementOf = ({ placement }: RulePreviewRequest, rule: MerchandisingRule): CrossSellPlacement =>
  placement ?? CROSS_SELL_PLACEMENTS.find((name) => name === rule.placements[0]) ?? 'PRODUCT_PAGE';

interface Stage {
  readonly rule: MerchandisingRule;
  readonly anchorIds: readonly string[];
  readonly shops: ComparedShops;
  readonly dependencies: WhatIfDependencies;
}

const setStage = async (request: RulePreviewRequest, at: Date, rule: MerchandisingRule, dependencies: WhatIfDependencies): Promise<Stage> => {
  const { snapshot, finder } = dependencies;
  const [anchorIds, withDraft] = await Promise.all([
    request.anchorIds.length > 0 ? request.anchorIds : touchedAnchors(rule, dependencies).then((anchors) => anchors.map(({ id }) => id)),
    snapshotWith(snapshot, rule, request.replaces, finder),
  ]);
  return {
    rule,
    anchorIds: [...new Set(anchorIds)].slice(0, MOST_TOUCHED),
    shops: { today: snapshot, withDraft },
    dependencies: { ...dependencies, now: at },
  };
};

const previewLists = async (request: RulePreviewRequest, { rule, anchorIds, shops, dependencies }: Stage): Promise<readonly PreviewedList[]> => {
  if (!touchesLane(rule, 'CROSS_SELL')) return [];
  const placement = placementOf(request, rule);
  return Promise.all(
    anchorIds.map(async (anchorId) => ({
      anchorId,
      placement,
      ...(await compareComplements({ anchorId, placement, first: request.first }, shops, dependencies)),
    })),
  );
};

const previewPicks = async ({ first }: RulePreviewRequest, { rule, anchorIds, shops, dependencies }: Stage): Promise<readonly PreviewedPicks[]> =>
  Promise.all(
    personalScenes(rule, anchorIds, shops.today).map(async (scene) => ({
      surface: scene.surface,
      ...(await comparePicks(scene, first, shops, dependencies)),
    })),
  );

/**
 * What lists would answer if the draft were approved, beside what they answer without it, and what saving it would warn of. The lists are
 * decided by what serves them, so that they are what shoppers will see. Nothing is written and no customer's data are read. Throws
 * LaneUnavailable when a list could not be decided because of what could not be read.
 */
export const previewRule = async (request: RulePreviewRequest, dependencies: WhatIfDependencies): Promise<RulePreview> => {
  const contents = { ...request.draft, id: request.replaces ?? NEW_RULE_ID, state: 'DRAFT' as const };
  const rule = asApproved(contents, dependencies.now);
  const at = request.at ?? firstInForce(rule, dependencies.now);
  const stage = await setStage(request, at, rule, dependencies);
  const [lists, picks, warnings] = await Promise.all([
    previewLists(request, stage),
    previewPicks(request, stage),
    findWarnings(contents, dependencies),
  ]);
  return { at, lists, picks, warnings };
};
