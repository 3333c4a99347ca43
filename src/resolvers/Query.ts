import { basketComplements } from './Query/basketComplements.js';
import { copyVariants } from './Query/copyVariants.js';
import { crossSellArm } from './Query/crossSellArm.js';
import { crossSellScorecard } from './Query/crossSellScorecard.js';
import { decidedPairs } from './Query/decidedPairs.js';
import { learningStatus } from './Query/learningStatus.js';
import { merchandisingRule } from './Query/merchandisingRule.js';
import { merchandisingRules } from './Query/merchandisingRules.js';
import { personalisationScorecard } from './Query/personalisationScorecard.js';
import { placementPolicies } from './Query/placementPolicies.js';
import { previewRule } from './Query/previewRule.js';
import { proposedPairs } from './Query/proposedPairs.js';
import { replayComplements } from './Query/replayComplements.js';
import { shopAutopilot } from './Query/shopAutopilot.js';

/** What can be asked at the root, one file each. */
export const Query = {
  basketComplements,
  copyVariants,
  crossSellArm,
  crossSellScorecard,
  decidedPairs,
  learningStatus,
  merchandisingRule,
  merchandisingRules,
  personalisationScorecard,
  placementPolicies,
  previewRule,
  proposedPairs,
  replayComplements,
  shopAutopilot,
};
