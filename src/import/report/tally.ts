/** One row that was refused. */
export interface RejectedRow {
  readonly line: number;
  /** The file's name for the field; empty when the row as a whole is at fault. */
  readonly field: string;
  /** What must hold, free of the value given: rows are counted by field and rule. */
  readonly rule: string;
  /** The rule and what was given. */
  readonly reason: string;
}

/** How many rows share a reason. */
export interface ReasonCount {
  readonly reason: string;
  readonly rows: number;
}

const MOST_REASONS = 200;
const OTHER = 'other reasons';

const addTo = (counts: Map<string, number>, reason: string, rows: number): void => {
  const key = counts.has(reason) || counts.size < MOST_REASONS ? reason : OTHER;
  counts.set(key, (counts.get(key) ?? 0) + rows);
};

const sorted = (counts: ReadonlyMap<string, number>): readonly ReasonCount[] =>
  [...counts].map(([reason, rows]) => ({ reason, rows })).sort((a, b) => b.rows - a.rows || (a.reason < b.reason ? -1 : 1));

/** Counts what became of each row. Bounded, whatever the file says. */
export class Tally {
  rows = 0;
  accepted = 0;
  duplicates = 0;
  rejected = 0;
  skipped = 0;
  readonly #rejectedBy = new Map<string, number>();
  readonly #skippedBy = new Map<string, number>();
  readonly #onReject: (row: RejectedRow) => void;

  constructor(onReject: (row: RejectedRow) => void) {
    this.#onReject = onReject;
  }

  reject(row: RejectedRow): void {
    this.rejected += 1;
    addTo(this.#rejectedBy, row.field === '' ? row.rule : `${row.field} ${row.rule}`, 1);
    this.#onReject(row);
  }

  skip(reason: string): void {
    this.skipped += 1;
    addTo(this.#skippedBy, reason, 1);
  }

  rejectedByReason(): readonly ReasonCount[] {
    return sorted(this.#rejectedBy);
  }

  skippedByReason(): readonly ReasonCount[] {
    return sorted(this.#skippedBy);
  }
}
