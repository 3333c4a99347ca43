import { pairId } from '../../src/domain/merchandising/kept/decisions.js';
import { NOW } from '../support/builders.js';
import { tokenOf } from '../support/subgraph.js';

/** Everybody who may ask, by what their token says. Ada and Ben are customers; the others are the shop's own people and systems. */
export const ROLES = {
  anonymous: undefined,
  ada: await tokenOf('ada'),
  ben: await tokenOf('ben'),
  'picks:read': await tokenOf(null, 'picks:read'),
  'events:write': await tokenOf(null, 'events:write'),
  'merchandising:read': await tokenOf('mia', 'merchandising:read'),
  'merchandising:write': await tokenOf('mia', 'merchandising:write'),
  'merchandising:write without a name': await tokenOf(null, 'merchandising:write'),
  'reports:read': await tokenOf(null, 'reports:read'),
  'privacy:write': await tokenOf(null, 'privacy:write'),
} as const;
export type Role = keyof typeof ROLES;
export const EVERYBODY = Object.keys(ROLES) as readonly Role[];

/** Whose object is asked for: a customer's own is the one of their name, and nobody's is that of a customer who does not exist. */
export const OBJECTS = ['ada', 'ben', 'nobody'] as const;
export type CustomerId = (typeof OBJECTS)[number];

/** Who may use a field. */
export interface Policy {
  readonly roles: readonly Role[];
  /** Whether a customer may, too, for what is their own. */
  readonly own: boolean;
  /** How everybody else is refused: with the code, or as if there were nothing to see. */
  readonly refusal: 'FORBIDDEN' | 'NOTHING';
}

const forRoles = (...roles: readonly Role[]): Policy => ({ roles, own: false, refusal: 'FORBIDDEN' });
const ownOr = (...roles: readonly Role[]): Policy => ({ roles, own: true, refusal: 'FORBIDDEN' });
const PUBLIC = forRoles(...EVERYBODY);
const DECISIONS_READ = forRoles('merchandising:read', 'merchandising:write', 'merchandising:write without a name');
const DECISIONS_WRITE = forRoles('merchandising:write');

/** A field, who may use it, and how it is asked for. */
export interface Row {
  readonly policy: Policy;
  readonly ask: string;
  readonly variables?: (customerId: CustomerId) => Record<string, unknown>;
}

const query = (policy: Policy, field: string): Row => ({ policy, ask: `{ field: ${field} }` });

const mutation = (policy: Policy, name: string, input: (customerId: CustomerId) => unknown): Row => ({
  policy,
  ask: `mutation ($input: ${name.charAt(0).toUpperCase()}${name.slice(1)}Input!) { field: ${name}(input: $input) { __typename } }`,
  variables: (customerId) => ({ input: input(customerId) }),
});

const decideRule = (name: string): Row => ({
  ...mutation(DECISIONS_WRITE, name, () => ({ id: 'r1', version: 99 })),
  ask: `mutation ($input: DecideMerchandisingRuleInput!) { field: ${name}(input: $input) { __typename } }`,
});

const decideCopy = (name: string): Row => ({
  ...mutation(DECISIONS_WRITE, name, () => ({ id: 'v1', version: 99 })),
  ask: `mutation ($input: DecideCopyVariantInput!) { field: ${name}(input: $input) { __typename } }`,
});

const entity = (type: 'Product' | 'Customer', policy: Policy, field: string): Row => ({
  policy,
  ask: `query ($r: [_Any!]!) { entities: _entities(representations: $r) { ... on ${type} { field: ${field} } } }`,
  variables: (customerId) => ({ r: [{ __typename: type, id: type === 'Product' ? 'p1' : customerId }] }),
});

const RULE = { name: 'n', action: 'RECOMMEND', then: { productIds: ['p2'] } };
const AUDIENCE = { favouriteBrand: 'Cairn' };
const TIME = NOW.toISOString();
const PERIOD = 'period: { from: "2026-11-01T00:00:00Z", until: "2026-11-21T00:00:00Z" }';

