import type { Format } from './input/read-rows.js';
import type { Encoding } from './input/line-splitter.js';
import type { ColumnMap } from './fields/column-map.js';
import type { CellSettings } from './fields/cells.js';
import type { ImportKind } from './fields/fields.js';
import type { LineChoices } from './orders/line-choices.js';

/** Everything the caller chose for one import. */
export interface ImportSettings {
  readonly kind: ImportKind;
  /** `-` is standard input. */
  readonly file: string;
  readonly map: ColumnMap;
  readonly format: Format;
  readonly encoding: Encoding;
  /** One character. */
  readonly delimiter: string;
  readonly cells: CellSettings;
  /** Currency of rows that name none; null when every row must. */
  readonly currency: string | null;
  readonly choices: LineChoices;
  readonly deriveCatalogue: boolean;
  /** See `InteractionRules`. */
  readonly retentionDays: number | null;
  /** Where all refused rows are written as CSV; null for nowhere. */
  readonly rejectsFile: string | null;
}
