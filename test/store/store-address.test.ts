import { describe, expect, it } from 'vitest';

import { reachStore } from '../../src/store-address.js';

const PASSWORD = 'hunter2';
const DESCRIBED: readonly (readonly [string, string])[] = [
  [`mongodb://shop:${PASSWORD}@db.example/?replicaSet=rs0`, 'mongodb://db.example/'],
  [`mongodb+srv://shop:p@${PASSWORD}@db.example`, 'mongodb+srv://db.example'],
  [`mongodb://shop:p/${PASSWORD}@db.example/`, 'mongodb://db.example/'],
  [`mongodb://shop:p?${PASSWORD}@db.example/`, 'mongodb://db.example/'],
  [`mongodb://db.example/?authMechanismProperties=AWS_SESSION_TOKEN:${PASSWORD}`, 'mongodb://db.example/'],
  [`shop:${PASSWORD}@db.example`, 'MONGODB_URI'],
];

describe('a store as people are told of it', () => {
  it.each(DESCRIBED)('shows no secret of %s', async (mongodbUri, shown) => {
    const { description } = await reachStore({ mongodbUri, mongodbDatabase: 'tandem', dataDir: 'unused' });
    expect(description).toBe(shown);
  });
});
