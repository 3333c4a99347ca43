import { createServer } from 'node:net';

/** Makes sure that nothing listens on these ports of this machine; 0 stands for any. Rejects with EADDRINUSE where something does. */
export const checkPortsAreFree = async (ports: readonly number[], host = '127.0.0.1'): Promise<void> => {
  for (const port of ports.filter((each) => each !== 0))
    await new Promise<void>((resolve, reject) => {
      const probe = createServer();
      probe.once('error', reject);
      probe.listen({ port, host }, () => probe.close(() => resolve()));
    });
};
