import type { ProductFacts } from '../../src/domain/catalogue/product.js';
import type { BasketFact, CustomerFacts, FactBounds, FactReader } from '../../src/domain/facts/reading.js';
import type { Interaction } from '../../src/domain/facts/interaction.js';
import type { Order } from '../../src/domain/facts/order.js';
import type { FirstNeighbours, LearnedStatistics, Model, ModelWriter } from '../../src/domain/learning/model.js';
import { confirmed, NEVER_PUBLISHED, published, trimmed, withholding, type ModelHistory } from '../../src/domain/learning/model-history.js';
import type { WithheldModel } from '../../src/domain/learning/withheld-model.js';
import { laterOf } from '../../src/domain/learning/window.js';
import type { BehaviourProfile, ProfileWriter } from '../../src/domain/personalisation/profile.js';
import { DEFAULT_PROFILE_SETTINGS, type ProfileSettings } from '../../src/domain/personalisation/profile-settings.js';
import { canonicalLines } from '../../src/learn/version.js';
import { boundedFacts } from './bounded-facts.js';
import type { ShopFacts } from './learning-facts.js';

/** Called before every single write; may throw, as a process dies. */
export type BeforeWrite = () => void;

const LATEST = new Date(8.64e15);

const newestOf = (times: readonly Date[]): Date | null => times.reduce<Date | null>(laterOf, null);

/** Facts held in arrays, handed out in the order in which they are held. */
export class FactsInArrays implements FactReader {
  readonly orders: Order[];
  readonly interactionFacts: Interaction[];
  readonly catalogue: readonly ProductFacts[];

  constructor({ orders = [], interactions = [], products = [] }: ShopFacts) {
    this.orders = [...orders];
    this.interactionFacts = [...interactions];
    this.catalogue = products;
  }

  async newestOrderAt(until = LATEST): Promise<Date | null> {
    return newestOf(this.#completed().map(({ placedAt }) => placedAt).filter((at) => at < until));
  }

  async newestInteractionAt(until = LATEST): Promise<Date | null> {
    return newestOf(this.interactionFacts.map(({ at }) => at).filter((at) => at < until));
  }

  async countOrders(): Promise<number> {
    return this.orders.length;
  }

  async countInteractions(): Promise<number> {
    return this.interactionFacts.length;
  }

  async *baskets(from: Date, until: Date): AsyncIterable<BasketFact> {
    for (const { id, customerId, placedAt, lines } of this.#completed()) {
      if (placedAt < from || placedAt >= until) continue;
      yield { orderId: id, customerId, placedAt, productIds: lines.map(({ productId }) => productId) };
    }
  }

  async *interactions(from: Date, until: Date): AsyncIterable<Interaction> {
    yield* this.interactionFacts.filter(({ at }) => at >= from && at < until);
  }

  async *products(): AsyncIterable<ProductFacts> {
    yield* this.catalogue;
  }

  async productsByIds(ids: readonly string[]): Promise<ReadonlyMap<string, ProductFacts>> {
    const wanted = new Set(ids);
    return new Map(this.catalogue.filter(({ id }) => wanted.has(id)).map((product) => [product.id, product]));
  }

  async catalogueRevision(): Promise<number> {
    return 0;
  }

  async *customerIds(): AsyncIterable<string> {
    const ids = [...this.orders, ...this.interactionFacts].map(({ customerId }) => customerId);
    yield* [...new Set(ids.filter((id) => id !== null))].sort();
  }

  customerFacts(customerIds: readonly string[], bounds: FactBounds): AsyncIterable<readonly CustomerFacts[]> {
    return boundedFacts(customerIds, { orders: this.orders, interactions: this.interactionFacts }, bounds);
  }

  #completed(): readonly Order[] {
    return this.orders.filter(({ status }) => status === 'COMPLETED');
  }
}

/** Statistics held as text, one line per document, each written on its own as a store would. */
export class InMemoryModels implements ModelWriter {
  readonly documents = new Map<string, Set<string>>();
  readonly #beforeWrite: BeforeWrite;
  #history: ModelHistory = NEVER_PUBLISHED;

  constructor(beforeWrite: BeforeWrite = () => undefined) {
    this.#beforeWrite = beforeWrite;
  }

  async published(): Promise<Model | null> {
    return this.#history.publications[0] ?? null;
  }

  async firstNeighbours(version: string, anchorIds: readonly string[], most: number): Promise<FirstNeighbours> {
    const wanted = new Set(anchorIds);
    const lists = new Map<string, readonly string[]>();
    for (const line of this.documents.get(version) ?? []) {
      // Written by canonicalLines.
      const [kind, productId, , neighbourIds] = JSON.parse(line) as [string, string, number, string[]];
      if (kind === 'co-purchase' && wanted.has(productId)) lists.set(productId, neighbourIds.slice(0, most));
    }
    return lists;
  }

  async stage(version: string, statistics: LearnedStatistics, onProgress?: (written: number) => void): Promise<void> {
    const staged = this.documents.get(version) ?? new Set();
    this.documents.set(version, staged);
    for (const line of canonicalLines(statistics)) {
      this.#beforeWrite();
      staged.add(line);
      onProgress?.(staged.size);
    }
  }

  async complete(version: string): Promise<void> {
    this.#beforeWrite();
    this.#history = confirmed(this.#history, version);
  }

  async withhold(publishedVersion: string, withheld: WithheldModel): Promise<void> {
    this.#beforeWrite();
    this.#history = withholding(this.#history, publishedVersion, withheld);
  }

  /** What was learned last and held back. */
  withheld(): WithheldModel | null {
    return this.#history.withheld;
  }

  async publish(model: Model): Promise<void> {
    this.#beforeWrite();
    this.#history = published(this.#history, model);
  }

  async sweep(_now: Date, versionsKept: number): Promise<void> {
    this.#history = trimmed(this.#history, versionsKept);
    const kept = this.#history.publications.map(({ version }) => version);
    for (const version of this.documents.keys()) {
      this.#beforeWrite();
      if (!kept.includes(version)) this.documents.delete(version);
    }
  }

  /** The documents that readers of the published version find. */
  publishedDocuments(): readonly string[] {
    return [...(this.documents.get(this.#history.publications[0]?.version ?? '') ?? [])];
  }
}

/** Profiles by customer, swapped in one by one as a store would. */
export class InMemoryProfiles implements ProfileWriter {
  readonly stored = new Map<string, { readonly profile: BehaviourProfile; readonly revision: number }>();
  settings: ProfileSettings = DEFAULT_PROFILE_SETTINGS;
  readonly #beforeWrite: BeforeWrite;

  constructor(beforeWrite: BeforeWrite = () => undefined) {
    this.#beforeWrite = beforeWrite;
  }

  async revisions(customerIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
    return new Map(customerIds.map((id) => [id, this.stored.get(id)?.revision ?? 0]));
  }

  async swap(profiles: readonly { readonly profile: BehaviourProfile; readonly expected: number }[]): Promise<readonly string[]> {
    const moved: string[] = [];
    for (const { profile, expected } of profiles) {
      this.#beforeWrite();
      const { customerId } = profile;
      if ((this.stored.get(customerId)?.revision ?? 0) === expected) this.stored.set(customerId, { profile, revision: expected + 1 });
      else moved.push(customerId);
    }
    return moved;
  }
}
