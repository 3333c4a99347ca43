import type { LearnedAnchors } from './anchor-learner.js';
import type { KeptOut } from './co-purchase.js';
import { sharedUints, uintAt } from './columns.js';
import { joinFloats, joinUints } from './join-columns.js';
import type { KeptPairs } from './kept-pairs.js';
import { joinPlaces } from './places-for-all.js';
import type { BestPairs, ScoredPairs } from './scored-pairs.js';
import { sum } from './sum.js';

/** The places of each part move up by those of the parts before. */
const joinOffsets = (parts: readonly { readonly offsets: Uint32Array }[]): Uint32Array => {
  const joined = sharedUints(1 + sum(parts.map(({ offsets }) => offsets.length - 1)));
  let [at, before] = [0, 0];
  for (const { offsets } of parts) {
    for (let anchor = 1; anchor < offsets.length; anchor += 1) joined[at + anchor] = before + uintAt(offsets, anchor);
    at += offsets.length - 1;
    before += uintAt(offsets, offsets.length - 1);
  }
  return joined;
};

const joinNeighbours = (parts: readonly { readonly offsets: Uint32Array; readonly neighbours: Uint32Array }[]) => ({
  offsets: joinOffsets(parts),
  neighbours: joinUints(parts.map(({ neighbours }) => neighbours)),
});

const joinScored = (parts: readonly ScoredPairs[]): ScoredPairs => ({
  ...joinNeighbours(parts),
  scores: joinFloats(parts.map(({ scores }) => scores)),
});

const joinBest = (parts: readonly BestPairs[]): BestPairs => ({
  ...joinScored(parts),
  together: joinUints(parts.map(({ together }) => together)),
});

const joinKept = (parts: readonly KeptPairs[]): KeptPairs => ({
  ...joinNeighbours(parts),
  together: joinUints(parts.map(({ together }) => together)),
  weights: joinFloats(parts.map(({ weights }) => weights)),
});

const joinKeptOut = (parts: readonly KeptOut[]): KeptOut => ({
  variants: sum(parts.map(({ variants }) => variants)),
  substitutes: sum(parts.map(({ substitutes }) => substitutes)),
  tooFewCustomers: sum(parts.map(({ tooFewCustomers }) => tooFewCustomers)),
});

/** Puts together what was learned of ranges of anchors that follow one another: what learning of all at once comes to, to the last bit. */
export const joinAnchors = (parts: readonly LearnedAnchors[]): LearnedAnchors => {
  const [only] = parts;
  if (only !== undefined && parts.length === 1) return only;
  return {
    best: joinBest(parts.map(({ best }) => best)),
    kept: joinKept(parts.map(({ kept }) => kept)),
    keptCustomers: joinKept(parts.map(({ keptCustomers }) => keptCustomers)),
    viewedAlike: joinScored(parts.map(({ viewedAlike }) => viewedAlike)),
    places: joinPlaces(parts.map(({ places }) => places)),
    keptOut: joinKeptOut(parts.map(({ keptOut }) => keptOut)),
  };
};
