import type { FactWriter } from '../../domain/facts/recording.js';
import { cellReader } from '../fields/cells.js';
import { fieldOfKey } from '../fields/column-map.js';
import type { ImportSettings } from '../import-settings.js';
import type { DerivedCatalogue } from '../orders/derived-catalogue.js';
import { OrderSink } from '../orders/order-sink.js';
import { OrderWriter } from '../orders/order-writer.js';
import { catalogueKind } from './catalogue.js';
import { consentsKind } from './consents.js';
import { factSink } from './fact-sink.js';
import { interactionsKind } from './interactions.js';
import type { RowSink, SinkContext } from './row-sink.js';

/** What a sink writes to. */
export interface SinkTargets {
  /** Null for a dry run. */
  readonly writer: FactWriter | null;
  readonly catalogue: DerivedCatalogue | null;
  readonly context: SinkContext;
}

/** A sink, and how many orders it has written: null for other kinds. */
export interface ChosenSink {
  readonly sink: RowSink;
  readonly orders: () => number | null;
}

const orderSink = (settings: ImportSettings, { writer, catalogue, context }: SinkTargets): ChosenSink => {
  const orders = new OrderWriter(writer, catalogue, context);
  const reading = {
    read: cellReader(settings.cells),
    choices: settings.choices,
    currency: settings.currency,
    now: context.now,
    fieldOf: fieldOfKey('orders', settings.map),
  };
  return { sink: new OrderSink(reading, orders, context), orders: () => orders.accepted };
};

/** The sink for the kind of import that the settings name. */
export const sinkFor = (settings: ImportSettings, targets: SinkTargets): ChosenSink => {
  const { writer, context } = targets;
  const read = cellReader(settings.cells);
  const orders = (): null => null;
  switch (settings.kind) {
    case 'orders':
      return orderSink(settings, targets);
    case 'catalogue':
      return { sink: factSink(catalogueKind(read, writer, settings.currency), context), orders };
    case 'interactions': {
      const rules = { now: context.now, retentionDays: settings.retentionDays };
      return { sink: factSink(interactionsKind(read, writer, rules), context), orders };
    }
    case 'consents':
      return { sink: factSink(consentsKind(read, writer, context.now), context), orders };
  }
};
