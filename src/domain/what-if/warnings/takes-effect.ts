import { byPrecedence } from '../../merchandising/in-force/rule-order.js';
import type { MerchandisingRule, RuleAction } from '../../merchandising/rule.js';

/** The actions that place products, the strongest first: a product stands where the strongest of its rules puts it. */
const PLACING: readonly RuleAction[] = ['REQUIRE', 'PIN', 'RECOMMEND'];

/** Whether a rule places products by itself. */
export const placesProducts = ({ action }: Pick<MerchandisingRule, 'action'>): boolean => PLACING.includes(action);

/** Companions that several rules require keep the larger quantity, so that the later rule still counts where it asks for more. */
const asksForMore = (rule: MerchandisingRule, taker: MerchandisingRule): boolean => (rule.quantity ?? 1) > (taker.quantity ?? 1);

const goesBefore = (taker: MerchandisingRule, rule: MerchandisingRule): boolean => {
  if (!placesProducts(taker) || !placesProducts(rule)) return false;
  if (taker.action !== rule.action) return PLACING.indexOf(taker.action) < PLACING.indexOf(rule.action);
  return byPrecedence(taker, rule) < 0 && !asksForMore(rule, taker);
};

/**
 * Whether one rule can take the effect of another on a product that both are about: an exclusion takes every rule's but that of
 * NEVER_PERSONALISE, which only another of its kind makes superfluous; among rules that place products the one that goes first takes it.
 * BOOST and BURY multiply with each other and take nothing.
 */
export const canTakeEffectOf = (taker: MerchandisingRule, rule: MerchandisingRule): boolean => {
  if (rule.action === 'NEVER_PERSONALISE') return taker.action === 'NEVER_PERSONALISE';
  return taker.action === 'EXCLUDE' || goesBefore(taker, rule);
};

/** What a rule does to what it takes, in one word. */
export const takingVerb = ({ action }: Pick<MerchandisingRule, 'action'>): string => {
  if (action === 'EXCLUDE') return 'hides';
  return action === 'NEVER_PERSONALISE' ? 'covers' : 'already places';
};
