import type { Lane } from '../../merchandising/rule.js';
import type { CreditRow, OrderRow } from '../day-sheet.js';

/** Whose lists a scorecard counts: a lane's, of one placement or surface, or of all of them when null. */
export interface LaneScope {
  readonly lane: Lane;
  readonly placement: string | null;
}

/** Whether a row of a sheet belongs to the scope. */
export const isIn = (scope: LaneScope, row: LaneScope): boolean =>
  row.lane === scope.lane && (scope.placement === null || row.placement === scope.placement);

/** The lines of an order that lists of the scope led to. */
export const creditsIn = (scope: LaneScope, { credits }: OrderRow): readonly CreditRow[] => credits.filter((credit) => isIn(scope, credit));
