import { parse } from 'graphql';
import { loadDevDependency } from './dev-dependency.js';
import type { SubgraphSource } from './subgraph.js';

/** A supergraph, or why the subgraphs do not fit together: one sentence per reason. */
export type Composition =
  | { readonly supergraphSdl: string; readonly apiSdl: string; readonly errors: null }
  | { readonly supergraphSdl: null; readonly apiSdl: null; readonly errors: readonly string[] };

/** Composes subgraphs by their contracts, without running any. `apiSdl` is what clients of the gateway see. */
export const composeSupergraph = async (subgraphs: readonly SubgraphSource[]): Promise<Composition> => {
  const composer = await loadDevDependency(
    '@theguild/federation-composition',
    () => import('@theguild/federation-composition'),
  );
  const composed = composer.composeServices(subgraphs.map(({ name, url, sdl }) => ({ name, url, typeDefs: parse(sdl) })));
  if (composed.errors !== undefined) {
    return { supergraphSdl: null, apiSdl: null, errors: composed.errors.map(({ message }) => message) };
  }
  return { supergraphSdl: composed.supergraphSdl, apiSdl: composed.publicSdl, errors: null };
};
