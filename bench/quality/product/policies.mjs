// The shipped policies of the placements, and the others that a run is asked to measure beside them.
import { SHIPPED } from './serving.mjs';

/** The row of the product as it ships. */
export const SHIPPED_NAME = 'Tandem';

/** The row of another policy. */
export const policyName = ({ name }) => `${SHIPPED_NAME}, ${name}`;

/**
 * Measures under each of some policies, one after another, and goes back to what is shipped.
 * @param {{ under: (policy: { sameGroupCap: number, diversity: string }) => Promise<void> }} serving
 * @param {readonly { name: string, sameGroupCap: number, diversity: string }[]} policies
 * @param {(name: string) => Promise<void>} measure
 */
export const eachPolicy = async (serving, policies, measure) => {
  for (const policy of policies) {
    await serving.under(policy);
    await measure(policyName(policy));
  }
  await serving.under(SHIPPED);
};
