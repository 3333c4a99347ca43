import { pino, type DestinationStream, type Logger as PinoLogger } from 'pino';

import type { Config } from '../config.js';
import { describeFault } from './fault-description.js';

/** The process's log: one JSON object per line. */
export type Logger = PinoLogger;

const SECRET_FIELDS = [
  'authorization',
  'token',
  'credential',
  'password',
  'variables',
  'customerId',
  '["x-gateway-credential"]',
];

const redact = SECRET_FIELDS.flatMap((field) => [field, field.startsWith('[') ? `*${field}` : `*.${field}`]);

/** Opens the log, on standard output unless told otherwise. Errors are described without what they might hold of a customer. */
export function createLog(level: Config['logLevel'], destination?: DestinationStream): Logger {
  const options = {
    level,
    base: { service: 'tandem', pid: process.pid },
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
    formatters: { level: (label: string) => ({ level: label }) },
    redact: { paths: redact, censor: '[hidden]' },
    serializers: { err: describeFault, error: describeFault },
  };
  return destination === undefined ? pino(options) : pino(options, destination);
}
