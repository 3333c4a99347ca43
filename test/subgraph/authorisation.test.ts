import { isAbstractType, isInterfaceType, isObjectType, isUnionType, getNamedType, type GraphQLObjectType } from 'graphql';
import { beforeAll, describe, expect, it } from 'vitest';

import { createSchema } from '../../src/server/schema.js';
import { aProduct, aRule, aSelector, NOW } from '../support/builders.js';
import { holdRules } from '../support/held-rules.js';
import { useSubgraph } from '../support/subgraph.js';
import { type CustomerId, EVERYBODY, INHERITS, MACHINERY, OBJECTS, type Policy, type Role, ROLES, type Row, ROWS } from './who-may-ask.js';

const schema = createSchema(500);
const ENTRIES = ['Query', 'Mutation', 'Product', 'Customer'];

const objectOf = (name: string): GraphQLObjectType => {
  const type = schema.getType(name);
  if (!isObjectType(type)) throw new Error(`${name} is no object type`);
  return type;
};

/** The objects that a field of this type may answer. */
const objectsOf = (type: unknown): readonly GraphQLObjectType[] => {
  if (isObjectType(type)) return [type];
  return isAbstractType(type) && (isInterfaceType(type) || isUnionType(type)) ? schema.getPossibleTypes(type) : [];
};

const objectsUnder = (start: unknown, found: Set<string> = new Set()): ReadonlySet<string> => {
  for (const object of objectsOf(start)) {
    if (ENTRIES.includes(object.name) || found.has(object.name)) continue;
    found.add(object.name);
    for (const field of Object.values(object.getFields())) objectsUnder(getNamedType(field.type), found);
  }
  return found;
};

const entryFields = ENTRIES.flatMap((name) => Object.values(objectOf(name).getFields()).map((field) => ({ path: `${name}.${field.name}`, field })));

const leadingTo = (type: string): readonly string[] =>
  entryFields.filter(({ path, field }) => !MACHINERY.includes(path) && objectsUnder(getNamedType(field.type)).has(type)).map(({ path }) => path);

describe('who may ask what', () => {
  it('is written down for every field that leads into the schema', () => {
    expect(entryFields.map(({ path }) => path).toSorted()).toEqual([...Object.keys(ROWS), ...MACHINERY].toSorted());
  });

  it('is written down for every object, by the fields that lead to it', () => {
    const objects = Object.values(schema.getTypeMap()).filter((type) => isObjectType(type) && !type.name.startsWith('_') && !ENTRIES.includes(type.name));
    expect(objects.map(({ name }) => name).toSorted()).toEqual(Object.keys(INHERITS).toSorted());
    for (const { name } of objects) expect([name, leadingTo(name).toSorted()]).toEqual([name, [...(INHERITS[name] ?? [])].toSorted()]);
  });
});

const isAllowed = ({ roles, own }: Policy, role: Role, customerId: CustomerId): boolean => roles.includes(role) || (own && role === customerId);

describe('every field, asked by everybody for their own and for others', () => {
  const subgraph = useSubgraph(async ({ facts, decisions }) => {
    await facts.recordProducts([aProduct('p1'), aProduct('p2')]);
    await holdRules(decisions, [aRule('r1', { then: aSelector({ productIds: ['p2'] }) })]);
    await facts.recordConsents([{ customerId: 'ada', consent: true, decidedAt: NOW }]);
  });
  beforeAll(() => expect(Object.keys(ROWS).length).toBeGreaterThan(30));

  const outcomeOf = async ({ ask, variables }: Row, role: Role, customerId: CustomerId) => {
    subgraph().commands.length = 0;
    const { data, errors } = await subgraph().ask(ask, variables?.(customerId) ?? {}, ROLES[role]);
    const field: unknown = ask.includes('entities:') ? data?.entities?.[0]?.field : data?.field;
    return { answered: field !== null && field !== undefined, codes: (errors ?? []).map(({ extensions }) => extensions?.['code']), commands: [...subgraph().commands] };
  };

  it.each(Object.keys(ROWS))('%s', async (path) => {
    const row = ROWS[path];
    if (row === undefined) throw new Error(`${path} has no row`);
    const asked = (customerId: CustomerId): string => JSON.stringify(row.variables?.(customerId));
    const objects = asked('ada') === asked('ben') ? (['ada'] as const) : OBJECTS;
    for (const role of EVERYBODY) {
      for (const customerId of objects) {
        const { answered, codes, commands } = await outcomeOf(row, role, customerId);
        const who = `${role} about ${customerId}`;
        if (isAllowed(row.policy, role, customerId)) {
          expect([who, answered, codes]).toEqual([who, true, []]);
        } else {
          const refusal = row.policy.refusal === 'FORBIDDEN' ? ['FORBIDDEN'] : [];
          // Refused before anything is read: a refusal tells nothing, not even by the time it takes.
          expect([who, answered, codes, commands]).toEqual([who, false, refusal, []]);
        }
      }
    }
  });
});
