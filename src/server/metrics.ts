import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

/** What was asked: `entities` is a query through `_entities`, `none` never became an operation. */
export type OperationKind = 'query' | 'mutation' | 'entities' | 'none';

/** How a request ended. */
export type Outcome =
  | 'ok'
  | 'degraded'
  | 'partial'
  | 'failed'
  | 'refused'
  | 'unauthenticated'
  | 'overloaded'
  | 'deadline'
  | 'gone';

/** What the process counts of itself. Labels are closed lists, so nothing a client sends can make the number of series grow. */
export interface Metrics {
  observeRequest(operation: OperationKind, outcome: Outcome, seconds: number): void;
  /** One command sent to the store, by the name the driver gives it. */
  observeCommand(name: string, outcome: 'ok' | 'failed', seconds: number): void;
  /** An answer was given without this store. */
  countDegraded(store: string): void;
  /** An error was masked. */
  countFault(): void;
  setInFlight(requests: number): void;
  /** An entry of the serving log was dropped. */
  countLogDropped(): void;
  /** The store did not take a batch of the serving log. */
  countLogFailure(): void;
  /** Everything in the Prometheus text format. */
  render(): Promise<{ readonly contentType: string; readonly text: string }>;
}

const COMMANDS = new Set([
  'aggregate',
  'bulkWrite',
  'count',
  'createIndexes',
  'delete',
  'distinct',
  'find',
  'findAndModify',
  'getMore',
  'hello',
  'insert',
  'ping',
  'update',
]);
const MAX_STORES = 30;
const REQUEST_SECONDS = [0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.4, 0.8, 1.6, 5, 10];
const COMMAND_SECONDS = [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.15, 0.35, 1, 5];

/** Opens a registry of its own with the process's standard figures in it. */
export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const requests = createRequestMetrics(registry);
  return {
    ...requests,
    ...createStoreMetrics(registry),
    ...createServingLogMetrics(registry),
    async render() {
      return { contentType: registry.contentType, text: await registry.metrics() };
    },
  };
}

function createRequestMetrics(registry: Registry): Pick<Metrics, 'observeRequest' | 'countFault' | 'setInFlight'> {
  const registers = [registry];
  const duration = new Histogram({
    name: 'tandem_request_duration_seconds',
    help: 'Time to answer a GraphQL request, by kind of operation and outcome; its count is the number of requests',
    labelNames: ['operation', 'outcome'],
    buckets: REQUEST_SECONDS,
    registers,
  });
  const faults = new Counter({ name: 'tandem_faults_total', help: 'Errors that were masked and logged with an id', registers });
  const inFlight = new Gauge({ name: 'tandem_requests_in_flight', help: 'GraphQL requests under way', registers });
  return {
    observeRequest: (operation, outcome, seconds) => duration.observe({ operation, outcome }, seconds),
    countFault: () => faults.inc(),
    setInFlight: (count) => inFlight.set(count),
  };
}

function createServingLogMetrics(registry: Registry): Pick<Metrics, 'countLogDropped' | 'countLogFailure'> {
  const registers = [registry];
  const dropped = new Counter({
    name: 'tandem_serving_log_dropped_total',
    help: 'Entries of the serving log that were dropped because the store was behind',
    registers,
  });
  const failures = new Counter({
    name: 'tandem_serving_log_failures_total',
    help: 'Batches of the serving log that the store did not take, to be tried again',
    registers,
  });
  return { countLogDropped: () => dropped.inc(), countLogFailure: () => failures.inc() };
}

function createStoreMetrics(registry: Registry): Pick<Metrics, 'observeCommand' | 'countDegraded'> {
  const registers = [registry];
  const commands = new Histogram({
    name: 'tandem_store_command_duration_seconds',
    help: 'Time of a command to the store, by name and outcome; its count is the number of commands',
    labelNames: ['command', 'outcome'],
    buckets: COMMAND_SECONDS,
    registers,
  });
  const degraded = new Counter({
    name: 'tandem_degraded_total',
    help: 'Answers given without a store, by store',
    labelNames: ['store'],
    registers,
  });
  const stores = new Set<string>();
  return {
    observeCommand: (name, outcome, seconds) =>
      commands.observe({ command: COMMANDS.has(name) ? name : 'other', outcome }, seconds),
    countDegraded(store) {
      if (stores.size < MAX_STORES) stores.add(store);
      degraded.inc({ store: stores.has(store) ? store : 'other' });
    },
  };
}
