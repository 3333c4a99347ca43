import { BSON } from 'mongodb';

import { BSON_TYPE, dateAt, NameTable, type OnElement, walkElements } from '../../bson/walk.js';
import type { BasketFact, CustomerOrder } from '../../domain/facts/reading.js';
import type { OrderDocument } from '../collections.js';
import { TextMemory } from './text-memory.js';

type Field = '_id' | 'customerId' | 'placedAt' | 'updatedAt' | 'status' | 'currencyCode' | 'lines';
type LineField = 'productId' | 'unitPriceMinor';
type Line = CustomerOrder['lines'][number];

const sameNames = <Name extends string>(names: readonly Name[]): NameTable<Name> => new NameTable(names.map((name) => [name, name]));

const FIELDS = sameNames<Field>(['_id', 'customerId', 'placedAt', 'updatedAt', 'status', 'currencyCode', 'lines']);
const LINE_FIELDS = sameNames<LineField>(['productId', 'unitPriceMinor']);
const NEVER = new Date(0);

const toLine = ({ productId, unitPriceMinor }: Line): Line => ({ productId, unitPriceMinor });

/** What the driver's own decoder makes of it: for whatever does not look as it was written here. */
const decoded = (bytes: Buffer): CustomerOrder => {
  const { _id, customerId, placedAt, updatedAt, status, currencyCode, lines } = BSON.deserialize(bytes) as OrderDocument;
  return { id: _id, customerId, placedAt, updatedAt, status, currencyCode, lines: lines.map(toLine) };
};

/**
 * Reads orders from the bytes of their documents, and of them only what learning asks for: there are very many of them, and making objects of all
 * that they hold costs more than all that is done with it. Fields that were left out are what they are in an order that says nothing.
 */
export class OrderBytes {
  readonly #texts = new TextMemory();
  #bytes: Buffer = Buffer.alloc(0);
  #id = '';
  #customerId: string | null = null;
  #placedAt = NEVER;
  #updatedAt = NEVER;
  #status: OrderDocument['status'] = 'COMPLETED';
  #currencyCode = '';
  #lines: Line[] = [];
  #productId = '';
  #unitPriceMinor = 0;

  /** The order of a document. */
  order(bytes: Buffer): CustomerOrder {
    this.#begin(bytes);
    if (!walkElements(bytes, 0, bytes.length, this.#onField)) return decoded(bytes);
    return {
      id: this.#id,
      customerId: this.#customerId,
      placedAt: this.#placedAt,
      updatedAt: this.#updatedAt,
      status: this.#status,
      currencyCode: this.#currencyCode,
      lines: this.#lines,
    };
  }

  /** What learning counts of a document. */
  basket(bytes: Buffer): BasketFact {
    const { id, customerId, placedAt, lines } = this.order(bytes);
    return { orderId: id, customerId, placedAt, productIds: lines.map(({ productId }) => productId) };
  }

  #begin(bytes: Buffer): void {
    this.#bytes = bytes;
    this.#id = '';
    this.#customerId = null;
    this.#placedAt = NEVER;
    this.#updatedAt = NEVER;
    this.#status = 'COMPLETED';
    this.#currencyCode = '';
    this.#lines = [];
  }

  readonly #onField: OnElement = (type, nameStart, nameEnd, end) => {
    const field = FIELDS.at(this.#bytes, nameStart, nameEnd);
    switch (field) {
      case undefined: return true;
      case 'lines': return type === BSON_TYPE.array && walkElements(this.#bytes, nameEnd + 1, end, this.#onLine);
      case 'placedAt': case 'updatedAt': return type === BSON_TYPE.date && this.#takeTime(field, dateAt(this.#bytes, nameEnd + 1));
      case 'customerId': if (type === BSON_TYPE.null) return true;
    }
    return type === BSON_TYPE.string && this.#takeText(field, nameEnd + 5, end - 1);
  };

  readonly #onLine: OnElement = (type, _, nameEnd, end) => {
    this.#productId = '';
    this.#unitPriceMinor = 0;
    if (type !== BSON_TYPE.document || !walkElements(this.#bytes, nameEnd + 1, end, this.#onLineField)) return false;
    this.#lines.push({ productId: this.#productId, unitPriceMinor: this.#unitPriceMinor });
    return true;
  };

  readonly #onLineField: OnElement = (type, nameStart, nameEnd, end) => {
    const field = LINE_FIELDS.at(this.#bytes, nameStart, nameEnd);
    if (field === 'productId') {
      if (type !== BSON_TYPE.string) return false;
      this.#productId = this.#texts.at(this.#bytes, nameEnd + 5, end - 1);
      return true;
    }
    if (field !== 'unitPriceMinor') return true;
    if (type === BSON_TYPE.int32) this.#unitPriceMinor = this.#bytes.readInt32LE(nameEnd + 1);
    else if (type === BSON_TYPE.double) this.#unitPriceMinor = this.#bytes.readDoubleLE(nameEnd + 1);
    else return false;
    return true;
  };

  #takeTime(field: 'placedAt' | 'updatedAt', time: number): boolean {
    if (field === 'placedAt') this.#placedAt = new Date(time);
    else this.#updatedAt = new Date(time);
    return true;
  }

  #takeText(field: '_id' | 'customerId' | 'status' | 'currencyCode', start: number, end: number): boolean {
    if (field === '_id') this.#id = this.#bytes.toString('utf8', start, end);
    else if (field === 'customerId') this.#customerId = this.#bytes.toString('utf8', start, end);
    else if (field === 'currencyCode') this.#currencyCode = this.#texts.at(this.#bytes, start, end);
    else {
      const status = this.#texts.at(this.#bytes, start, end);
      if (status !== 'COMPLETED' && status !== 'CANCELLED') return false;
      this.#status = status;
    }
    return true;
  }
}

/** The bytes that a cursor with the option `raw` answers, whatever type the collection has. */
export const bytesOf = (document: unknown): Buffer => {
  if (!(document instanceof Uint8Array)) throw new TypeError('a raw document is bytes');
  return Buffer.isBuffer(document) ? document : Buffer.from(document.buffer, document.byteOffset, document.byteLength);
};
