import type { Interaction } from '../../src/domain/facts/interaction.js';
import type { Order } from '../../src/domain/facts/order.js';
import type { DaySheet } from '../../src/domain/measurement/day-sheet.js';
import { dayOf } from '../../src/domain/measurement/day.js';
import { type Exposure, isEarlier } from '../../src/domain/measurement/exposure.js';
import { knownListsOf } from '../../src/domain/measurement/known-list.js';
import type { DayChanges, DaySheets, MeasuredFacts, ServingLog, SheetBasis } from '../../src/domain/measurement/measured-facts.js';
import type { KnownList, ServedPage } from '../../src/domain/measurement/served-page.js';
import type { Lane } from '../../src/domain/merchandising/rule.js';
import { InMemoryFacts } from './in-memory-facts.js';

/** How long the clock of whoever dates orders may be behind that of whoever serves lists. */
const SKEW_MS = 5 * 60_000;

/** A sheet as it is kept. */
export interface KeptSheet {
  readonly sheet: DaySheet;
  readonly basis: SheetBasis;
}

const keyOf = (...parts: readonly unknown[]): string => JSON.stringify(parts);
const isIn = (at: Date, from: Date, until: Date): boolean => at >= from && at < until;

/**
 * All that is measured, in memory, by the contracts of MeasuredFacts, DaySheets and ServingLog. Facts are counted as changes of their days after
 * they were written, also those known already. `pause` runs before every read and every write, where others may come between.
 */
export class InMemoryMeasured implements MeasuredFacts, DaySheets, ServingLog {
  readonly facts = new InMemoryFacts();
  readonly pages = new Map<string, ServedPage>();
  /** By lane, unit and arm. */
  readonly exposed = new Map<string, Exposure>();
  readonly marks = new Map<string, DayChanges>();
  readonly kept = new Map<string, KeptSheet>();
  readonly #pause: () => Promise<void>;
  #measuredAt: Date | null = null;

  constructor(pause: () => Promise<void> = () => Promise.resolve()) {
    this.#pause = pause;
  }

  /** Writes orders and counts the days that they are on and were on. */
  async recordOrders(orders: readonly Order[]): Promise<void> {
    await this.#pause();
    const held = orders.flatMap(({ id }) => this.facts.orders.get(id) ?? []);
    await this.facts.recordOrders(orders);
    await this.#mark([...held, ...orders].map(({ placedAt }) => placedAt), 0);
  }

  /** Writes interactions and counts those that name a list. */
  async recordInteractions(interactions: readonly Interaction[]): Promise<void> {
    await this.#pause();
    await this.facts.recordInteractions(interactions);
    await this.#markListed(interactions);
  }

  /** Removes orders as if they had never been. */
  async removeOrders(ids: readonly string[]): Promise<void> {
    await this.#pause();
    const held = ids.flatMap((id) => this.facts.orders.get(id) ?? []);
    for (const { id } of held) this.facts.orders.delete(id);
    await this.#mark(held.map(({ placedAt }) => placedAt), 0);
  }

  /** Removes interactions as if they had never been. */
  async removeInteractions(ids: readonly string[]): Promise<void> {
    await this.#pause();
    const held = ids.flatMap((id) => this.facts.interactionsById.get(id) ?? []);
    for (const { id } of held) this.facts.interactionsById.delete(id);
    await this.#markListed(held);
  }

