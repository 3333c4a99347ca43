import { NotRetained } from '../merchandising/kept/not-retained.js';
import type { Model, Popularity } from './model.js';
import type { TraitAffinity } from './trait-affinity.js';
import type { WithheldModel } from './withheld-model.js';

/** Versions that stay beside the published one, it included, where nobody asked for another number. */
export const DEFAULT_VERSIONS_KEPT = 7;

/** The version before has to stay: whoever holds it in memory goes on serving from it for a moment. */
export const FEWEST_VERSIONS_KEPT = 2;

/** More than this is no choice but a mistake: every version is a copy of all statistics. */
export const MOST_VERSIONS_KEPT = 366;

/** Publications that one document holds, also where the same few versions are published again and again. */
const MOST_PUBLICATIONS = 1_000;

/** What was published when. */
export interface ModelHistory {
  /** Newest first, the published one at the front. A version that was published again has two entries. */
  readonly publications: readonly Model[];
  /** Publications before this instant are not all known any more; null while none was ever dropped. */
  readonly completeSince: Date | null;
  /** What was learned last, where that was held back; null where what was learned last is published. */
  readonly withheld: WithheldModel | null;
}

/** The history of a shop that never learned. */
export const NEVER_PUBLISHED: ModelHistory = { publications: [], completeSince: null, withheld: null };

/** Whether this is a number of versions to keep. */
export const isVersionsKept = (value: number): boolean =>
  Number.isInteger(value) && value >= FEWEST_VERSIONS_KEPT && value <= MOST_VERSIONS_KEPT;

/** The first publications of a history that hold no more versions than this. */
const newest = (publications: readonly Model[], versions: number): readonly Model[] => {
  const seen = new Set<string>();
  const end = publications.findIndex(({ version }) => seen.add(version).size > versions);
  return publications.slice(0, end === -1 ? MOST_PUBLICATIONS : Math.min(end, MOST_PUBLICATIONS));
};

/** A history without all but the newest so many versions. */
export const trimmed = (history: ModelHistory, versionsKept: number): ModelHistory => {
  const kept = newest(history.publications, versionsKept);
  if (kept.length === history.publications.length) return history;
  return { ...history, publications: kept, completeSince: kept.at(-1)?.publishedAt ?? null };
};

/** A history in which what was learned last is the published version: nothing is withheld any more. Unchanged where another one is published. */
export const confirmed = (history: ModelHistory, version: string): ModelHistory =>
  history.withheld === null || history.publications[0]?.version !== version ? history : { ...history, withheld: null };

/** A history in which what was learned last was held back beside a version. Unchanged where another one was published meanwhile. */
export const withholding = (history: ModelHistory, publishedVersion: string, withheld: WithheldModel): ModelHistory =>
  history.publications[0]?.version === publishedVersion ? { ...history, withheld } : history;

/** A history with one more publication; one that is published already goes on as it is. Nothing is withheld then. */
export const published = (history: ModelHistory, model: Model): ModelHistory =>
  history.publications[0]?.version === model.version
    ? confirmed(history, model.version)
    : trimmed({ ...history, withheld: null, publications: [model, ...history.publications] }, Number.POSITIVE_INFINITY);

/**
 * What was published at an instant: a publication holds from its own instant on. Null before the first; throws NotRetained where
 * publications of that time were dropped.
 */
export const publishedAt = ({ publications, completeSince }: ModelHistory, at: Date): Model | null => {
  if (completeSince !== null && at.getTime() < completeSince.getTime()) throw new NotRetained('What had been learned', completeSince);
  return publications.find((model) => model.publishedAt.getTime() <= at.getTime()) ?? null;
};

/** Reads what was learned as it stood. */
export interface ModelsOfThePast {
  /**
   * What was published at an instant, with all its statistics; null before anything was. Rejects with NotRetained when that is no longer
   * kept.
   */
  modelAt(at: Date): Promise<Model | null>;
  /** What sold in the whole shop, by a version; null for a shop that had sold nothing. */
  bestSellers(version: string): Promise<Popularity | null>;
  /** What a version said of these traits, by name; those that it said nothing of are absent. */
  traits(version: string, names: readonly string[]): Promise<ReadonlyMap<string, TraitAffinity>>;
}