/** Every field that leads into the schema: all of Query and Mutation, and all that the subgraph has of entities. */
export const ROWS: Readonly<Record<string, Row>> = {
  'Product.id': entity('Product', PUBLIC, 'id'),
  'Product.complements': entity('Product', PUBLIC, 'complements { __typename }'),
  'Customer.id': entity('Customer', PUBLIC, 'id'),
  'Customer.personalisedPicks': entity('Customer', ownOr('picks:read'), 'personalisedPicks { __typename }'),
  'Customer.personalisedComplements': entity('Customer', ownOr('picks:read'), 'personalisedComplements(productId: "p1") { __typename }'),
  'Customer.personalisedNavigation': entity('Customer', ownOr('picks:read'), 'personalisedNavigation { __typename }'),
  'Customer.behaviourProfile': entity('Customer', { roles: [], own: true, refusal: 'NOTHING' }, 'behaviourProfile { __typename }'),

  'Query.crossSellArm': query(PUBLIC, 'crossSellArm(sessionId: "v1")'),
  'Query.basketComplements': query(PUBLIC, 'basketComplements(productIds: ["p1"]) { __typename }'),
  'Query.crossSellScorecard': query(forRoles('reports:read'), `crossSellScorecard(${PERIOD}) { __typename }`),
  'Query.personalisationScorecard': query(forRoles('reports:read'), `personalisationScorecard(${PERIOD}) { __typename }`),
  'Query.learningStatus': query(forRoles('reports:read'), 'learningStatus { __typename }'),
  'Query.merchandisingRules': query(DECISIONS_READ, 'merchandisingRules { __typename }'),
  'Query.merchandisingRule': query(DECISIONS_READ, 'merchandisingRule(id: "r1") { __typename }'),
  'Query.proposedPairs': query(DECISIONS_READ, 'proposedPairs { __typename }'),
  'Query.decidedPairs': query(DECISIONS_READ, 'decidedPairs { __typename }'),
  'Query.placementPolicies': query(DECISIONS_READ, 'placementPolicies { __typename }'),
  'Query.shopAutopilot': query(DECISIONS_READ, 'shopAutopilot { __typename }'),
  'Query.previewRule': query(DECISIONS_READ, 'previewRule(draft: { name: "n", action: RECOMMEND, then: { productIds: ["p2"] } }) { __typename }'),
  'Query.replayComplements': query(DECISIONS_READ, `replayComplements(productId: "p1", at: "${TIME}") { __typename }`),
  'Query.copyVariants': query(DECISIONS_READ, 'copyVariants { __typename }'),

  'Mutation.recordInteractions': mutation(ownOr('events:write'), 'recordInteractions', (customerId) => ({
    interactions: [{ eventId: `e-${customerId}`, kind: 'VIEW', customerId, productId: 'p1', at: TIME }],
  })),
  'Mutation.recordOrders': mutation(forRoles('events:write'), 'recordOrders', (customerId) => ({
    orders: [{ orderId: 'o', customerId, placedAt: TIME, updatedAt: TIME, currencyCode: 'GBP', lines: [{ productId: 'p1', quantity: 1, unitPrice: '1.00' }] }],
  })),
  'Mutation.setPersonalisationConsent': mutation(ownOr('privacy:write'), 'setPersonalisationConsent', (customerId) => ({ customerId, consent: true })),
  'Mutation.forgetProduct': mutation(ownOr('privacy:write'), 'forgetProduct', (customerId) => ({ customerId, productId: 'p1' })),
  'Mutation.eraseCustomer': mutation(ownOr('privacy:write'), 'eraseCustomer', (customerId) => ({ customerId })),
  'Mutation.createMerchandisingRule': mutation(DECISIONS_WRITE, 'createMerchandisingRule', () => ({ idempotencyKey: 'k', rule: RULE })),
  'Mutation.updateMerchandisingRule': mutation(DECISIONS_WRITE, 'updateMerchandisingRule', () => ({ id: 'r1', version: 99, rule: RULE })),
  'Mutation.approveMerchandisingRule': decideRule('approveMerchandisingRule'),
  'Mutation.retireMerchandisingRule': decideRule('retireMerchandisingRule'),
  'Mutation.decideProposedPairs': mutation(DECISIONS_WRITE, 'decideProposedPairs', () => ({
    pairIds: [pairId({ anchorId: 'p1', complementId: 'p2' })],
    decision: 'APPROVE',
  })),
  'Mutation.setPlacementPolicy': mutation(DECISIONS_WRITE, 'setPlacementPolicy', () => ({ lane: 'CROSS_SELL', placement: 'BASKET', version: 99, atLeast: 1 })),
  'Mutation.setShopAutopilot': mutation(DECISIONS_WRITE, 'setShopAutopilot', () => ({ autopilot: 'ASSIST', version: 99 })),
  'Mutation.createCopyVariant': mutation(DECISIONS_WRITE, 'createCopyVariant', () => ({
    idempotencyKey: 'k',
    variant: { productId: 'p1', text: 'Dry in any weather', audience: AUDIENCE },
  })),
  'Mutation.updateCopyVariant': mutation(DECISIONS_WRITE, 'updateCopyVariant', () => ({ id: 'v1', version: 99, text: 'Dry in any weather' })),
  'Mutation.approveCopyVariant': decideCopy('approveCopyVariant'),
  'Mutation.retireCopyVariant': decideCopy('retireCopyVariant'),
  'Mutation.draftCopyVariants': mutation(DECISIONS_WRITE, 'draftCopyVariants', () => ({ productId: 'p1', audiences: [AUDIENCE] })),
};

