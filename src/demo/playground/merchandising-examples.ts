import { createdId } from '../../domain/merchandising/changing/created-id.js';
import { pairId } from '../../domain/merchandising/kept/decisions.js';
import type { Example } from './example.js';
import { COMPLEMENT_FIELDS, FAILURE_FIELDS, RULE_FIELDS } from './fragments.js';
import { as, keyOf, type ExampleSetting } from './setting.js';

const DRAFT = {
  name: 'A bottle for every camper',
  action: 'RECOMMEND',
  when: { categoryIds: ['camping'] },
  then: { productIds: ['water-bottle'] },
  placements: ['CHECKOUT'],
  priority: 20,
  note: 'Our own brand, at the till only.',
};

const proposedPairs = (setting: ExampleSetting): Example => ({
  title: 'For Mia, who merchandises: what learning proposes',
  query: `# Strongest evidence first. Ids go into DecidePairs.
query ProposedPairs($first: Int! = 10) {
  proposedPairs(first: $first) {
    edges {
      node {
        id
        anchor { id title }
        complement { id title }
        evidence { ordersTogether confidence lift }
        logLikelihoodRatio
        sampleOrderIds
      }
    }
    pageInfo { hasNextPage endCursor }
  }
}
`,
  variables: { first: 10 },
  headers: as('mia', setting),
});

const decidePairs = (setting: ExampleSetting): Example => ({
  title: 'Mia approves a pair',
  query: `# APPROVE shows it before anything learned, also when it
# is forgotten. DISMISS hides it for good. REOPEN takes the
# decision back.
mutation DecidePairs($input: DecideProposedPairsInput!) {
  decideProposedPairs(input: $input) {
    ... on ProposedPairsDecided { decided }
    ...FailureFields
  }
}
${FAILURE_FIELDS}
`,
  variables: {
    input: {
      pairIds: [pairId({ anchorId: 'camp-stove', complementId: 'gas-canister' })],
      decision: 'APPROVE',
      note: 'It does not burn without one.',
    },
  },
  headers: as('mia', setting),
});

const previewRule = (setting: ExampleSetting): Example => ({
  title: 'What would change if this rule were approved?',
  query: `# Nothing is written. Without anchorIds: the most ordered
# products that the draft touches.
query PreviewRule($draft: MerchandisingRuleInput!) {
  previewRule(draft: $draft, first: 4) {
    at
    lists {
      anchor { title }
      placement
      today { slot node { title } provenance { source } }
      withDraft { slot node { title } provenance { source } }
      displaced { title }
    }
    warnings { code message products { title } }
  }
}
`,
  variables: { draft: DRAFT },
  headers: as('mia', setting),
});

const writeRule = (setting: ExampleSetting): Example => ({
  title: 'Mia writes the rule as a draft',
  query: `# Sent again with the same key, it is written once.
mutation WriteRule($input: CreateMerchandisingRuleInput!) {
  createMerchandisingRule(input: $input) {
    ... on MerchandisingRuleSaved { rule { ...RuleFields } }
    ...FailureFields
  }
}
${RULE_FIELDS}
${FAILURE_FIELDS}
`,
  variables: { input: { idempotencyKey: keyOf(setting), rule: DRAFT } },
  headers: as('mia', setting),
});

const approveRule = (setting: ExampleSetting): Example => ({
  title: 'Noor approves what Mia wrote',
  query: `# Run WriteRule first. Exactly the version that was seen is
# approved: after an edit this answers a version conflict.
mutation ApproveRule($input: DecideMerchandisingRuleInput!) {
  approveMerchandisingRule(input: $input) {
    ... on MerchandisingRuleSaved { rule { ...RuleFields } }
    ...FailureFields
  }
}
${RULE_FIELDS}
${FAILURE_FIELDS}
`,
  variables: { input: { id: createdId('rule', 'mia', keyOf(setting)), version: 1, note: 'Looks right in the preview.' } },
  headers: as('noor', setting),
});

const autopilot = (setting: ExampleSetting): Example => ({
  title: 'At the till, learning fills a quarter at most',
  query: `# Try setShopAutopilot with CURATED_ONLY: everything learned
# is off, everywhere, with the next request.
mutation Autopilot($checkout: SetPlacementPolicyInput!, $shop: SetShopAutopilotInput!) {
  setPlacementPolicy(input: $checkout) {
    ... on PlacementPolicySaved {
      policy { placement autopilot learnedShareCap version updatedBy history { version by summary } }
    }
    ...FailureFields
  }
  setShopAutopilot(input: $shop) {
    ... on ShopAutopilotSaved { shop { autopilot version updatedBy } }
    ...FailureFields
  }
}
${FAILURE_FIELDS}
`,
  variables: {
    checkout: { lane: 'CROSS_SELL', placement: 'CHECKOUT', learnedShareCap: 0.25 },
    shop: { autopilot: 'ASSIST' },
  },
  headers: as('noor', setting),
});

const policies = (setting: ExampleSetting): Example => ({
  title: 'How far everything may run by itself, and the proof',
  query: `query Policies($basket: [ID!]!) {
  shopAutopilot { autopilot note updatedBy }
  placementPolicies { lane placement autopilot learnedShareCap sameGroupCap atLeast fallback diversity version updatedBy }
  basketComplements(productIds: $basket, placement: CHECKOUT) {
    edges { ...ComplementFields }
    slots { human learned fallback asked learnedShareCap }
  }
}
${COMPLEMENT_FIELDS}
`,
  variables: { basket: ['tent', 'laptop-14'] },
  headers: as('mia', setting),
});

const replay = (setting: ExampleSetting): Example => ({
  title: 'What the till showed when this page was opened',
  query: `# Rules, policies, decided pairs and statistics as they
# stood then; stock and prices as they are now.
query Replay($at: DateTime!) {
  replayComplements(productId: "tent", placement: CHECKOUT, at: $at) {
    edges { ...ComplementFields }
    slots { human learned fallback asked learnedShareCap }
  }
}
${COMPLEMENT_FIELDS}
`,
  variables: { at: setting.now.toISOString() },
  headers: as('mia', setting),
});

/** The merchandisers' tabs: from a proposal to a rule in force, and a look back. */
export const merchandisingExamples = (setting: ExampleSetting): readonly Example[] => [
  proposedPairs(setting),
  decidePairs(setting),
  previewRule(setting),
  writeRule(setting),
  approveRule(setting),
  autopilot(setting),
  policies(setting),
  replay(setting),
];
