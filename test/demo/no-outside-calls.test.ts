import { connect } from 'node:net';

import { afterEach, describe, expect, it, vi } from 'vitest';

import { readContract } from '../../src/contract.js';
import { startGateway } from '../../src/demo/gateway/start-gateway.js';
import { CATALOGUE_SDL } from '../../src/demo/neighbours/catalogue-schema.js';
import { CUSTOMERS_SDL } from '../../src/demo/neighbours/customers-schema.js';

const { hosts } = vi.hoisted(() => ({ hosts: [] as string[] }));

describe('the gateway of the demo', () => {
  afterEach(() => {
    vi.restoreAllMocks();
  });

  it('talks to this machine only when it starts', async () => {
    const { Socket } = await import('node:net');
    const original = Socket.prototype.connect;
    vi.spyOn(Socket.prototype, 'connect').mockImplementation(function (this: InstanceType<typeof Socket>, ...args: unknown[]) {
      hosts.push(JSON.stringify(args[0]));
      return Reflect.apply(original, this, args) as InstanceType<typeof Socket>;
    });
    const gateway = await startGateway({
      port: 0,
      gatewayCredential: 'x'.repeat(32),
      subgraphs: [
        { name: 'tandem', url: 'http://127.0.0.1:9/graphql', sdl: readContract() },
        { name: 'catalogue', url: 'http://127.0.0.1:9/graphql', sdl: CATALOGUE_SDL },
        { name: 'customers', url: 'http://127.0.0.1:9/graphql', sdl: CUSTOMERS_SDL },
      ],
    });
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(hosts).toEqual([]);
    // The watch itself works: a connection of our own is seen.
    connect(Number(new URL(gateway.url).port), '127.0.0.1').destroy();
    expect(hosts).toHaveLength(1);
    await gateway.close();
  });
});
