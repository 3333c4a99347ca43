import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { complementsFor } from '../../../src/domain/cross-sell/complements-for.js';
import { CROSS_SELL_PLACEMENTS, type MerchandisingRule, type RuleAction } from '../../../src/domain/merchandising/rule.js';
import { touchedAnchors } from '../../../src/domain/merchandising/in-force/touched-anchors.js';
import { START } from '../../../src/domain/ranking/cursor.js';
import { findWarnings } from '../../../src/domain/what-if/rule-warnings.js';
import { idsOf } from '../../support/pages.js';
import { anyShop, type RandomShop } from '../../support/random-decisions.js';
import { serving } from './serving.js';

const WEIGHTS: Partial<Record<RuleAction, number>> = { BOOST: 2, BURY: 0.4 };

const acting = (rule: MerchandisingRule, action: RuleAction): MerchandisingRule => ({
  ...rule,
  lane: 'CROSS_SELL',
  action,
  state: 'APPROVED',
  validUntil: null,
  slot: action === 'PIN' ? 2 : null,
  weight: WEIGHTS[action] ?? null,
});

const anyAction = fc.constantFrom<RuleAction[]>('REQUIRE', 'PIN', 'RECOMMEND', 'BOOST', 'BURY', 'EXCLUDE');

interface Meeting {
  readonly shop: RandomShop;
  /** The rules of the shop, and one that is much like the draft. */
  readonly rules: readonly MerchandisingRule[];
  readonly draft: MerchandisingRule;
}

/** A draft that meets a rule with the same products, as often as not where it holds too. */
const anyMeeting: fc.Arbitrary<Meeting | null> = fc
  .record({ shop: anyShop, other: anyShop, mine: anyAction, theirs: anyAction, everywhere: fc.boolean(), priority: fc.constantFrom(-2, 2) })
  .map(({ shop, other, mine, theirs, everywhere, priority }) => {
    const drawn = other.rules.find(({ then }) => then !== null);
    if (drawn === undefined) return null;
    const draft = { ...acting(drawn, mine), id: 'draft' };
    const rival = { ...acting(drawn, theirs), id: 'rival', priority, ...(everywhere ? { when: null, placements: [] } : {}) };
    // Scores of what rules propose are ranks, which every rule raises: weights may then swap neighbours, whatever the rule itself does.
    const settled = shop.rules.filter(({ action }) => action !== 'BOOST' && action !== 'BURY');
    return { shop, rules: [...settled, rival], draft };
  });

/** What all anchors that the draft touches are shown beside them, on all placements. */
const listsOf = async ({ shop, draft }: Meeting, rules: readonly MerchandisingRule[]): Promise<readonly (readonly string[])[]> => {
  const dependencies = await serving(shop, rules);
  const anchors = await touchedAnchors(draft, dependencies);
  const asked = CROSS_SELL_PLACEMENTS.flatMap((placement) => anchors.map(({ id }) => ({ placement, anchorIds: [id] })));
  return Promise.all(
    asked.map(async (each) => idsOf(await complementsFor({ ...each, excludeIds: [], filter: null, arm: 'TREATMENT', first: 24, position: START }, dependencies))),
  );
};

const shadowsOf = async ({ shop, rules, draft }: Meeting) =>
  (await findWarnings({ ...draft, state: 'DRAFT' }, await serving(shop, rules))).filter(({ code }) => code === 'SHADOWED');

const holds = async (promise: (meeting: Meeting) => Promise<boolean>): Promise<number> => {
  let seen = 0;
  await fc.assert(
    fc.asyncProperty(anyMeeting, async (meeting) => {
      if (meeting !== null && (await promise(meeting))) seen += 1;
    }),
    { numRuns: 250 },
  );
  return seen;
};

describe('what is said of shadows, for any shop', () => {
  it('is true: approving a rule that changes nothing changes no list', async () => {
    const seen = await holds(async (meeting) => {
      const { rules, draft } = meeting;
      if (!(await shadowsOf(meeting)).some(({ message }) => message.endsWith('it changes nothing.'))) return false;
      expect(await listsOf(meeting, [...rules, draft])).toEqual(await listsOf(meeting, rules));
      return true;
    });
    expect(seen).toBeGreaterThan(10);
  });

  it('is true the other way round: once the draft is approved, the other rule might as well not be there', async () => {
    const seen = await holds(async (meeting) => {
      const { rules, draft } = meeting;
      const taken = (await shadowsOf(meeting)).filter(({ message }) => message.endsWith('changes nothing any more.'));
      for (const { otherRule } of taken) {
        const without = rules.filter(({ id }) => id !== otherRule?.id);
        expect(await listsOf(meeting, [...without, draft])).toEqual(await listsOf(meeting, [...rules, draft]));
      }
      return taken.length > 0;
    });
    expect(seen).toBeGreaterThan(10);
  });
});
