import type { ChangeChannel, PolicyContents, PolicyRecord } from '../kept/decisions.js';
import { describeContentsChange } from './describe-change.js';
import { withVersion } from './kept-history.js';
import { defaultPolicy, type PlacementPolicy } from '../policy.js';

/** Who writes a decision, when and how. */
export interface Writing {
  readonly by: string;
  readonly at: Date;
  readonly via: ChangeChannel;
}

/** What a policy says, without where it holds and who said so. */
export const policyContentsOf = (policy: PolicyContents): PolicyContents => ({
  autopilot: policy.autopilot,
  learnedShareCap: policy.learnedShareCap,
  sameGroupCap: policy.sameGroupCap,
  atLeast: policy.atLeast,
  fallback: policy.fallback,
  diversity: policy.diversity,
});

/** The next version of a placement's policy; the first one is told as a change of the default. */
export const writePolicy = (
  held: PolicyRecord | null,
  wanted: Pick<PlacementPolicy, 'lane' | 'placement'> & PolicyContents,
  { by, at, via }: Writing,
): PolicyRecord => {
  const { lane, placement } = wanted;
  const contents = policyContentsOf(wanted);
  const version = (held?.version ?? 0) + 1;
  const summary = describeContentsChange(policyContentsOf(held ?? defaultPolicy(lane, placement)), contents);
  const history = withVersion({ version, at, by, via, summary, contents }, held?.history ?? []);
  return { lane, placement, ...contents, version, updatedBy: by, updatedAt: at, history };
};
