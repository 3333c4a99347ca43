import type { ProductFacts } from '../../catalogue/product.js';
import { sameCondition } from '../../merchandising/in-force/pin-conflicts.js';
import { byPrecedence } from '../../merchandising/in-force/rule-order.js';
import { MOST_WARNED_PRODUCTS, type RuleWarning } from '../../merchandising/kept/rule-warning.js';
import { placementsOf } from '../../merchandising/in-force/rule-scope.js';
import type { MerchandisingRule } from '../../merchandising/rule.js';
import { selects } from '../../merchandising/select.js';
import { referenceTo, ruleName } from './naming.js';
import { MOST_MET_RULES, type WarningCase, type WarningSearch } from './warning-case.js';

const selectsAny = ({ when }: MerchandisingRule, subjects: Iterable<ProductFacts>): boolean =>
  when === null || [...subjects].some((subject) => selects(when, subject, null, null));

/** Anchors of rivals that are looked at. */
const MOST_ANCHORS_NAMED = 1_000;

/** Products that the rivals name in `when`: the lists of these are the ones most likely shared. */
const anchorsNamed = async (rivals: readonly MerchandisingRule[], { dependencies: { finder } }: WarningCase): Promise<ReadonlyMap<string, ProductFacts>> =>
  finder.productsByIds([...new Set(rivals.flatMap(({ when }) => when?.productIds ?? []))].slice(0, MOST_ANCHORS_NAMED));

const subjectsShared = (rival: MerchandisingRule, { lists }: WarningCase): readonly ProductFacts[] =>
  lists.filter(({ lane, placement }) => placementsOf(rival, lane).includes(placement)).flatMap(({ subjects }) => subjects);

const meet = (rival: MerchandisingRule, subject: WarningCase, named: ReadonlyMap<string, ProductFacts>): boolean => {
  const { rule } = subject;
  if (rule.when === null || rival.when === null || sameCondition(rule, rival)) return true;
  const theirs = rival.when.productIds.flatMap((id) => named.get(id) ?? []);
  const shared = theirs.filter((anchor) => selectsAny(rule, [anchor]));
  return selectsAny(rival, [...shared, ...subjectsShared(rival, subject)]);
};

const warningOf = (rule: MerchandisingRule, rival: MerchandisingRule, productIds: readonly string[]): RuleWarning => {
  const isFirst = byPrecedence(rule, rival) < 0;
  const by = rule.priority === rival.priority ? 'of equal priority its id comes first' : 'its priority is higher';
  const outcome = isFirst
    ? `this rule gets the slot (${by}), and what the other pins stands after it`
    : `that one gets the slot (${by}), and what this rule pins stands after it`;
  return {
    code: 'SAME_SLOT',
    message: `Slot ${String(rule.slot)} is pinned by ${ruleName(rival)} too, on lists that both hold for: ${outcome}.`,
    productIds,
    otherRule: referenceTo(rival),
  };
};

/**
 * SAME_SLOT: pins that want the same slot of a list that both hold for. Two conditions meet where they are the same, or where both select one
 * of the touched anchors or an anchor that the other rule names, of which 1,000 are looked at.
 */
export const sameSlot: WarningSearch = async (subject) => {
  const { rule, shown } = subject;
  const rivals = rule.action !== 'PIN' ? [] : subject.others.filter(({ action, slot }) => action === 'PIN' && slot === rule.slot);
  if (rivals.length === 0) return [];
  const named = await anchorsNamed(rivals, subject);
  const productIds = shown.map(({ id }) => id).slice(0, MOST_WARNED_PRODUCTS);
  return rivals
    .filter((rival) => meet(rival, subject, named))
    .slice(0, MOST_MET_RULES)
    .map((rival) => warningOf(rule, rival, productIds));
};
