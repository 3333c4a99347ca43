import { isCurrencyCode } from '../domain/catalogue/money.js';
import { INTERACTION_RETENTION_DAYS } from '../domain/facts/interaction-input.js';
import { parseColumnMap } from './fields/column-map.js';
import { dateReader } from './fields/dates.js';
import { IMPORT_KINDS, type ImportKind } from './fields/fields.js';
import { ImportRefused } from './import-refused.js';
import type { ImportSettings } from './import-settings.js';
import type { Encoding } from './input/line-splitter.js';
import type { Format } from './input/read-rows.js';
import { productPattern, type LineChoices } from './orders/line-choices.js';

/** The options of `tandem import` as the command line gives them. */
export interface ImportOptions {
  readonly map: readonly string[];
  readonly format: Format;
  readonly encoding: Encoding;
  readonly delimiter: string;
  readonly dateFormat: string;
  readonly currency?: string;
  readonly decimalComma?: boolean;
  readonly integerIds?: boolean;
  readonly uppercaseProducts?: boolean;
  readonly excludeProducts?: string;
  readonly onlyProducts?: string;
  readonly returns: LineChoices['returns'];
  readonly missingPrice: LineChoices['missingPrice'];
  readonly deriveCatalogue?: boolean;
  readonly retentionDays?: string;
  readonly rejects?: string;
}

const kindOf = (text: string): ImportKind => {
  const kind = IMPORT_KINDS.find((known) => known === text);
  if (kind === undefined) throw new ImportRefused(`cannot import "${text}"; there are ${IMPORT_KINDS.join(', ')}`);
  return kind;
};

const delimiterOf = (text: string): string => {
  const delimiter = text === '\\t' || text === 'tab' ? '\t' : text;
  if (delimiter.length === 1 && !'"\r\n'.includes(delimiter)) return delimiter;
  throw new ImportRefused(`--delimiter ${text}: use one character, or tab`);
};

const currencyOf = (text: string | undefined): string | null => {
  if (text === undefined) return null;
  if (isCurrencyCode(text.toUpperCase())) return text.toUpperCase();
  throw new ImportRefused(`--currency ${text}: no known ISO 4217 currency code`);
};

const retentionOf = (text: string | undefined): number | null => {
  if (text === 'any') return null;
  const days = text === undefined ? INTERACTION_RETENTION_DAYS : Number(text);
  if (Number.isSafeInteger(days) && days >= 1) return days;
  throw new ImportRefused(`--retention-days ${text ?? ''}: use a whole number of 1 or more, or any`);
};

const patternOf = (option: string, pattern: string | undefined): RegExp | null =>
  pattern === undefined ? null : productPattern(option, pattern);

const choicesOf = (options: ImportOptions): LineChoices => ({
  returns: options.returns,
  missingPrice: options.missingPrice,
  exclude: patternOf('--exclude-products', options.excludeProducts),
  only: patternOf('--only-products', options.onlyProducts),
});

const refuseForOthers = (kind: ImportKind, options: ImportOptions): void => {
  if (kind !== 'orders' && options.deriveCatalogue === true) throw new ImportRefused('--derive-catalogue works with orders only');
};

/** Reads the command line's words as settings. Throws ImportRefused that names the option. */
export const parseSettings = (kindText: string, file: string, options: ImportOptions): ImportSettings => {
  const kind = kindOf(kindText);
  refuseForOthers(kind, options);
  return {
    kind,
    file,
    map: parseColumnMap(kind, options.map),
    format: options.format,
    encoding: options.encoding,
    delimiter: delimiterOf(options.delimiter),
    cells: {
      date: dateReader(options.dateFormat),
      integerIds: options.integerIds ?? false,
      uppercaseProducts: options.uppercaseProducts ?? false,
      decimalComma: options.decimalComma ?? false,
    },
    currency: currencyOf(options.currency),
    choices: choicesOf(options),
    deriveCatalogue: options.deriveCatalogue ?? false,
    retentionDays: retentionOf(options.retentionDays),
    rejectsFile: options.rejects ?? null,
  };
};
