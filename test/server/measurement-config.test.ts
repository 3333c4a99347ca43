import { describe, expect, it } from 'vitest';

import { demoConfig, loadConfig, readAttributionWindow } from '../../src/config.js';
import { NAMED_CUSTOMERS } from '../../src/demo/shop/named-customers.js';
import { armOf } from '../../src/domain/measurement/arm.js';
import { GOOD, wrongVariables } from './config-env.js';

describe('the holdouts', () => {
  it('are a share of each lane of its own, nobody included', () => {
    const shares = { HOLDOUT_SHARE_CROSS_SELL: '0', HOLDOUT_SHARE_PERSONALISATION: '0.25' };
    expect(loadConfig({ ...GOOD, ...shares }).holdoutShares).toEqual({ CROSS_SELL: 0, PERSONALISATION: 0.25 });
  });

  it('are two variables: the one of earlier releases is not passed over, and the message names them', () => {
    expect(wrongVariables({ ...GOOD, HOLDOUT_SHARE: '0.1' })).toEqual(['HOLDOUT_SHARE']);
    expect(() => loadConfig({ ...GOOD, HOLDOUT_SHARE: '0.1' })).toThrow(/HOLDOUT_SHARE is now two.*HOLDOUT_SHARE_CROSS_SELL and HOLDOUT_SHARE_PERSONALISATION/);
    expect(wrongVariables({ ...GOOD, HOLDOUT_SHARE: '' })).toEqual([]);
  });

  it('of the demo are a share of each lane, and none of the customers that the examples speak of', () => {
    for (const share of Object.values(demoConfig().holdoutShares)) expect(share).toBeGreaterThan(0);
    const arms = NAMED_CUSTOMERS.map(({ id }) => [id, armOf('PERSONALISATION', id, demoConfig())]);
    expect(arms).toEqual([['ada', 'TREATMENT'], ['ben', 'TREATMENT'], ['cleo', 'TREATMENT'], ['newcomer', 'TREATMENT']]);
  });
});

describe('the attribution window, read by itself', () => {
  it('is what it is for a server, and refused by name', () => {
    for (const days of ['1', '90', ''])
      expect(readAttributionWindow({ ATTRIBUTION_WINDOW_DAYS: days })).toEqual({
        value: loadConfig({ ...GOOD, ATTRIBUTION_WINDOW_DAYS: days }).attributionWindowDays,
        problems: [],
      });
    expect(readAttributionWindow({})).toEqual({ value: 7, problems: [] });
    for (const days of ['0', '91', 'a week'])
      expect(readAttributionWindow({ ATTRIBUTION_WINDOW_DAYS: days }).problems).toEqual([
        { variable: 'ATTRIBUTION_WINDOW_DAYS', message: 'must be a whole number from 1 to 90' },
      ]);
  });
});