/** Machinery of federation: `_entities` leads to entities, whose fields have rows, and `_service` is refused where the schema is not exposed. */
export const MACHINERY = ['Query._entities', 'Query._service'];

const RULES = ['Query.merchandisingRules', 'Query.merchandisingRule'];
const RULE_CHANGES = ['create', 'update', 'approve', 'retire'].map((verb) => `Mutation.${verb}MerchandisingRule`);
const COPY_CHANGES = ['create', 'update', 'approve', 'retire'].map((verb) => `Mutation.${verb}CopyVariant`);
const DRAFTING = ['Mutation.draftCopyVariants'];
const COMPLEMENT_LISTS = ['Product.complements', 'Query.basketComplements', 'Customer.personalisedComplements', 'Query.replayComplements'];
const PICK_LISTS = ['Customer.personalisedPicks'];
const LISTS = [...COMPLEMENT_LISTS, ...PICK_LISTS];
const PREVIEW = ['Query.previewRule'];
const PAIRS = ['Query.proposedPairs'];
const DECIDED = ['Query.decidedPairs'];
const POLICY_CHANGES = ['Mutation.setPlacementPolicy', 'Mutation.setShopAutopilot'];
const POLICIES = ['Query.placementPolicies', 'Query.shopAutopilot', ...POLICY_CHANGES];
const RECORDING = ['Mutation.recordInteractions', 'Mutation.recordOrders'];
const COPIES = ['Query.copyVariants', ...COPY_CHANGES, ...DRAFTING];
const SCORECARDS = ['Query.crossSellScorecard', 'Query.personalisationScorecard'];
const PRIVACY = ['Mutation.setPersonalisationConsent', 'Mutation.forgetProduct', 'Mutation.eraseCustomer'];
const INVALID = [...RECORDING, ...PRIVACY, ...RULE_CHANGES, 'Mutation.decideProposedPairs', ...POLICY_CHANGES, ...COPY_CHANGES, ...DRAFTING];

/**
 * An object that is no entity has no policy of its own: whoever may use a field that leads to it may see all of it. So each is listed with
 * every field of a row that leads to it, straight or through other objects; the way never leads through an entity, whose fields have rows.
 */
