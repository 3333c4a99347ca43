import { createServer, type Server, type Socket } from 'node:net';
import type { Engine } from '../commands/execute.js';
import { serveConnection } from './connection.js';

const HOST = '127.0.0.1';
const MAX_CONNECTIONS = 1000;

/** An open port on the loopback interface. Clients may connect at once; they are served from `serve` on. */
export interface Listener {
  readonly port: number;
  serve(engine: Engine): void;
  close(): Promise<void>;
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, HOST, () => {
      server.off('error', reject);
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    });
  });
}

/** Opens a port (0: any free one). @throws the error of the operating system, such as EADDRINUSE. */
export async function openListener(port: number): Promise<Listener> {
  const sockets = new Set<Socket>();
  let engine: Engine | undefined;
  let connections = 0;
  const start = (socket: Socket): void => {
    if (engine === undefined) return;
    connections += 1;
    serveConnection(engine, connections, socket);
  };
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
    start(socket);
  });
  server.maxConnections = MAX_CONNECTIONS;
  return {
    port: await listen(server, port),
    serve(shared): void {
      engine = shared;
      for (const socket of sockets) start(socket);
    },
    close: () => new Promise((resolve) => {
      server.close(() => { resolve(); });
      for (const socket of sockets) socket.destroy();
    }),
  };
}
