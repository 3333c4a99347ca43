import { describe, expect, it } from 'vitest';

import { draftCopy, type CopyAnswer, type CopyRequest, type DraftRequest } from '../../../src/domain/copy/draft-copy.js';
import { aProduct, NOW } from '../../support/builders.js';
import { createInMemoryDecisions } from '../../support/in-memory-decisions.js';
import { aFinder } from '../../support/in-memory-finder.js';

const LAMP = aProduct('lamp', { title: 'Reading lamp', brand: 'Acme', categoryPath: ['home', 'lamps'], tags: ['LED'], priceMinor: 4_500 });
const THREE: DraftRequest = {
  productId: 'lamp',
  audiences: [{ favouriteCategoryId: 'books' }, { favouriteBrand: 'Acme' }, { priceBand: { minPrice: '10', maxPrice: '50', currencyCode: 'GBP' } }],
};

const draft = async (answer: CopyAnswer, request: DraftRequest = THREE) => {
  const decisions = createInMemoryDecisions();
  const asked: CopyRequest[] = [];
  let ids = 0;
  const result = await draftCopy(request, {
    decisions,
    finder: aFinder([LAMP]),
    actor: { by: 'mia', at: NOW },
    newId: () => `new-${String((ids += 1))}`,
    ask: async (question) => {
      asked.push(question);
      return answer;
    },
  });
  return { result, asked, commits: decisions.commits };
};
const texts = (...all: (string | null)[]): CopyAnswer => ({ ok: true, texts: all, model: 'm1' });

describe('drafts of the copy writer', () => {
  it('rest on the catalogue’s words and the audiences’ names, and on nothing else', async () => {
    const { asked } = await draft(texts('One', 'Two', 'Three'));
    expect(asked).toEqual([
      {
        product: { title: 'Reading lamp', brand: 'Acme', categories: ['home', 'lamps'], tags: ['LED'] },
        audiences: ['customers whose favourite category is books', 'customers whose favourite brand is Acme', 'customers who usually pay 10 to 50 GBP'],
      },
    ]);
  });

  it('are saved together as drafts that state their origin, in the order of the audiences', async () => {
    const { result, commits } = await draft(texts('For the last chapter', ' From Acme ', 'A lamp for the armchair'));
    expect(result).toMatchObject({
      ok: true,
      refused: [],
      variants: [
        { id: 'new-1', text: 'For the last chapter', state: 'DRAFT', origin: 'GENERATED', model: 'm1', createdBy: 'mia', editedBy: 'mia', approvedBy: null },
        { id: 'new-2', text: 'From Acme', audience: { kind: 'FAVOURITE_BRAND', brand: 'Acme' } },
        { id: 'new-3', audience: { kind: 'PRICE_BAND', minPrice: '10', maxPrice: '50', currencyCode: 'GBP' } },
      ],
    });
    expect(commits).toHaveLength(1);
    expect(commits[0]?.copies?.[0]?.history[0]?.summary).toBe('drafted by m1 for customers whose favourite category is books');
  });

  it('are left out one by one, with the reason, and the others are saved', async () => {
    const { result, commits } = await draft(texts('Only £45', null, 'A lamp for the armchair'));
    expect(result).toMatchObject({
      ok: true,
      variants: [{ text: 'A lamp for the armchair' }],
      refused: [
        { audience: 0, text: 'Only £45', reason: expect.stringContaining('The text mentions money or a share: “£”; it holds a number') },
        { audience: 1, text: null, reason: 'The copy writer gave no text for this audience' },
      ],
    });
    expect(commits[0]?.copies).toHaveLength(1);
  });

  it('are told in part where they are endless', async () => {
    const { result } = await draft(texts('`'.repeat(200_000), 'a@'.repeat(100_000), 'x'.repeat(200_000)));
    const told = result.ok ? result.refused.map(({ text, reason }) => [text?.length, reason]) : [];
    expect(told).toEqual(Array.from({ length: 3 }, () => [1_000, 'The text must be 1 to 200 characters, got 200000']));
  });

  it('write nothing where none passes or the copy writer fails', async () => {
    const { result, commits } = await draft(texts('The best', 'The best', 'The best'));
    expect(result).toMatchObject({ ok: true, variants: [], refused: [{ audience: 0 }, { audience: 1 }, { audience: 2 }] });
    const failing = await draft({ ok: false, message: 'It rains' });
    expect(failing.result).toEqual({ ok: false, failure: { kind: 'COPY_WRITER', message: 'It rains' } });
    expect([...commits, ...failing.commits]).toEqual([]);
  });

  it('are not asked for with anything wrong', async () => {
    const none = await draft(texts(), { productId: '', audiences: [] });
    expect(none.result).toMatchObject({ failure: { kind: 'INVALID', problems: [{ path: 'productId' }, { path: 'audiences' }] } });
    const many = await draft(texts(), { productId: 'lamp', audiences: Array.from({ length: 11 }, () => ({ favouriteBrand: 'Acme' })) });
    expect(many.result).toMatchObject({ failure: { kind: 'INVALID', problems: [{ path: 'audiences' }] } });
    const wrong = await draft(texts(), { productId: 'lamp', audiences: [{ favouriteBrand: 'Acme' }, {}] });
    expect(wrong.result).toMatchObject({ failure: { kind: 'INVALID', problems: [{ path: 'audiences[1]' }] } });
    const unknown = await draft(texts(), { ...THREE, productId: 'nowhere' });
    expect(unknown.result).toEqual({ ok: false, failure: { kind: 'NOT_FOUND', id: 'nowhere' } });
    expect([none, many, wrong, unknown].flatMap(({ asked }) => asked)).toEqual([]);
  });
});