  async recordServed(pages: readonly ServedPage[]): Promise<void> {
    await this.#pause();
    const changed = pages.filter((page) => this.#keepPage(page));
    await this.#mark(changed.flatMap(({ servedAt }) => [servedAt, new Date(servedAt.getTime() - SKEW_MS)]), 1);
  }

  async recordExposures(exposures: readonly Exposure[]): Promise<void> {
    await this.#pause();
    const former = exposures.flatMap(({ lane, unitId }) => this.#exposureOf(lane, unitId) ?? []);
    for (const exposure of exposures) {
      const key = keyOf(exposure.lane, exposure.unitId, exposure.arm);
      const held = this.exposed.get(key);
      if (held === undefined || exposure.at < held.at) this.exposed.set(key, exposure);
    }
    await this.#mark([...former, ...exposures].map(({ at }) => at), 1);
  }

  async dayChanges(): Promise<readonly DayChanges[]> {
    await this.#pause();
    return [...this.marks.values()].toSorted((a, b) => (a.day < b.day ? -1 : 1));
  }

  completedOrders(from: Date, until: Date): AsyncIterable<Order> {
    return this.#streamed(() => [...this.facts.orders.values()].filter(({ status, placedAt }) => status === 'COMPLETED' && isIn(placedAt, from, until)));
  }

  listedInteractions(from: Date, until: Date): AsyncIterable<Interaction> {
    return this.#streamed(() =>
      [...this.facts.interactionsById.values()].filter(
        ({ at, productId, recommendationId }) => productId !== null && recommendationId !== null && isIn(at, from, until),
      ),
    );
  }

  async knownLists(recommendationIds: readonly string[]): Promise<ReadonlyMap<string, KnownList>> {
    await this.#pause();
    const wanted = new Set(recommendationIds);
    return knownListsOf([...this.pages.values()].filter(({ recommendationId }) => wanted.has(recommendationId)));
  }

  async exposuresOf(lane: Lane, unitIds: readonly string[]): Promise<ReadonlyMap<string, Exposure>> {
    await this.#pause();
    return new Map(unitIds.flatMap((unitId) => {
      const exposure = this.#exposureOf(lane, unitId);
      return exposure === undefined ? [] : [[unitId, exposure] as const];
    }));
  }

  exposures(from: Date, until: Date): AsyncIterable<Exposure> {
    return this.#streamed(() =>
      [...this.exposed.values()].filter((exposure) => isIn(exposure.at, from, until) && this.#exposureOf(exposure.lane, exposure.unitId) === exposure),
    );
  }

  async bases(): Promise<ReadonlyMap<string, SheetBasis>> {
    await this.#pause();
    return new Map([...this.kept].map(([day, { basis }]) => [day, basis]));
  }

  async put(sheet: DaySheet, basis: SheetBasis): Promise<void> {
    await this.#pause();
    const held = this.kept.get(sheet.day)?.basis;
    const isOlder = held?.windowDays === basis.windowDays && (held.changes > basis.changes || held.touches > basis.touches);
    if (!isOlder) this.kept.set(sheet.day, { sheet, basis });
  }

  async *sheets(from: string | null, until: string): AsyncGenerator<DaySheet> {
    await this.#pause();
    const days = [...this.kept.keys()].filter((day) => (from === null || day >= from) && day < until);
    for (const day of days.sort()) {
      const held = this.kept.get(day);
      if (held !== undefined) yield held.sheet;
    }
  }

  async measuredAt(): Promise<Date | null> {
    return this.#measuredAt;
  }

  async noteMeasured(at: Date): Promise<void> {
    await this.#pause();
    if (this.#measuredAt === null || at > this.#measuredAt) this.#measuredAt = at;
  }

  /** Answers whether this changed what is known. */
  #keepPage(page: ServedPage): boolean {
    const key = keyOf(page.recommendationId, page.firstSlot, page.productIds.length, dayOf(page.servedAt));
    const held = this.pages.get(key);
    if (held !== undefined && held.servedAt <= page.servedAt) return false;
    this.pages.set(key, { ...(held ?? page), servedAt: page.servedAt });
    return true;
  }

  #exposureOf(lane: Lane, unitId: string): Exposure | undefined {
    const both = (['TREATMENT', 'HOLDOUT'] as const).flatMap((arm) => this.exposed.get(keyOf(lane, unitId, arm)) ?? []);
    return both.toSorted((a, b) => (isEarlier(a, b) ? -1 : 1))[0];
  }

  async #markListed(interactions: readonly Interaction[]): Promise<void> {
    await this.#mark(interactions.flatMap(({ at, recommendationId }) => (recommendationId === null ? [] : [at])), 1);
  }

  async #mark(times: readonly Date[], touches: 0 | 1): Promise<void> {
    await this.#pause();
    for (const day of new Set(times.map(dayOf))) {
      const held = this.marks.get(day) ?? { day, changes: 0, touches: 0 };
      this.marks.set(day, { day, changes: held.changes + 1, touches: held.touches + touches });
    }
  }

  /** Handed out the last first, which readers must not mind. */
  async *#streamed<T>(read: () => readonly T[]): AsyncGenerator<T> {
    await this.#pause();
    yield* read().toReversed();
  }
}
