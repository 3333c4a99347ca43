/** One subgraph of a supergraph. */
export interface SubgraphSource {
  readonly name: string;
  /** Of its GraphQL endpoint. */
  readonly url: string;
  readonly sdl: string;
}
