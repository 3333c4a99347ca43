// A process of the measurement's own: it says when it is ready, answers questions, and is told to stop.
import { fork } from 'node:child_process';
import { once } from 'node:events';

/** Starts a script in a process of its own and waits until it is ready. */
export const startChild = async (script, args = [], { env = {}, execArgv = [] } = {}) => {
  const child = fork(script, args, {
    env: { ...process.env, NODE_ENV: 'production', ...env },
    execArgv,
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const ended = once(child, 'exit');
  const hear = async () => {
    const [heard] = await Promise.race([once(child, 'message'), ended.then(() => [null])]);
    if (heard === null) throw new Error(`${script} has ended early`);
    return heard;
  };
  const ready = await hear();
  return {
    ready,
    /** Processor milliseconds of the whole process since its start, all threads; and its peak of memory. */
    usage: async () => {
      child.send('usage');
      return hear();
    },
    stop: async () => {
      child.send('stop');
      await ended;
    },
  };
};

/** The other side: says that the process is ready, answers questions, and closes when told. */
export const serveParent = (ready, close) => {
  process.on('message', async (message) => {
    if (message === 'usage') {
      const { user, system } = process.cpuUsage();
      process.send({ cpuMs: (user + system) / 1000, peakMb: process.resourceUsage().maxRSS / 1024 });
      return;
    }
    await close();
    process.disconnect();
  });
  process.send(ready);
};
