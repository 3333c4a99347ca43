import { buildSchema, type GraphQLObjectType } from 'graphql';
import { describe, expect, it } from 'vitest';
import { composeSupergraph } from '../../src/demo/gateway/compose-supergraph.js';
import { readContract } from '../../src/contract.js';
import { CATALOGUE_SDL } from '../../src/demo/neighbours/catalogue-schema.js';
import { CUSTOMERS_SDL } from '../../src/demo/neighbours/customers-schema.js';

const SUBGRAPHS = [
  { name: 'tandem', url: 'http://localhost:4001/graphql', sdl: readContract() },
  { name: 'catalogue', url: 'http://localhost:4002/graphql', sdl: CATALOGUE_SDL },
  { name: 'customers', url: 'http://localhost:4003/graphql', sdl: CUSTOMERS_SDL },
];

const typeOf = (apiSdl: string | null, typeName: string, field: string): string => {
  const type = buildSchema(apiSdl ?? '').getType(typeName) as GraphQLObjectType;
  return String(type.getFields()[field]?.type);
};

describe('The supergraph', () => {
  it('composes from the contracts alone', async () => {
    const composed = await composeSupergraph(SUBGRAPHS);
    expect(composed.errors).toBeNull();
    expect(composed.supergraphSdl).toContain('TANDEM @join__graph');
  });

  it('keeps what Tandem adds to foreign entities nullable, so that it never takes a product or a customer down', async () => {
    const { apiSdl } = await composeSupergraph(SUBGRAPHS);
    expect(typeOf(apiSdl, 'Product', 'complements')).toBe('ComplementConnection');
    expect(typeOf(apiSdl, 'Customer', 'personalisedPicks')).toBe('PickConnection');
    expect(typeOf(apiSdl, 'Customer', 'personalisedComplements')).toBe('ComplementConnection');
    expect(typeOf(apiSdl, 'Customer', 'personalisedNavigation')).toBe('[NavigationPick!]');
    expect(typeOf(apiSdl, 'Customer', 'behaviourProfile')).toBe('BehaviourProfile');
    expect(typeOf(apiSdl, 'Query', 'basketComplements')).toBe('ComplementConnection');
    expect(typeOf(apiSdl, 'ComplementEdge', 'node')).toBe('Product');
    expect(typeOf(apiSdl, 'PickEdge', 'node')).toBe('Product');
  });

  it('has what is for merchandisers, too, nullable where it is read', async () => {
    const { apiSdl } = await composeSupergraph(SUBGRAPHS);
    expect(typeOf(apiSdl, 'Query', 'merchandisingRules')).toBe('MerchandisingRuleConnection');
    expect(typeOf(apiSdl, 'Query', 'proposedPairs')).toBe('ProposedPairConnection');
    expect(typeOf(apiSdl, 'Query', 'previewRule')).toBe('RulePreview');
    expect(typeOf(apiSdl, 'Query', 'placementPolicies')).toBe('[PlacementPolicy!]');
    expect(typeOf(apiSdl, 'Mutation', 'setShopAutopilot')).toBe('SetShopAutopilotResult!');
    expect(typeOf(apiSdl, 'ProposedPair', 'anchor')).toBe('Product');
  });

  it('says why subgraphs do not fit together', async () => {
    const rival = { name: 'rival', url: 'http://localhost:4009/graphql', sdl: 'type Query { learningStatus: Int }' };
    const { errors, supergraphSdl } = await composeSupergraph([...SUBGRAPHS, rival]);
    expect(supergraphSdl).toBeNull();
    expect(errors?.join('\n')).toContain('learningStatus');
  });
});
