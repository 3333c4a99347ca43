import type { RecommendationSource } from '../../ranking/candidate.js';
import type { CreditRow } from '../day-sheet.js';
import type { SourceContribution } from '../scorecard.js';

type Lines = Pick<SourceContribution, 'orderLines' | 'revenueMinor'>;

const NONE: Lines = { orderLines: 0, revenueMinor: 0 };

/** Order lines of one currency that lists led to, by source. */
export class CreditedLines {
  readonly #bySource = new Map<RecommendationSource, Lines>();

  add(credits: readonly CreditRow[]): void {
    for (const { source, revenueMinor } of credits) {
      const sum = this.of(source);
      this.#bySource.set(source, { orderLines: sum.orderLines + 1, revenueMinor: sum.revenueMinor + revenueMinor });
    }
  }

  of(source: RecommendationSource): Lines {
    return this.#bySource.get(source) ?? NONE;
  }
}
