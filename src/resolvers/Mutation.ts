import { approveCopyVariant } from './Mutation/approveCopyVariant.js';
import { approveMerchandisingRule } from './Mutation/approveMerchandisingRule.js';
import { createCopyVariant } from './Mutation/createCopyVariant.js';
import { createMerchandisingRule } from './Mutation/createMerchandisingRule.js';
import { decideProposedPairs } from './Mutation/decideProposedPairs.js';
import { draftCopyVariants } from './Mutation/draftCopyVariants.js';
import { eraseCustomer } from './Mutation/eraseCustomer.js';
import { forgetProduct } from './Mutation/forgetProduct.js';
import { recordInteractions } from './Mutation/recordInteractions.js';
import { recordOrders } from './Mutation/recordOrders.js';
import { retireCopyVariant } from './Mutation/retireCopyVariant.js';
import { retireMerchandisingRule } from './Mutation/retireMerchandisingRule.js';
import { setPersonalisationConsent } from './Mutation/setPersonalisationConsent.js';
import { setPlacementPolicy } from './Mutation/setPlacementPolicy.js';
import { setShopAutopilot } from './Mutation/setShopAutopilot.js';
import { updateCopyVariant } from './Mutation/updateCopyVariant.js';
import { updateMerchandisingRule } from './Mutation/updateMerchandisingRule.js';

/** What can be changed, one file each. */
export const Mutation = {
  approveCopyVariant,
  approveMerchandisingRule,
  createCopyVariant,
  createMerchandisingRule,
  decideProposedPairs,
  draftCopyVariants,
  eraseCustomer,
  forgetProduct,
  recordInteractions,
  recordOrders,
  retireCopyVariant,
  retireMerchandisingRule,
  setPersonalisationConsent,
  setPlacementPolicy,
  setShopAutopilot,
  updateCopyVariant,
  updateMerchandisingRule,
};
