import type { InteractionFact } from '../facts/reading.js';
import { FloatColumn, floatAt, UintColumn, uintAt } from './columns.js';
import { DAY_MS } from './decay.js';
import { fingerprint } from './fingerprint.js';
import { type Occasions, sortOccasions, type UnsortedOccasions } from './occasions.js';
import type { ProductNumbering } from './product-numbers.js';
import { placesByNumber } from './sorted-places.js';

/** Looking at a product: what a visit is made of. */
export const LOOKING: ReadonlySet<InteractionFact['kind']> = new Set(['VIEW', 'CLICK', 'ADD_TO_BASKET']);

/** A visit is a session, or what a customer without one did on one UTC day; null when there is neither. */
const visitOf = ({ sessionId, customerId, at }: InteractionFact): string | null => {
  if (sessionId !== null) return `session ${sessionId}`;
  if (customerId !== null) return `day ${Math.floor(at.getTime() / DAY_MS)} of ${customerId}`;
  return null;
};

/** Where each visit's interactions begin among the sorted places; one more than there are visits. */
const startsOf = (visits: Float64Array, places: Uint32Array): Uint32Array => {
  const starts = new UintColumn();
  for (let index = 0; index < places.length; index += 1) {
    if (index === 0 || floatAt(visits, uintAt(places, index)) !== floatAt(visits, uintAt(places, index - 1))) starts.push(index);
  }
  starts.push(places.length);
  return starts.take();
};

interface SortedInteractions {
  readonly customers: Float64Array;
  readonly times: Float64Array;
  readonly places: Uint32Array;
  readonly starts: Uint32Array;
}

/** A visit's time is its end; its owner the customer (of several, always the same one), or the visit itself. */
const summarise = (
  visits: Float64Array,
  { customers, times, places, starts }: SortedInteractions,
): Pick<UnsortedOccasions, 'owners' | 'times' | 'keys'> => {
  const count = starts.length - 1;
  const summary = { owners: new Float64Array(count), times: new Float64Array(count), keys: new Float64Array(count) };
  for (let visit = 0; visit < count; visit += 1) {
    let [customer, end] = [Infinity, 0];
    for (let index = uintAt(starts, visit); index < uintAt(starts, visit + 1); index += 1) {
      customer = Math.min(customer, floatAt(customers, uintAt(places, index)));
      end = Math.max(end, floatAt(times, uintAt(places, index)));
    }
    const key = floatAt(visits, uintAt(places, uintAt(starts, visit)));
    summary.keys[visit] = key;
    summary.times[visit] = end;
    summary.owners[visit] = customer === Infinity ? key : customer;
  }
  return summary;
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

  /** The visits, with products under their final numbers, which `ranks` gives by number of arrival. Nothing is kept: to be called once. */
  finish(ranks: Uint32Array): Occasions {
    const visits = this.#visits.take();
    const places = placesByNumber(visits);
    const starts = startsOf(visits, places);
    const arrivals = this.#products.take();
    return sortOccasions({
      ...summarise(visits, { customers: this.#customers.take(), times: this.#times.take(), places, starts }),
      mostProducts: arrivals.length,
      copyProducts: (visit, into, at) => {
        const from = uintAt(starts, visit);
        const size = uintAt(starts, visit + 1) - from;
        for (let index = 0; index < size; index += 1) into[at + index] = uintAt(ranks, uintAt(arrivals, uintAt(places, from + index)));
        return size;
      },
    });
  }
}
