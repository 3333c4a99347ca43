import { describe, expect, it } from 'vitest';

import { CommandFailure } from '../../src/commands/command.js';
import { profileSettingsFrom } from '../../src/commands/profile-settings.js';
import { demoConfig, loadConfig, readProfileHalfLives } from '../../src/config.js';
import { DEFAULT_PROFILE_SETTINGS } from '../../src/domain/personalisation/profile-settings.js';
import { GOOD, wrongVariables } from './config-env.js';

const CHOSEN = { PROFILE_PURCHASE_HALF_LIFE_DAYS: '30', PROFILE_INTEREST_HALF_LIFE_DAYS: ' 3 ' };

describe('how fast profiles forget', () => {
  it('is half a year for purchases and a fortnight for interest until the shop says otherwise, in the demo too', () => {
    const usual = { purchaseHalfLifeDays: 180, interestHalfLifeDays: 14 };
    expect([loadConfig(GOOD).profileHalfLives, demoConfig().profileHalfLives, readProfileHalfLives({}).value]).toEqual([usual, usual, usual]);
  });

  it('is one setting for the server and for every command', () => {
    const days = { PROFILE_PURCHASE_HALF_LIFE_DAYS: '30', PROFILE_INTEREST_HALF_LIFE_DAYS: '3' };
    const chosen = { purchaseHalfLifeDays: 30, interestHalfLifeDays: 3 };
    expect(loadConfig({ ...GOOD, ...days }).profileHalfLives).toEqual(chosen);
    expect(profileSettingsFrom(CHOSEN)).toEqual({ ...DEFAULT_PROFILE_SETTINGS, ...chosen });
  });

  it('is refused by name, both at once, without repeating what was given', () => {
    const told = 'must be a whole number from 1 to 3650';
    for (const days of ['0', '3651', '-1', '1.5', 'a season']) {
      const env = { PROFILE_PURCHASE_HALF_LIFE_DAYS: days, PROFILE_INTEREST_HALF_LIFE_DAYS: days };
      const both = ['PROFILE_PURCHASE_HALF_LIFE_DAYS', 'PROFILE_INTEREST_HALF_LIFE_DAYS'];
      expect(wrongVariables({ ...GOOD, ...env })).toEqual(both);
      expect(() => profileSettingsFrom(env)).toThrow(new CommandFailure(both.map((variable) => `${variable} ${told}`).join('\n')));
    }
  });
});
