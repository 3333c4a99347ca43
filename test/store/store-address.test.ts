import { describe, expect, it } from 'vitest';

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { startEmbeddedStore } from '../../src/embedded/index.js';
import { noShopAt, reachStore } from '../../src/store-address.js';

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

describe('a command that only looks', () => {
  it('finds no shop in a folder that is not there or holds none, and one where a store was', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'looking-'));
    const place = (dataDir: string) => ({ mongodbUri: null, mongodbDatabase: 'tandem', dataDir });
    expect(noShopAt(place(join(folder, 'misspelt')))).toContain('DATA_DIR');
    expect(noShopAt(place(folder))).toContain(folder);
    const store = await startEmbeddedStore({ directory: folder });
    await store.close();
    expect(noShopAt(place(folder))).toBeNull();
    expect(noShopAt({ ...place('misspelt'), mongodbUri: 'mongodb://db.example' })).toBeNull();
    await rm(folder, { recursive: true });
  });
});
