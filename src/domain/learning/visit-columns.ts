import type { InteractionFact } from '../facts/reading.js';
import { FloatColumn, floatAt, sortedPlaces, UintColumn, uintAt } from './columns.js';
import { DAY_MS } from './decay.js';
import { fingerprint } from './fingerprint.js';
import { type Occasions, sortOccasions } from './occasions.js';
import type { ProductNumbering } from './product-numbers.js';

/** Looking at a product: what a visit is made of. */
const LOOKING: ReadonlySet<InteractionFact['kind']> = new Set(['VIEW', 'CLICK', 'ADD_TO_BASKET']);

/** A visit is a session, or what a customer without one did on one UTC day; null when there is neither. */
const visitOf = ({ sessionId, customerId, at }: InteractionFact): string | null => {
  if (sessionId !== null) return `session ${sessionId}`;
  if (customerId !== null) return `day ${Math.floor(at.getTime() / DAY_MS)} of ${customerId}`;
  return null;
};

/** Takes interactions as they come and keeps numbers only. */
export class VisitColumns {
  readonly #numbering: ProductNumbering;
  readonly #visits = new FloatColumn();
  readonly #customers = new FloatColumn();
  readonly #times = new FloatColumn();
  readonly #products = new UintColumn();

  constructor(numbering: ProductNumbering) {
    this.#numbering = numbering;
  }

  add(interaction: InteractionFact): void {
    const visit = visitOf(interaction);
    const { productId, customerId } = interaction;
    if (visit === null || productId === null || !LOOKING.has(interaction.kind)) return;
    this.#visits.push(fingerprint(visit));
    this.#customers.push(customerId === null ? Infinity : fingerprint(`customer ${customerId}`));
    this.#times.push(interaction.at.getTime());
    this.#products.push(this.#numbering.numberOf(productId));
  }

  /** The visits, with products under their final numbers, which `ranks` gives by number of arrival. */
  finish(ranks: Uint32Array): Occasions {
    const visits = this.#visits.values();
    const places = sortedPlaces(visits.length, (a, b) => floatAt(visits, a) - floatAt(visits, b));
    const starts = new UintColumn();
    places.forEach((place, index) => {
      if (index === 0 || floatAt(visits, place) !== floatAt(visits, uintAt(places, index - 1))) starts.push(index);
    });
    const within = (visit: number): Uint32Array =>
      places.subarray(uintAt(starts.values(), visit), visit + 1 < starts.length ? uintAt(starts.values(), visit + 1) : places.length);
    const arrivals = this.#products.values();
    return sortOccasions({
      ...this.#summarise(starts.length, within),
      productsAt: (visit) => within(visit).map((place) => uintAt(ranks, uintAt(arrivals, place))),
    });
  }

  /** A visit's time is its end; its owner the customer (of several, always the same one), or the visit itself. */
  #summarise(count: number, within: (visit: number) => Uint32Array): Record<'owners' | 'times' | 'keys', Float64Array> {
    const columns = [this.#visits.values(), this.#customers.values(), this.#times.values()] as const;
    const owners = new Float64Array(count);
    const times = new Float64Array(count);
    const keys = new Float64Array(count);
    for (let visit = 0; visit < count; visit += 1) {
      let customer = Infinity;
      for (const place of within(visit)) {
        keys[visit] = floatAt(columns[0], place);
        customer = Math.min(customer, floatAt(columns[1], place));
        times[visit] = Math.max(floatAt(times, visit), floatAt(columns[2], place));
      }
      owners[visit] = customer === Infinity ? floatAt(keys, visit) : customer;
    }
    return { owners, times, keys };
  }
}
