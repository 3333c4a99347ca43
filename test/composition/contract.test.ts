import { buildSubgraphSchema, printSubgraphSchema } from '@apollo/subgraph';
import {
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isScalarType,
  isUnionType,
  parse,
  type GraphQLArgument,
  type GraphQLNamedType,
} from 'graphql';
import { describe, expect, it } from 'vitest';

import { readContract } from '../../src/contract.js';
import { createSchema } from '../../src/server/schema.js';

const schema = createSchema(500);
const ours = Object.values(schema.getTypeMap()).filter(
  ({ name }) => !name.startsWith('_') && !/^(String|Int|Float|Boolean|ID|link__|federation__|join__)/.test(name),
);

const membersOf = (type: GraphQLNamedType): readonly (readonly [string, string | null | undefined])[] => {
  if (isEnumType(type)) return type.getValues().map(({ name, description }) => [`${type.name}.${name}`, description]);
  if (!isObjectType(type) && !isInterfaceType(type) && !isInputObjectType(type)) return [];
  return Object.values(type.getFields())
    .filter(({ name }) => !name.startsWith('_'))
    .flatMap((field) => [
      [`${type.name}.${field.name}`, field.description] as const,
      ...('args' in field ? field.args.map((arg: GraphQLArgument) => [`${type.name}.${field.name}(${arg.name})`, arg.description] as const) : []),
    ]);
};

describe('the published contract', () => {
  it('says of every type, field, argument and enum value what it is', () => {
    const described = [
      ...ours.filter(({ name }) => name !== 'Query' && name !== 'Mutation').map((type) => [type.name, type.description] as const),
      ...ours.flatMap(membersOf),
    ];
    expect(described.length).toBeGreaterThan(150);
    expect(described.filter(([, description]) => !description?.trim()).map(([name]) => name)).toEqual([]);
  });

  it('changes only on purpose', async () => {
    const printed = printSubgraphSchema(buildSubgraphSchema(parse(readContract())));
    await expect(printed).toMatchFileSnapshot('./contract.snapshot.graphql');
  });

  it('keeps what it adds to foreign entities nullable, so that it never takes a product or a customer down', () => {
    const typeOf = (type: string, field: string): string => {
      const found = schema.getType(type);
      return isObjectType(found) ? String(found.getFields()[field]?.type) : 'missing';
    };
    expect({
      complements: typeOf('Product', 'complements'),
      basketComplements: typeOf('Query', 'basketComplements'),
      picks: typeOf('Customer', 'personalisedPicks'),
      personalisedComplements: typeOf('Customer', 'personalisedComplements'),
      navigation: typeOf('Customer', 'personalisedNavigation'),
      profile: typeOf('Customer', 'behaviourProfile'),
      complementNode: typeOf('ComplementEdge', 'node'),
      pickNode: typeOf('PickEdge', 'node'),
      edges: typeOf('ComplementConnection', 'edges'),
    }).toEqual({
      complements: 'ComplementConnection',
      basketComplements: 'ComplementConnection',
      picks: 'PickConnection',
      personalisedComplements: 'ComplementConnection',
      navigation: '[NavigationPick!]',
      profile: 'BehaviourProfile',
      complementNode: 'Product',
      pickNode: 'Product',
      edges: '[ComplementEdge!]!',
    });
  });

  it('keeps what is for the shop’s own people nullable, and tells routers and gateways that it is internal', () => {
    const foreign = ['RuleWarning.products', 'ProposedPair.anchor', 'ProposedPair.complement', 'DecidedPair.anchor', 'DecidedPair.complement']
      .concat(['RulePreviewList.anchor', 'RulePreviewList.displaced', 'RulePreviewPicks.displaced', 'CopyVariant.product', 'CreditedPair.anchor', 'CreditedPair.product'])
      .map((path) => path.split('.'));
    for (const [type = '', field = ''] of foreign) {
      const found = schema.getType(type);
      const printed = isObjectType(found) ? String(found.getFields()[field]?.type) : 'missing';
      expect([type, field, ['Product', '[Product]!'].includes(printed)]).toEqual([type, field, true]);
    }
    const ofShoppers = ['basketComplements', 'recordInteractions', 'recordOrders', 'setPersonalisationConsent', 'crossSellArm', 'forgetProduct', 'eraseCustomer'];
    for (const root of [schema.getQueryType(), schema.getMutationType()]) {
      for (const { name, type, astNode } of Object.values(root?.getFields() ?? {})) {
        if (name.startsWith('_') || ofShoppers.includes(name)) continue;
        expect([name, astNode?.directives?.some(({ name: { value } }) => value === 'tag')]).toEqual([name, true]);
        if (root === schema.getQueryType()) expect([name, String(type).endsWith('!')]).toEqual([name, false]);
      }
    }
  });

  it('has only kinds of types that its readers know', () => {
    const unknown = ours.filter(
      (type) => ![isEnumType, isInputObjectType, isInterfaceType, isObjectType, isScalarType, isUnionType].some((is) => is(type)),
    );
    expect(unknown).toEqual([]);
  });
});
