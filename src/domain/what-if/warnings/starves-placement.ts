import type { ProductFacts } from '../../catalogue/product.js';
import { policyFor } from '../../merchandising/policy-for.js';
import { friendlyWord } from '../../merchandising/changing/rule-problems.js';
import { placementsOf } from '../../merchandising/in-force/rule-scope.js';
import type { RuleWarning } from '../../merchandising/kept/rule-warning.js';
import { CROSS_SELL_PLACEMENTS, type CrossSellPlacement, type Lane, type MerchandisingRule } from '../../merchandising/rule.js';
import { touchedAnchors } from '../../merchandising/in-force/touched-anchors.js';
import type { ServedList } from '../../serving/served-list.js';
import { LaneUnavailable } from '../../serving/unavailable.js';
import { compareComplements, comparePicks, type ComparedShops, type Comparison } from '../compare-lists.js';
import type { WhatIfDependencies } from '../dependencies.js';
import { snapshotWith } from '../draft-snapshot.js';
import { personalScenes } from '../personal-scenes.js';
import { listed, productName } from './naming.js';
import type { WarningCase, WarningSearch } from './warning-case.js';

/** Anchors of the rule, and of the rule that it replaces, whose lists are decided: for each placement, with the rule and without it. */
const MOST_TRIED = 10;

/** The size of page that callers get when they ask for none. */
const FIRST = { complements: 4, picks: 8 };

interface Trial {
  readonly subject: WarningCase;
  /** The rule, and the approved one that it is a new version of: lists that lose the old one can starve, too. */
  readonly versions: readonly MerchandisingRule[];
  readonly shops: ComparedShops;
  /** At the first instant at which the rule would be in force. */
  readonly dependencies: WhatIfDependencies;
}

/** Whether a list that shows something today would show nothing; one that could not be decided says nothing. */
const isStarved = async (comparison: Promise<Comparison<ServedList>>): Promise<boolean> => {
  try {
    const { today, withDraft } = await comparison;
    return today.slots.length > 0 && withDraft.slots.length === 0;
  } catch (error) {
    if (error instanceof LaneUnavailable) return false;
    throw error;
  }
};

const sentence = ({ shops }: Trial, lane: Lane, placement: string, whose: string): string => {
  const { atLeast } = policyFor(shops.today, lane, placement);
  const where = friendlyWord(placement);
  return atLeast > 0
    ? `With this rule, ${where} would have fewer than the ${String(atLeast)} products that it needs at least, and show nothing ${whose}: leave it more to show, or lower its minimum.`
    : `With this rule, ${where} would have nothing left to show ${whose}.`;
};

/** The rule's anchors, then those of the version before. */
const anchorsTried = async ({ subject, versions }: Trial): Promise<readonly ProductFacts[]> => {
  const older = await Promise.all(versions.slice(1).map((version) => touchedAnchors(version, subject.dependencies, MOST_TRIED)));
  return [...new Map([...subject.anchors.slice(0, MOST_TRIED), ...older.flat()].map((anchor) => [anchor.id, anchor])).values()];
};

const starvedBeside = async (trial: Trial, anchors: readonly ProductFacts[], placement: CrossSellPlacement): Promise<readonly RuleWarning[]> => {
  const verdicts = await Promise.all(
    anchors.map(async ({ id }) => isStarved(compareComplements({ anchorId: id, placement, first: FIRST.complements }, trial.shops, trial.dependencies))),
  );
  const starved = anchors.filter((_, index) => verdicts[index]);
  if (starved.length === 0) return [];
  const message = sentence(trial, 'CROSS_SELL', placement, `beside ${listed(starved.map(productName))}`);
  return [{ code: 'STARVES_PLACEMENT', message, productIds: starved.map(({ id }) => id), otherRule: null }];
};

const starvedComplements = async (trial: Trial): Promise<readonly RuleWarning[]> => {
  const held = new Set(trial.versions.flatMap((version) => placementsOf(version, 'CROSS_SELL')));
  const anchors = await anchorsTried(trial);
  const found: RuleWarning[] = [];
  // One placement after the other, so that others are served in between; what they read is read once.
  for (const placement of CROSS_SELL_PLACEMENTS)
    if (held.has(placement)) found.push(...(await starvedBeside(trial, anchors, placement)));
  return found;
};

const starvedPicks = async (trial: Trial): Promise<readonly RuleWarning[]> => {
  const { subject, versions, shops, dependencies } = trial;
  const anchorIds = subject.anchors.map(({ id }) => id);
  const scenes = new Map(versions.toReversed().flatMap((version) => personalScenes(version, anchorIds, shops.today)).map((scene) => [scene.surface, scene]));
  const found = [...scenes.values()].map(async (scene): Promise<readonly RuleWarning[]> => {
    if (!(await isStarved(comparePicks(scene, FIRST.picks, shops, dependencies)))) return [];
    const message = sentence(trial, 'PERSONALISATION', scene.surface, 'to somebody of whom nothing is known');
    return [{ code: 'STARVES_PLACEMENT', message, productIds: [], otherRule: null }];
  });
  return (await Promise.all(found)).flat();
};

/**
 * STARVES_PLACEMENT: lists that show something today and would show nothing with the rule, because it leaves fewer products than the
 * placement's minimum, or none. The lists are decided by what serves them, at the first instant at which the rule would be in force. Only an
 * exclusion or a new version of an approved rule can take anything away.
 */
export const starvesPlacement: WarningSearch = async (subject) => {
  const { rule, remaining } = subject;
  const { snapshot, finder } = subject.dependencies;
  const before = snapshot.rules.approved().find(({ id }) => id === rule.id);
  if (rule.action !== 'EXCLUDE' && before === undefined) return [];
  const shops = { today: snapshot, withDraft: await snapshotWith(snapshot, rule, null, finder) };
  const dependencies = { ...subject.dependencies, now: remaining.validFrom };
  const trial: Trial = { subject, versions: before === undefined ? [rule] : [rule, before], shops, dependencies };
  const [complements, picks] = await Promise.all([starvedComplements(trial), starvedPicks(trial)]);
  return [...complements, ...picks];
};