export const INHERITS: Readonly<Record<string, readonly string[]>> = {
  BehaviourProfile: ['Customer.behaviourProfile'],
  CategoryAffinity: ['Customer.behaviourProfile'],
  ComplementConnection: COMPLEMENT_LISTS,
  ComplementEdge: [...COMPLEMENT_LISTS, ...PREVIEW],
  CopyAudience: COPIES,
  CopyChange: COPIES,
  CopyVariant: COPIES,
  CopyVariantConnection: ['Query.copyVariants'],
  CopyVariantEdge: ['Query.copyVariants'],
  CopyVariantSaved: COPY_CHANGES,
  CopyVariantsDrafted: DRAFTING,
  CopyWriterError: DRAFTING,
  CreditedPair: ['Query.crossSellScorecard'],
  CrossSellScorecard: ['Query.crossSellScorecard'],
  CrossSellWeek: ['Query.crossSellScorecard'],
  DecidedPair: DECIDED,
  DecidedPairConnection: DECIDED,
  DecidedPairEdge: DECIDED,
  Funnel: SCORECARDS,
  ErasureReceipt: ['Mutation.eraseCustomer'],
  IdempotencyKeyReusedError: ['Mutation.createMerchandisingRule', 'Mutation.createCopyVariant'],
  InputProblem: INVALID,
  InvalidInputError: INVALID,
  LearningStatus: ['Query.learningStatus'],
  WithheldModel: ['Query.learningStatus'],
  MerchandisingRule: [...RULES, ...RULE_CHANGES],
  MerchandisingRuleConnection: ['Query.merchandisingRules'],
  MerchandisingRuleEdge: ['Query.merchandisingRules'],
  MerchandisingRuleSaved: RULE_CHANGES,
  Money: SCORECARDS,
  NavigationPick: ['Customer.personalisedNavigation'],
  NotFoundError: [...RULE_CHANGES.slice(1), 'Mutation.decideProposedPairs', ...COPY_CHANGES.slice(1), ...DRAFTING],
  OwnerSplit: SCORECARDS,
  PageInfo: [...LISTS, 'Query.merchandisingRules', ...PAIRS, ...DECIDED, 'Query.copyVariants'],
  PairChange: DECIDED,
  PairEvidence: [...LISTS, ...PREVIEW, ...PAIRS],
  PersonalisationConsentSaved: ['Mutation.setPersonalisationConsent'],
  PersonalisationOutcome: PICK_LISTS,
  PersonalisationScorecard: ['Query.personalisationScorecard'],
  PersonalisationWeek: ['Query.personalisationScorecard'],
  PickConnection: PICK_LISTS,
  PickCopy: [...PICK_LISTS, ...PREVIEW],
  PickEdge: [...PICK_LISTS, ...PREVIEW],
  PlacementPolicy: ['Query.placementPolicies', 'Mutation.setPlacementPolicy'],
  PlacementPolicySaved: ['Mutation.setPlacementPolicy'],
  PolicyChange: POLICIES,
  PriceBand: COPIES,
  ProductForgotten: ['Mutation.forgetProduct'],
  ProductSelector: [...RULES, ...RULE_CHANGES],
  ProposedPair: PAIRS,
  ProposedPairConnection: PAIRS,
  ProposedPairEdge: PAIRS,
  ProposedPairsDecided: ['Mutation.decideProposedPairs'],
  Provenance: [...LISTS, ...PREVIEW],
  RecordingReport: RECORDING,
  RefusedCopy: DRAFTING,
  RejectedRecord: RECORDING,
  RetentionPoint: ['Query.personalisationScorecard'],
  RuleChange: [...RULES, ...RULE_CHANGES],
  RulePreview: PREVIEW,
  RulePreviewList: PREVIEW,
  RulePreviewPicks: PREVIEW,
  RuleReference: [...LISTS, ...RULES, ...RULE_CHANGES, ...PREVIEW],
  RuleWarning: [...RULES, ...RULE_CHANGES, ...PREVIEW],
  SecondPersonRequiredError: ['Mutation.approveMerchandisingRule', 'Mutation.retireMerchandisingRule', 'Mutation.approveCopyVariant', 'Mutation.retireCopyVariant'],
  ShopAutopilot: ['Query.shopAutopilot', 'Mutation.setShopAutopilot'],
  ShopAutopilotSaved: ['Mutation.setShopAutopilot'],
  SlotSplit: LISTS,
  SourceContribution: SCORECARDS,
  Uplift: SCORECARDS,
  VersionConflictError: [...RULE_CHANGES.slice(1), ...COPY_CHANGES.slice(1), ...POLICY_CHANGES],
};
