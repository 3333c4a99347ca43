import { describe, expect, it } from 'vitest';

import { createRandom } from '../../src/demo/shop/random.js';
import { sampleFiles, type SampleFile } from '../../src/demo/shop/sample-files.js';
import { publishedIn } from './support/embedded-folder.js';
import { learn, smallShop } from './support/small-shop.js';
import { useWorkplace } from './support/workplace.js';

const random = createRandom(20_261, 'any order');

const shuffled = <T>(list: readonly T[]): readonly T[] =>
  list
    .map((value) => [random.next(), value] as const)
    .toSorted(([left], [right]) => left - right)
    .map(([, value]) => value);

const linesOf = ({ text }: SampleFile): readonly string[] => text.trimEnd().split('\n');

describe('The same facts in any order, with repeats', { timeout: 240_000 }, () => {
  const workplace = useWorkplace();

  const importLines = async (kind: string, lines: readonly string[], folder: string): Promise<number> => {
    const report = await workplace.succeed(['import', kind, '-', '--json'], { DATA_DIR: folder }, lines.join('\n'));
    const { rows, accepted, duplicates, rejected } = JSON.parse(report) as Record<'rows' | 'accepted' | 'duplicates' | 'rejected', number>;
    expect({ kind, rows, rejected, sum: accepted + duplicates }).toEqual({ kind, rows: lines.length, rejected: 0, sum: lines.length });
    return accepted;
  };

  it('give the same model, the same statistics and the same profiles', async () => {
    const files = sampleFiles(smallShop());
    const [once, again] = [workplace.path('once'), workplace.path('again')];
    const accepted: Record<string, number> = {};
    for (const file of files) accepted[file.kind] = await importLines(file.kind, linesOf(file), once);

    for (const file of shuffled(files)) {
      const lines = linesOf(file);
      const half = shuffled(lines).slice(0, Math.ceil(lines.length / 2));
      const some = shuffled(lines).slice(0, Math.ceil(lines.length / 5));
      const first = await importLines(file.kind, half, again);
      const second = await importLines(file.kind, shuffled([...lines, ...some, ...some]), again);
      // Products have no history: the last row of a product wins, so each is written anew.
      if (file.kind !== 'catalogue') expect({ kind: file.kind, accepted: first + second }).toEqual({ kind: file.kind, accepted: accepted[file.kind] });
    }

    const [left, right] = [await learn(workplace, once), await learn(workplace, again)];
    expect({ ...right.model, publishedAt: '' }).toEqual({ ...left.model, publishedAt: '' });
    expect(left.model.pairs).toBeGreaterThan(0);
    expect(left.profiles).toBeGreaterThan(300);
    expect(await publishedIn(again)).toEqual(await publishedIn(once));
  });
});
