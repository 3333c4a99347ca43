// Sends requests to a server for a while and counts what they cost it.
import autocannon from 'autocannon';

import { built } from '../built.mjs';

const { DEMO_GATEWAY_CREDENTIAL } = await built('config.js');

const HEADERS = { 'content-type': 'application/json', 'x-gateway-credential': DEMO_GATEWAY_CREDENTIAL };

/** Asks once; answers the text. */
export const ask = async (url, body) => {
  const response = await fetch(`${url}/graphql`, { method: 'POST', headers: HEADERS, body });
  const text = await response.text();
  if (!response.ok) throw new Error(`${url} answered ${response.status}: ${text.slice(0, 500)}`);
  return text;
};

/** One shot: requests per second, milliseconds of processor time per request of the processes given, and the latency. */
export const shoot = async ({ server, beside = [] }, bodies, { seconds, connections }) => {
  const processes = [server, ...beside];
  const used = async () => Promise.all(processes.map(async (child) => (await child.usage()).cpuMs));
  const before = await used();
  const result = await autocannon({
    url: `${server.ready.url}/graphql`,
    method: 'POST',
    headers: HEADERS,
    requests: bodies.map((body) => ({ body })),
    connections,
    duration: seconds,
    verifyBody: (body) => !body.includes('"degraded"'),
  });
  const after = await used();
  if (result.non2xx + result.errors + result.timeouts > 0) throw new Error(`${result.non2xx} refusals, ${result.errors} errors`);
  const requests = result.requests.total;
  const [own, ...others] = after.map((ms, at) => (ms - before[at]) / requests);
  return {
    perSecond: requests / result.duration,
    cpuMs: own,
    besideCpuMs: others.reduce((sum, ms) => sum + ms, 0),
    degraded: result.mismatches / requests,
    p50: result.latency.p50,
    p99: result.latency.p99,
  };
};
