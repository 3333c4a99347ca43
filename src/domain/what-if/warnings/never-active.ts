import type { RuleWarning } from '../../merchandising/kept/rule-warning.js';
import { friendlyWord } from '../../merchandising/changing/rule-problems.js';
import { placementsOf } from '../../merchandising/in-force/rule-scope.js';
import type { ProductSelector } from '../../merchandising/rule.js';
import { listed } from './naming.js';
import type { WarningCase, WarningSearch } from './warning-case.js';

const isOver = ({ rule, dependencies: { now } }: WarningCase): boolean =>
  rule.validUntil !== null && rule.validUntil.getTime() <= now.getTime();

/** No page that has anything to match, or none that matches. */
const matchesNowhere = ({ rule: { when }, lists }: WarningCase): boolean => when !== null && lists.length === 0;

const whereItCannot = ({ rule }: WarningCase): string | null => {
  if (placementsOf(rule, rule.lane).length > 0) return null;
  const surfaces = rule.placements.map(friendlyWord);
  return `Its "when" has nothing to match on ${listed(surfaces)}: leave "when" out there, or add product-page.`;
};

const nothingMatches = (part: 'when' | 'then', selector: ProductSelector): string =>
  selector.productIds.length > 0
    ? `None of the products that its "${part}" names is in the catalogue and meets the rest of it: the rule does nothing until one does.`
    : `No product that can be sold now meets its "${part}": the rule does nothing until one does.`;

const reasons = (subject: WarningCase): readonly (string | null)[] => {
  const { rule, shown } = subject;
  const over = `Its validity ended at ${rule.validUntil?.toISOString() ?? ''}: the rule is never in force again unless that is changed.`;
  return [
    isOver(subject) ? over : null,
    rule.when !== null && matchesNowhere(subject) ? (whereItCannot(subject) ?? nothingMatches('when', rule.when)) : null,
    rule.then !== null && shown.length === 0 ? nothingMatches('then', rule.then) : null,
  ];
};

/** NEVER_ACTIVE: its time is over, or nothing can match its `when` or its `then`. */
export const neverActive: WarningSearch = async (subject) =>
  reasons(subject)
    .filter((message) => message !== null)
    .map((message): RuleWarning => ({ code: 'NEVER_ACTIVE', message, productIds: [], otherRule: null }));
