import { describe, expect, it } from 'vitest';
import { setShopAutopilot, type ShopAutopilotChange } from '../../../../src/domain/merchandising/changing/change-shop-autopilot.js';
import { NOW } from '../../../support/builders.js';
import { createInMemoryDecisions } from '../../../support/in-memory-decisions.js';
import { failureOf, valueOf } from '../people.js';

const aShop = () => {
  const decisions = createInMemoryDecisions();
  const set = (by: string, autopilot: ShopAutopilotChange['autopilot'], note: string | null = null, version: number | null = null) =>
    setShopAutopilot({ autopilot, note, version }, { decisions, actor: { by, at: NOW } });
  return { decisions, set };
};

describe('the whole shop’s autopilot', () => {
  it('is set with one call, and tells every change, newest first', async () => {
    const { set } = aShop();
    await set('mia', 'CURATED_ONLY', ' recall of a product ');
    const back = valueOf(await set('noor', 'ASSIST'));
    expect(back).toMatchObject({ autopilot: 'ASSIST', note: null, version: 2, updatedBy: 'noor', updatedAt: NOW });
    expect(back.history.map(({ version, by, autopilot, note, summary }) => [version, by, autopilot, note, summary])).toEqual([
      [2, 'noor', 'ASSIST', null, 'autopilot CURATED_ONLY → ASSIST'],
      [1, 'mia', 'CURATED_ONLY', 'recall of a product', 'autopilot ASSIST → CURATED_ONLY (recall of a product)'],
    ]);
  });

  it('is written again only when it or its reason differs', async () => {
    const { decisions, set } = aShop();
    const first = valueOf(await set('mia', 'ASSIST'));
    expect(first).toMatchObject({ version: 1, history: [{ summary: 'confirmed as it was' }] });
    expect(valueOf(await set('noor', 'ASSIST', '  '))).toEqual(first);
    expect(valueOf(await set('noor', 'ASSIST', 'on purpose'))).toMatchObject({ version: 2, note: 'on purpose' });
    expect(decisions.commits).toHaveLength(2);
  });

  it('is refused when another version stands than the one that was seen, or when the note is too long', async () => {
    const { decisions, set } = aShop();
    expect(failureOf(await set('mia', 'CURATED_ONLY', null, 1))).toEqual({ kind: 'VERSION_CONFLICT', currentVersion: 0 });
    await set('mia', 'CURATED_ONLY', null, 0);
    expect(failureOf(await set('noor', 'ASSIST', null, 0))).toEqual({ kind: 'VERSION_CONFLICT', currentVersion: 1 });
    expect(failureOf(await set('noor', 'ASSIST', 'x'.repeat(2_001)))).toMatchObject({ kind: 'INVALID', problems: [{ path: 'note' }] });
    expect(decisions.commits).toHaveLength(1);
  });
});
