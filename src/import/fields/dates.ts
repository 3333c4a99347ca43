import { ImportRefused } from '../import-refused.js';

/** Reads a cell as a time; what cannot be read comes back as it was, for the validation to refuse and show. */
export type DateReader = (value: unknown) => unknown;

interface DateParts {
  YYYY: number;
  M: number;
  D: number;
  H: number;
  m: number;
  s: number;
}

const TOKENS: Readonly<Record<string, readonly [keyof DateParts, string]>> = {
  YYYY: ['YYYY', '(\\d{4})'],
  MM: ['M', '(\\d{2})'],
  M: ['M', '(\\d{1,2})'],
  DD: ['D', '(\\d{2})'],
  D: ['D', '(\\d{1,2})'],
  HH: ['H', '(\\d{2})'],
  H: ['H', '(\\d{1,2})'],
  mm: ['m', '(\\d{2})'],
  ss: ['s', '(\\d{2})'],
};

const TOKEN = /YYYY|MM|M|DD|D|HH|H|mm|ss/g;
const ISO = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2})?$/;
const PLAIN = /^(\d{4})-(\d{2})-(\d{2})(?: (\d{2}):(\d{2})(?::(\d{2})(?:\.\d{1,9})?)?)?$/;

/** Null when the calendar has no such time, like 30 February. */
const utc = ({ YYYY, M, D, H, m, s }: DateParts): Date | null => {
  const date = new Date(Date.UTC(YYYY, M - 1, D, H, m, s));
  const exists = date.getUTCMonth() === M - 1 && date.getUTCDate() === D && H < 24 && m < 60 && s < 60;
  return exists ? date : null;
};

const readPlain = (text: string): Date | null => {
  const found = PLAIN.exec(text);
  if (found === null) return null;
  const [YYYY, M, D, H, m, s] = found.slice(1).map((part) => Number(part ?? 0));
  return utc({ YYYY: YYYY ?? 0, M: M ?? 0, D: D ?? 0, H: H ?? 0, m: m ?? 0, s: s ?? 0 });
};

const readIso = (text: string): Date | null => {
  const zone = ISO.exec(text)?.[3];
  if (zone === undefined && !ISO.test(text)) return null;
  if (readPlain(text.slice(0, 10)) === null) return null;
  const date = new Date(zone === undefined ? `${text}Z` : text);
  return Number.isNaN(date.getTime()) ? null : date;
};

const readAuto = (text: string): Date | null => readPlain(text) ?? readIso(text);

const readEpoch = (unitMs: number) => (text: string): Date | null =>
  /^\d{1,16}(\.\d+)?$/.test(text) ? new Date(Math.round(Number(text) * unitMs)) : null;

const readPattern = (pattern: string): ((text: string) => Date | null) => {
  const parts = pattern.match(TOKEN) ?? [];
  if (!['YYYY', 'M', 'D'].every((part) => parts.some((token) => TOKENS[token]?.[0] === part))) {
    throw new ImportRefused(`--date-format ${pattern}: use auto, epoch, epoch-ms, or a pattern with YYYY, M, D, H, mm, ss: M/D/YYYY H:mm`);
  }
  const escaped = pattern.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(TOKEN, (token) => TOKENS[token]?.[1] ?? token);
  const expression = new RegExp(`^${escaped}$`);
  return (text) => {
    const found = expression.exec(text);
    if (found === null) return null;
    const date: DateParts = { YYYY: 0, M: 0, D: 0, H: 0, m: 0, s: 0 };
    parts.forEach((token, index) => {
      const part = TOKENS[token]?.[0];
      if (part !== undefined) date[part] = Number(found[index + 1]);
    });
    return utc(date);
  };
};

const readerOf = (format: string): ((text: string) => Date | null) => {
  if (format === 'auto') return readAuto;
  if (format === 'epoch') return readEpoch(1000);
  return format === 'epoch-ms' ? readEpoch(1) : readPattern(format);
};

/**
 * A reader for `--date-format`: `auto` (ISO 8601, or `YYYY-MM-DD` with or without `HH:mm:ss`), `epoch` (seconds), `epoch-ms`,
 * or a pattern. A time without a zone is UTC. Throws ImportRefused for a pattern without year, month and day.
 */
export const dateReader = (format: string): DateReader => {
  const read = readerOf(format);
  return (value) => {
    if (typeof value !== 'string' && typeof value !== 'number') return value;
    const date = read(String(value).trim());
    return date === null || Number.isNaN(date.getTime()) ? value : date;
  };
};
