import { startGateway, type RunningGateway } from './gateway/start-gateway.js';
import { readContract } from '../contract.js';
import { startCatalogueSubgraph } from './neighbours/catalogue.js';
import { startCustomersSubgraph } from './neighbours/customers.js';
import type { NeighbourOptions } from './neighbours/serve-subgraph.js';
import { playgroundExamples } from './playground/examples.js';
import { createPlayground } from './playground/routes.js';
import type { SampleShop } from './shop/sample-shop.js';
import type { DemoCaller } from './tokens.js';

/** What the neighbourhood is built around. */
export interface NeighbourhoodOptions extends Pick<NeighbourOptions, 'gatewayCredential' | 'identity' | 'host'> {
  /** Tandem's GraphQL endpoint, which need not answer yet. */
  readonly tandemUrl: string;
  readonly shop: Pick<SampleShop, 'descriptions' | 'customers'>;
  /** For the playground's examples. */
  readonly tokens: Readonly<Record<DemoCaller, string>>;
  readonly now: () => Date;
  /** 0 picks a free one. */
  readonly ports: { readonly gateway: number; readonly catalogue: number; readonly customers: number };
}

/** Two neighbours and a gateway that are up. */
export interface Neighbourhood {
  /** The front door: the playground; GraphQL is at `/graphql` below it. */
  readonly gatewayUrl: string;
  readonly catalogueUrl: string;
  readonly customersUrl: string;
  /** The gateway first, then the neighbours. */
  close(): Promise<void>;
}

/** Starts what Tandem stands between in the demo: the subgraphs that own `Product` and `Customer`, and a gateway with the playground. */
export const startNeighbourhood = async (options: NeighbourhoodOptions): Promise<Neighbourhood> => {
  const { gatewayCredential, identity, ports, shop, tandemUrl, tokens, now, host = '127.0.0.1' } = options;
  const closing: (() => Promise<void>)[] = [];
  const close = async (): Promise<void> => {
    for (const stop of closing.toReversed()) await stop();
  };
  const keep = <T extends RunningGateway>(running: T): T => {
    closing.push(() => running.close());
    return running;
  };
  try {
    const near = { gatewayCredential, identity };
    const catalogue = keep(await startCatalogueSubgraph(shop.descriptions, { ...near, port: ports.catalogue }));
    const customers = keep(await startCustomersSubgraph(shop.customers, { ...near, port: ports.customers }));
    const gateway = keep(
      await startGateway({
        host,
        port: ports.gateway,
        gatewayCredential,
        addRoutes: await createPlayground(() => playgroundExamples({ tokens, now: now() })),
        subgraphs: [
          { name: 'tandem', url: tandemUrl, sdl: readContract() },
          { name: 'catalogue', ...catalogue },
          { name: 'customers', ...customers },
        ],
      }),
    );
    return { gatewayUrl: gateway.url, catalogueUrl: catalogue.url, customersUrl: customers.url, close };
  } catch (error) {
    await close();
    throw error;
  }
};
