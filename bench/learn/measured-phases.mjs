// Loaded before the program that learns (node --import): says at which step it is, and in the end writes into TANDEM_PHASES_FILE what each step took.
import { writeFileSync } from 'node:fs';
import { Session } from 'node:inspector';

import { built } from '../built.mjs';

const SAMPLE_EVERY_US = 2_000;
const GARBAGE = '(garbage collector)';

/** What a file's code is there for; undefined where that depends on who called it. */
const kindOfFile = (url) => {
  if (/\/dist\/(domain|learn)\//.test(url)) return 'computing';
  if (/\/(mongodb|bson)\/|\/dist\/stores\/|^node:/.test(url)) return 'transfer';
  return undefined;
};

const KINDS_BY_NAME = new Map([['(idle)', 'waiting'], [GARBAGE, 'garbage']]);

/** For each node of a profile the kind of its own time: its file's, or else that of the nearest caller that has one. */
const kindsOf = (nodes) => {
  const parents = new Map(nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id])));
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const kinds = new Map();
  const kindOf = (id) => {
    if (kinds.has(id)) return kinds.get(id);
    const { callFrame } = byId.get(id);
    const parent = parents.get(id);
    const kind = KINDS_BY_NAME.get(callFrame.functionName) ?? kindOfFile(callFrame.url) ?? (parent === undefined ? 'transfer' : kindOf(parent));
    kinds.set(id, kind);
    return kind;
  };
  nodes.forEach(({ id }) => kindOf(id));
  return kinds;
};

/** Seconds of each kind between two instants, both in microseconds of the monotonic clock. */
const secondsWithin = ({ nodes, samples, timeDeltas, startTime }, kinds, from, until) => {
  const seconds = { computing: 0, transfer: 0, waiting: 0, garbage: 0 };
  let at = startTime;
  samples.forEach((id, index) => {
    at += timeDeltas[index];
    if (at >= from && at < until) seconds[kinds.get(id)] += (timeDeltas[index + 1] ?? 0) / 1e6;
  });
  return nodes.length === 0 ? null : seconds;
};

const nowUs = () => Number(process.hrtime.bigint() / 1000n);
const cpuSeconds = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
};

/** Waits until the parent has looked at the store, so that what the store did belongs to one step. */
const told = (message) =>
  new Promise((resolve) => {
    process.once('message', () => {
      process.channel.unref();
      resolve();
    });
    process.channel.ref();
    process.send(message);
  });

const steps = [];
const { PhaseClock } = await built('learn/progress.js');
const { run } = PhaseClock.prototype;
PhaseClock.prototype.run = async function measured(phase, ...rest) {
  await told({ phase });
  const [from, cpu] = [nowUs(), cpuSeconds()];
  try {
    return await run.call(this, phase, ...rest);
  } finally {
    steps.push({ phase, from, until: nowUs(), cpuSeconds: cpuSeconds() - cpu });
    await told({ phase: null });
  }
};

const session = new Session();
session.connect();
session.post('Profiler.enable');
session.post('Profiler.setSamplingInterval', { interval: SAMPLE_EVERY_US });
session.post('Profiler.start');
process.on('exit', () => {
  session.post('Profiler.stop', (error, answer) => {
    if (error !== null) throw error;
    const kinds = kindsOf(answer.profile.nodes);
    const measured = steps.map(({ phase, from, until, cpuSeconds: cpu }) => ({
      phase,
      seconds: (until - from) / 1e6,
      cpuSeconds: cpu,
      ...secondsWithin(answer.profile, kinds, from, until),
    }));
    writeFileSync(process.env.TANDEM_PHASES_FILE, JSON.stringify(measured));
    if (process.env.TANDEM_PROFILE_FILE !== undefined) writeFileSync(process.env.TANDEM_PROFILE_FILE, JSON.stringify(answer.profile));
  });
});
