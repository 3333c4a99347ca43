import type { ProductFacts } from '../../src/domain/catalogue/product.js';
import type { Interaction } from '../../src/domain/facts/interaction.js';
import type { Order } from '../../src/domain/facts/order.js';
import type { BasketFact, CustomerFacts, FactBounds, FactReader } from '../../src/domain/facts/reading.js';
import type { Consent, FactWriter, RecordingOutcome } from '../../src/domain/facts/recording.js';
import type { ProfileWriter, StoredProfile } from '../../src/domain/personalisation/profile.js';
import { DEFAULT_PROFILE_SETTINGS } from '../../src/domain/personalisation/profile-settings.js';
import { boundedFacts } from './bounded-facts.js';

const ACCEPTED: RecordingOutcome = { kind: 'accepted' };
const DUPLICATE: RecordingOutcome = { kind: 'duplicate' };
const CONFLICT: RecordingOutcome = { kind: 'rejected', message: 'this id is recorded already with other contents' };

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

async function* streamed<T>(facts: Iterable<T>): AsyncGenerator<T> {
  yield* facts;
}

const LATEST = new Date(8.64e15);

/** Facts in memory, by the contract of FactWriter and FactReader; `writes` holds the size of each write. */
export class InMemoryFacts implements FactWriter, FactReader {
  readonly orders = new Map<string, Order>();
  readonly interactionsById = new Map<string, Interaction>();
  readonly catalogue = new Map<string, ProductFacts>();
  readonly consents = new Map<string, Consent>();
  readonly writes: number[] = [];
  #catalogueRevision = 0;

  recordOrders(orders: readonly Order[]): Promise<readonly RecordingOutcome[]> {
    return this.#each(orders, (order) => {
      const held = this.orders.get(order.id);
      if (held !== undefined && held.updatedAt > order.updatedAt) return DUPLICATE;
      if (held !== undefined && held.updatedAt.getTime() === order.updatedAt.getTime()) return same(held, order) ? DUPLICATE : CONFLICT;
      this.orders.set(order.id, order);
      return ACCEPTED;
    });
  }

  recordInteractions(interactions: readonly Interaction[]): Promise<readonly RecordingOutcome[]> {
    return this.#each(interactions, (interaction) => {
      const held = this.interactionsById.get(interaction.id);
      if (held !== undefined) return same(held, interaction) ? DUPLICATE : CONFLICT;
      this.interactionsById.set(interaction.id, interaction);
      return ACCEPTED;
    });
  }

  recordProducts(products: readonly ProductFacts[]): Promise<readonly RecordingOutcome[]> {
    return this.#each(products, (product) => {
      const duplicate = same(this.catalogue.get(product.id), product);
      this.#setProduct(product);
      return duplicate ? DUPLICATE : ACCEPTED;
    });
  }

  recordUnknownProducts(products: readonly ProductFacts[]): Promise<readonly RecordingOutcome[]> {
    return this.#each(products, (product) => {
      if (this.catalogue.has(product.id)) return DUPLICATE;
      this.#setProduct(product);
      return ACCEPTED;
    });
  }

  recordConsents(consents: readonly Consent[]): Promise<readonly RecordingOutcome[]> {
    return this.#each(consents, (consent) => {
      const held = this.consents.get(consent.customerId);
      if (held !== undefined && held.decidedAt >= consent.decidedAt) return DUPLICATE;
      this.consents.set(consent.customerId, consent);
      return ACCEPTED;
    });
  }

  async newestOrderAt(until = LATEST): Promise<Date | null> {
    const completed = [...this.orders.values()].filter(({ status, placedAt }) => status === 'COMPLETED' && placedAt < until);
    const times = completed.map(({ placedAt }) => placedAt.getTime());
    return times.length === 0 ? null : new Date(Math.max(...times));
  }

  async newestInteractionAt(until = LATEST): Promise<Date | null> {
    const times = [...this.interactionsById.values()].filter(({ at }) => at < until).map(({ at }) => at.getTime());
    return times.length === 0 ? null : new Date(Math.max(...times));
  }

  async countOrders(): Promise<number> {
    return this.orders.size;
  }

  async countInteractions(): Promise<number> {
    return this.interactionsById.size;
  }

  baskets(from: Date, until: Date): AsyncIterable<BasketFact> {
    const within = [...this.orders.values()].filter(
      ({ status, placedAt }) => status === 'COMPLETED' && placedAt >= from && placedAt < until,
    );
    return streamed(
      within.map(({ id, customerId, placedAt, lines }) => ({
        orderId: id,
        customerId,
        placedAt,
        productIds: lines.map(({ productId }) => productId),
      })),
    );
  }

  interactions(from: Date, until: Date): AsyncIterable<Interaction> {
    return streamed([...this.interactionsById.values()].filter(({ at }) => at >= from && at < until));
  }

  products(): AsyncIterable<ProductFacts> {
    return streamed(this.catalogue.values());
  }

  async productsByIds(ids: readonly string[]): Promise<ReadonlyMap<string, ProductFacts>> {
    return new Map(ids.flatMap((id) => {
      const product = this.catalogue.get(id);
      return product === undefined ? [] : [[id, product] as const];
    }));
  }

  async catalogueRevision(): Promise<number> {
    return this.#catalogueRevision;
  }

  customerIds(): AsyncIterable<string> {
    const facts = [...this.orders.values(), ...this.interactionsById.values()];
    return streamed([...new Set(facts.flatMap(({ customerId }) => customerId ?? []))].sort());
  }

  customerFacts(customerIds: readonly string[], bounds: FactBounds): AsyncIterable<readonly CustomerFacts[]> {
    return boundedFacts(customerIds, { orders: [...this.orders.values()], interactions: [...this.interactionsById.values()] }, bounds);
  }

  #setProduct(product: ProductFacts): void {
    this.catalogue.set(product.id, product);
    this.#catalogueRevision += 1;
  }

  async #each<T>(facts: readonly T[], write: (fact: T) => RecordingOutcome): Promise<readonly RecordingOutcome[]> {
    this.writes.push(facts.length);
    return facts.map(write);
  }
}

/** Profiles in memory, by the contract of ProfileWriter. */
export class InMemoryProfiles implements ProfileWriter {
  readonly settings = DEFAULT_PROFILE_SETTINGS;
  readonly stored = new Map<string, StoredProfile>();

  async revisions(customerIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
    return new Map(customerIds.map((id) => [id, this.stored.get(id)?.revision ?? 0]));
  }

  async swap(profiles: Parameters<ProfileWriter['swap']>[0]): Promise<readonly string[]> {
    return profiles.flatMap(({ profile, expected }) => {
      if ((this.stored.get(profile.customerId)?.revision ?? 0) !== expected) return [profile.customerId];
      this.stored.set(profile.customerId, { profile, revision: expected + 1 });
      return [];
    });
  }
}
