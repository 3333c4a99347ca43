/* eslint-disable */
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { ProductReference, CustomerReference } from '../resolvers/mappers.js';
import type { ProposedPairNode } from '../resolvers/pair-answer.js';
import type { RequestContext } from '../server/request-context.js';
export type Maybe<T> = T | null;
export type InputMaybe<T> = T | null | undefined;
export type Omit<T, K extends keyof T> = Pick<T, Exclude<keyof T, K>>;
export type RequireFields<T, K extends keyof T> = Omit<T, K> & { [P in K]-?: NonNullable<T[P]> };
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** An instant, RFC 3339, answered in UTC: 2026-11-20T09:30:00.000Z. */
  DateTime: { input: Date; output: Date; }
  /** An exact decimal number as a string, for money: 12.90. */
  Decimal: { input: string; output: string; }
  _FieldSet: { input: string; output: string; }
};

/** How far learning goes by itself. */
export type Autopilot =
  /** Learned pairs are shown only once a person approved them. */
  | 'APPROVED_ONLY'
  /** Learned products fill what people left open. */
  | 'ASSIST'
  /** Nothing learned at all. */
  | 'CURATED_ONLY';

/** What is held about a customer's behaviour. */
export type BehaviourProfile = {
  __typename?: 'BehaviourProfile';
  /** Interest by category, strongest first, at most 50. */
  categories: Array<CategoryAffinity>;
  /** Whether the customer consents to personalisation. */
  consent: Scalars['Boolean']['output'];
  /** How many interactions the profile stands for; 0 while the customer refuses, when there is no profile. */
  interactions: Scalars['Int']['output'];
  /**
   * What the customer viewed, put in the basket or bought lately, newest first, at most 20.
   * An entry is null when the catalogue subgraph no longer knows the product.
   */
  recentProducts: Array<Maybe<Product>>;
  /** The oldest fact that the profile stands for, interaction or order; null when there is none. */
  since?: Maybe<Scalars['DateTime']['output']>;
  /** The newest fact that the profile knows; null when there is none. */
  updatedAt?: Maybe<Scalars['DateTime']['output']>;
};

/** A customer's interest in one category. */
export type CategoryAffinity = {
  __typename?: 'CategoryAffinity';
  /** Share of this customer's interest among all top-level categories, 0 to 1. */
  affinity: Scalars['Float']['output'];
  /** The category's id. */
  categoryId: Scalars['ID']['output'];
};

/** A page of complements. */
export type ComplementConnection = {
  __typename?: 'ComplementConnection';
  /** The complements of this page, best first. */
  edges: Array<ComplementEdge>;
  /** Set exactly when `edges` is empty. */
  emptyReason?: Maybe<EmptyReason>;
  /** Where this page stands in the whole list. */
  pageInfo: PageInfo;
  /** Names this served list: echo it with every interaction and order line it led to. */
  recommendationId: Scalars['ID']['output'];
  /** Who filled the slots of this answer. */
  slots: SlotSplit;
  /** Anchors that the catalogue does not know; the rest were answered. */
  unknownIds: Array<Scalars['ID']['output']>;
};

/** One complement and why it is there. */
export type ComplementEdge = {
  __typename?: 'ComplementEdge';
  /** Where this edge stands, to be sent as `after`. */
  cursor: Scalars['String']['output'];
  /** The complement. Null when the catalogue subgraph no longer knows the product. */
  node?: Maybe<Product>;
  /** Why it is in the list. */
  provenance: Provenance;
  /** How many go with one anchor; 1 unless a rule says otherwise. */
  quantity: Scalars['Int']['output'];
  /** The anchor does not work without it: batteries for the toy that needs them. */
  required: Scalars['Boolean']['output'];
  /** 1-based position in the whole list. */
  slot: Scalars['Int']['output'];
};

/** Customers by one thing that is known of them; exactly one part is set. */
export type CopyAudience = {
  __typename?: 'CopyAudience';
  /** Customers with this favourite brand; null when another part is set. */
  favouriteBrand?: Maybe<Scalars['String']['output']>;
  /** Customers with this favourite category, its descendants included; null when another part is set. */
  favouriteCategoryId?: Maybe<Scalars['ID']['output']>;
  /** Customers who usually pay a price in this band; null when another part is set. */
  priceBand?: Maybe<PriceBand>;
};

/** Customers by one thing that is known of them; give exactly one part. */
export type CopyAudienceInput = {
  /** Customers with this favourite brand; null for another part. */
  favouriteBrand?: InputMaybe<Scalars['String']['input']>;
  /** Customers with this favourite category, its descendants included; null for another part. */
  favouriteCategoryId?: InputMaybe<Scalars['ID']['input']>;
  /** Customers who usually pay a price in this band; null for another part. */
  priceBand?: InputMaybe<PriceBandInput>;
};

/** One change of a copy variant. */
export type CopyChange = {
  __typename?: 'CopyChange';
  /** When it was made. */
  at: Scalars['DateTime']['output'];
  /** Who made it. */
  by: Scalars['String']['output'];
  /** Where the variant stood afterwards. */
  state: CopyState;
  /** What changed, in one sentence. */
  summary: Scalars['String']['output'];
  /** The version that the change made. */
  version: Scalars['Int']['output'];
};

/** Who wrote a text. */
export type CopyOrigin =
  /** The shop's copy writer, a language model; a person approved it before it was shown. */
  | 'GENERATED'
  /** A person. */
  | 'HUMAN';

/** Where a copy variant stands; only approved ones are shown. */
export type CopyState =
  /** May be shown. */
  | 'APPROVED'
  /** Written, and not shown. */
  | 'DRAFT'
  /** No longer shown. */
  | 'RETIRED';

/** An alternative short text for a product, for one audience. */
export type CopyVariant = {
  __typename?: 'CopyVariant';
  /** Who approved it; null unless approved. */
  approvedBy?: Maybe<Scalars['String']['output']>;
  /** Whom it is for. */
  audience: CopyAudience;
  /** Who wrote or asked for its first version. */
  createdBy: Scalars['String']['output'];
  /** Every change, newest first. */
  history: Array<CopyChange>;
  /** Names the variant for ever. */
  id: Scalars['ID']['output'];
  /** The language model that drafted it; null for a person's text. */
  model?: Maybe<Scalars['String']['output']>;
  /** Who wrote its first version. */
  origin: CopyOrigin;
  /** The product it speaks of. Null when the catalogue subgraph does not know the product. */
  product?: Maybe<Product>;
  /** Where it stands. */
  state: CopyState;
  /** The text. */
  text: Scalars['String']['output'];
  /** When it last changed. */
  updatedAt: Scalars['DateTime']['output'];
  /** Rises by one with every change; send it back to edit or decide. */
  version: Scalars['Int']['output'];
};

/** A page of copy variants. */
export type CopyVariantConnection = {
  __typename?: 'CopyVariantConnection';
  /** The variants of this page. */
  edges: Array<CopyVariantEdge>;
  /** Where this page stands in the whole list. */
  pageInfo: PageInfo;
};

/** One copy variant of a page. */
export type CopyVariantEdge = {
  __typename?: 'CopyVariantEdge';
  /** Where this edge stands, to be sent as `after`. */
  cursor: Scalars['String']['output'];
  /** The variant. */
  node: CopyVariant;
};

/** What a copy variant says. */
export type CopyVariantInput = {
  /** Whom it is for. */
  audience: CopyAudienceInput;
  /** The product it speaks of. */
  productId: Scalars['ID']['input'];
  /** The text: 1 to 200 characters. */
  text: Scalars['String']['input'];
};

/** The variant was saved. */
export type CopyVariantSaved = {
  __typename?: 'CopyVariantSaved';
  /** The variant as it stands now. */
  variant: CopyVariant;
};

/** The copy writer answered. */
export type CopyVariantsDrafted = {
  __typename?: 'CopyVariantsDrafted';
  /** The texts that were left out, and why. */
  refused: Array<RefusedCopy>;
  /** The drafts that were saved, in the order of the audiences. */
  variants: Array<CopyVariant>;
};

/** The copy writer is not configured, did not answer in time or answered with something else than texts; nothing was written. */
export type CopyWriterError = MutationError & {
  __typename?: 'CopyWriterError';
  /** One sentence that says what was wrong. */
  message: Scalars['String']['output'];
};

/** A new copy variant. */
export type CreateCopyVariantInput = {
  /**
   * Repeat a call with the same key and it is done once; null where a repeated call may write a second variant.
   * A repeated call answers what the first one did: the variant as it was created, whatever became of it since.
   * Approving the answered version then is a version conflict.
   */
  idempotencyKey?: InputMaybe<Scalars['ID']['input']>;
  /** What it says. */
  variant: CopyVariantInput;
};

/** What became of a new copy variant. */
export type CreateCopyVariantResult = CopyVariantSaved | IdempotencyKeyReusedError | InvalidInputError;

/** A new rule. */
export type CreateMerchandisingRuleInput = {
  /**
   * Repeat a call with the same key and it is done once; null where a repeated call may write a second rule.
   * A repeated call answers what the first one did: the rule as it was created, whatever became of it since. Read the
   * rule to see how it stands; approving the answered version then is a version conflict.
   */
  idempotencyKey?: InputMaybe<Scalars['ID']['input']>;
  /** What it says. */
  rule: MerchandisingRuleInput;
};

/** What became of a new rule. */
export type CreateMerchandisingRuleResult = IdempotencyKeyReusedError | InvalidInputError | MerchandisingRuleSaved;

/** A product, what was shown with it, and what came of it. */
export type CreditedPair = {
  __typename?: 'CreditedPair';
  /** The anchor. Null when the catalogue subgraph no longer knows it. */
  anchor?: Maybe<Product>;
  /** Order lines that the pair led to. */
  orderLines: Scalars['Int']['output'];
  /** What was bought with it. Null when the catalogue subgraph no longer knows it. */
  product?: Maybe<Product>;
  /** Their revenue. */
  revenue: Money;
};

/** A named position for cross-selling. */
export type CrossSellPlacement =
  /** In the basket. */
  | 'BASKET'
  /** Between basket and payment. */
  | 'CHECKOUT'
  /** On the confirmation page or in the mail after an order. */
  | 'POST_PURCHASE'
  /** Beside one product that is being viewed. */
  | 'PRODUCT_PAGE';

/** What cross-selling did for the orders of a period. Money is of one currency; shares are 0 to 1 and null where there is nothing to divide by. */
export type CrossSellScorecard = {
  __typename?: 'CrossSellScorecard';
  /** Share of orders with at least one cross-sold line; null without orders. */
  attachRate?: Maybe<Scalars['Float']['output']>;
  /** Revenue per order; null without orders. */
  averageOrderValue?: Maybe<Money>;
  /** Of orders with at least one cross-sold line: association, not effect. Null without such orders. */
  averageOrderValueWithCrossSell?: Maybe<Money>;
  /** Of orders without a cross-sold line. Null without such orders. */
  averageOrderValueWithout?: Maybe<Money>;
  /** What each source put into baskets, in the order in which slots are filled; sources without any activity are absent. */
  bySource: Array<SourceContribution>;
  /** Week by week, the oldest first; the first and the last may be cut by the period. */
  byWeek: Array<CrossSellWeek>;
  /** The currency that is judged: the one asked for, else that of most orders in the period; null without orders. */
  currencyCode?: Maybe<Scalars['String']['output']>;
  /** From the list to the order line. */
  funnel: Funnel;
  /** Until when facts are counted in; null before the first roll-up, and then everything is 0. */
  measuredAt?: Maybe<Scalars['DateTime']['output']>;
  /** Completed orders of the period in that currency. */
  orders: Scalars['Int']['output'];
  /** Completed orders of the period in other currencies, which are left out. */
  ordersInOtherCurrencies: Scalars['Int']['output'];
  /** Share of revenue in cross-sold lines; null without revenue. */
  revenueShare?: Maybe<Scalars['Float']['output']>;
  /** Impressions by who filled the slot. */
  shownBy: OwnerSplit;
  /** The pairs that led to most revenue, at most 10. */
  topPairs: Array<CreditedPair>;
  /** Units per order; null without orders. */
  unitsPerOrder?: Maybe<Scalars['Float']['output']>;
  /**
   * The effect on the value of an order, in units of the currency: treatment minus holdout, of visits whose part began in the period. Null while it
   * cannot be told: see `upliftShortfall`.
   */
  uplift?: Maybe<Uplift>;
  /** The effect on the revenue of a visit, orders or not, in units of the currency. Null while it cannot be told: see `upliftShortfall`. */
  upliftPerVisit?: Maybe<Uplift>;
  /** Why an uplift is missing, in one sentence; null when both are there. */
  upliftShortfall?: Maybe<Scalars['String']['output']>;
};

/** One week of cross-selling. */
export type CrossSellWeek = {
  __typename?: 'CrossSellWeek';
  /** Share of orders with at least one cross-sold line; null without orders. */
  attachRate?: Maybe<Scalars['Float']['output']>;
  /** Revenue per order; null without orders. */
  averageOrderValue?: Maybe<Money>;
  /** Monday 00:00 UTC, or the period's first instant. */
  from: Scalars['DateTime']['output'];
  /** Completed orders. */
  orders: Scalars['Int']['output'];
  /** Share of revenue in cross-sold lines; null without revenue. */
  revenueShare?: Maybe<Scalars['Float']['output']>;
};

/** A customer of the shop, owned by the customer subgraph. */
export type Customer = {
  __typename?: 'Customer';
  /** What we hold about this customer's behaviour, for the customer to see. Null for others, and when nothing can be read. */
  behaviourProfile?: Maybe<BehaviourProfile>;
  /** The customer's id in the shop's supergraph. */
  id: Scalars['ID']['output'];
  /**
   * Cross-sell in this customer's order of interest: the same products that `Product.complements` may show, re-ranked;
   * never-personalise rules hold. Null when the caller may not ask or the lane could not answer.
   */
  personalisedComplements?: Maybe<ComplementConnection>;
  /**
   * Categories in this customer's order of interest, for menus and landing pages; categories without interest follow by popularity.
   * Null when the caller may not ask or the lane could not answer.
   */
  personalisedNavigation?: Maybe<Array<NavigationPick>>;
  /**
   * Products chosen for this customer, best first. Only for that customer or a caller with the scope `picks:read`.
   * Without consent, history or with a never-personalise rule it is a full non-personal list, and `personalisation` says so.
   * Null when the caller may not ask or the lane could not answer.
   */
  personalisedPicks?: Maybe<PickConnection>;
};


/** A customer of the shop, owned by the customer subgraph. */
export type CustomerPersonalisedComplementsArgs = {
  alongside?: Array<Scalars['ID']['input']>;
  arm?: InputMaybe<MeasurementArm>;
  exclude?: Array<Scalars['ID']['input']>;
  filter?: InputMaybe<RecommendationFilter>;
  first?: Scalars['Int']['input'];
  placement?: CrossSellPlacement;
  productId: Scalars['ID']['input'];
};


/** A customer of the shop, owned by the customer subgraph. */
export type CustomerPersonalisedNavigationArgs = {
  first?: Scalars['Int']['input'];
  under?: InputMaybe<Scalars['ID']['input']>;
};


/** A customer of the shop, owned by the customer subgraph. */
export type CustomerPersonalisedPicksArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  context?: InputMaybe<SurfaceContext>;
  exclude?: Array<Scalars['ID']['input']>;
  filter?: InputMaybe<RecommendationFilter>;
  first?: Scalars['Int']['input'];
  surface?: PersonalSurface;
};

/** A decision about a copy variant. */
export type DecideCopyVariantInput = {
  /** The variant. */
  id: Scalars['ID']['input'];
  /** Why, for the history, at most 2,000 characters; null for nothing. */
  note?: InputMaybe<Scalars['String']['input']>;
  /** The version that was seen: what was changed since is not decided. */
  version: Scalars['Int']['input'];
};

/** What became of a decision about a copy variant. */
export type DecideCopyVariantResult = CopyVariantSaved | InvalidInputError | NotFoundError | SecondPersonRequiredError | VersionConflictError;

/** A decision about a rule. */
export type DecideMerchandisingRuleInput = {
  /** The rule. */
  id: Scalars['ID']['input'];
  /** Why, for the history, at most 2,000 characters; null for nothing. */
  note?: InputMaybe<Scalars['String']['input']>;
  /** The version that was seen: what was changed since is not decided. */
  version: Scalars['Int']['input'];
};

/** What became of a decision about a rule. */
export type DecideMerchandisingRuleResult = InvalidInputError | MerchandisingRuleSaved | NotFoundError | SecondPersonRequiredError | VersionConflictError;

/** A decision about learned pairs. */
export type DecideProposedPairsInput = {
  /** What becomes of them. */
  decision: PairDecision;
  /** Why, at most 2,000 characters; null for nothing. */
  note?: InputMaybe<Scalars['String']['input']>;
  /** The pairs, by their ids: 1 to 500. */
  pairIds: Array<Scalars['ID']['input']>;
};

/** What became of decisions about pairs. */
export type DecideProposedPairsResult = InvalidInputError | NotFoundError | ProposedPairsDecided;

/** A pair that a person decided. */
export type DecidedPair = {
  __typename?: 'DecidedPair';
  /** What the other goes with. Null when the catalogue subgraph no longer knows the product. */
  anchor?: Maybe<Product>;
  /** What goes with it. Null when the catalogue subgraph no longer knows the product. */
  complement?: Maybe<Product>;
  /** When. */
  decidedAt: Scalars['DateTime']['output'];
  /** Who decided. */
  decidedBy: Scalars['String']['output'];
  /** What was decided. */
  decision: PairDecision;
  /** Every decision about this pair, newest first. */
  history: Array<PairChange>;
  /** Names the pair, to be sent to `decideProposedPairs` to decide again. */
  id: Scalars['ID']['output'];
  /** Why, as the person put it; null for nothing. */
  note?: Maybe<Scalars['String']['output']>;
};

/** A page of decided pairs. */
export type DecidedPairConnection = {
  __typename?: 'DecidedPairConnection';
  /** The pairs of this page. */
  edges: Array<DecidedPairEdge>;
  /** Where this page stands in the whole list. */
  pageInfo: PageInfo;
};

/** One decided pair of a page. */
export type DecidedPairEdge = {
  __typename?: 'DecidedPairEdge';
  /** Where this edge stands, to be sent as `after`. */
  cursor: Scalars['String']['output'];
  /** The pair. */
  node: DecidedPair;
};

/** How much neighbouring slots should differ. */
export type Diversity =
  /** As much as the candidates allow. */
  | 'HIGH'
  /** A little. */
  | 'LOW'
  /** Clearly. */
  | 'MEDIUM'
  /** Best first, whatever they are. */
  | 'NONE';

/** What the copy writer is asked for. */
export type DraftCopyVariantsInput = {
  /** Whom to write for, one draft each: 1 to 10. */
  audiences: Array<CopyAudienceInput>;
  /** The product to write about. */
  productId: Scalars['ID']['input'];
};

/** What became of the request for drafts. */
export type DraftCopyVariantsResult = CopyVariantsDrafted | CopyWriterError | InvalidInputError | NotFoundError;

/** Why a list is empty. */
export type EmptyReason =
  /** Rules, stock, exclusions or the filter removed every candidate. */
  | 'ALL_FILTERED'
  /** Fewer than the placement's minimum were left. */
  | 'BELOW_MINIMUM'
  /** The placement serves curated content only, and there is none. */
  | 'CURATED_ONLY'
  /** The visit is in the holdout: nothing but required companions is shown, so that the effect of all others can be measured. */
  | 'HOLDOUT'
  /** Nothing is known that goes with it. */
  | 'NO_EVIDENCE'
  /** No anchor is in the catalogue. */
  | 'UNKNOWN_ANCHOR';

/** A customer who is to be erased. */
export type EraseCustomerInput = {
  /** Whose data. */
  customerId: Scalars['ID']['input'];
};

/** What became of the erasure. */
export type EraseCustomerResult = ErasureReceipt | InvalidInputError;

/** Proof of an erasure; it names nobody. */
export type ErasureReceipt = {
  __typename?: 'ErasureReceipt';
  /** Decisions about personalisation removed. */
  consents: Scalars['Int']['output'];
  /** When the customer was first erased. */
  erasedAt: Scalars['DateTime']['output'];
  /** Records of the customer's and their visits' part in a holdout comparison, removed. */
  exposures: Scalars['Int']['output'];
  /** Names the erasure: the same customer always has the same. */
  id: Scalars['ID']['output'];
  /** Interactions removed, those of the customer's visits included, by this and earlier erasures of the customer. */
  interactions: Scalars['Int']['output'];
  /** Groups of the customer's orders and visits that learning runs had made for the database to count, removed. */
  learningGroups: Scalars['Int']['output'];
  /** Orders removed, those of the customer's visits included. */
  orders: Scalars['Int']['output'];
  /** Behaviour profiles removed. */
  profiles: Scalars['Int']['output'];
  /** Records of lists that were served to the customer, removed. */
  servedLists: Scalars['Int']['output'];
};

/** One product that a customer wants forgotten. */
export type ForgetProductInput = {
  /** Whose profile. */
  customerId: Scalars['ID']['input'];
  /** The product. */
  productId: Scalars['ID']['input'];
};

/** What became of the wish to forget. */
export type ForgetProductResult = InvalidInputError | ProductForgotten;

/**
 * From the list to the order line. A line is credited to at most one list, of whichever lane: the list that it names, else the one whose product was last
 * clicked or put in the basket.
 */
export type Funnel = {
  __typename?: 'Funnel';
  /** Times they were put in the basket. */
  basketAdds: Scalars['Int']['output'];
  /** Clicks on them. */
  clicks: Scalars['Int']['output'];
  /** Products of lists that were on the screen. */
  impressions: Scalars['Int']['output'];
  /** Lists that came to a screen: each list once per visitor and UTC day. */
  lists: Scalars['Int']['output'];
  /** Order lines they led to. */
  orderLines: Scalars['Int']['output'];
};

/** The key was used before with other contents; nothing was written. */
export type IdempotencyKeyReusedError = MutationError & {
  __typename?: 'IdempotencyKeyReusedError';
  /** One sentence that says what was wrong. */
  message: Scalars['String']['output'];
};

/** One thing that is wrong with an input. */
export type InputProblem = {
  __typename?: 'InputProblem';
  /** What is wrong there. */
  message: Scalars['String']['output'];
  /** Where in the input: interactions[2].at. */
  path: Scalars['String']['output'];
};

/** One thing a customer or visitor did. */
export type InteractionInput = {
  /** When it happened; not in the future. */
  at: Scalars['DateTime']['input'];
  /** The category page it happened on; null when it was elsewhere. */
  categoryId?: InputMaybe<Scalars['ID']['input']>;
  /** Who did it; null for an anonymous visitor, then `sessionId` is needed. */
  customerId?: InputMaybe<Scalars['ID']['input']>;
  /** Unique for ever: a second one with the same id changes nothing. */
  eventId: Scalars['ID']['input'];
  /** What was done. */
  kind: InteractionKind;
  /** The product it is about; needed by every kind but SEARCH. */
  productId?: InputMaybe<Scalars['ID']['input']>;
  /** What was searched for; needed by SEARCH. */
  query?: InputMaybe<Scalars['String']['input']>;
  /** From the list that showed the product; null when no list did. */
  recommendationId?: InputMaybe<Scalars['ID']['input']>;
  /** The visit it belongs to; null when unknown, then `customerId` is needed. */
  sessionId?: InputMaybe<Scalars['ID']['input']>;
  /** The slot in that list; null when no list showed it. */
  slot?: InputMaybe<Scalars['Int']['input']>;
};

/** What a customer or visitor did. */
export type InteractionKind =
  /** A product was put in the basket. */
  | 'ADD_TO_BASKET'
  /** A recommended product was clicked. */
  | 'CLICK'
  /** A recommended product was on the screen. */
  | 'IMPRESSION'
  /** Show me less of this. */
  | 'NOT_INTERESTED'
  /** A product was taken out of the basket. */
  | 'REMOVE_FROM_BASKET'
  /** Something was searched for. */
  | 'SEARCH'
  /** A product page was viewed. */
  | 'VIEW';

/** The input cannot be taken as it is; nothing was written. */
export type InvalidInputError = MutationError & {
  __typename?: 'InvalidInputError';
  /** One sentence that says what was wrong. */
  message: Scalars['String']['output'];
  /** Every problem found, in the order of the input. */
  problems: Array<InputProblem>;
};

/** The two lanes, kept apart on purpose. */
export type Lane =
  /** What goes with a product or a basket: the same for every shopper. */
  | 'CROSS_SELL'
  /** What suits one customer. */
  | 'PERSONALISATION';

/** What has been learned, from what, and when. */
export type LearningStatus = {
  __typename?: 'LearningStatus';
  /** Known customers in those orders. */
  customers: Scalars['Int']['output'];
  /** The published statistics; null before the first learning. */
  modelVersion?: Maybe<Scalars['ID']['output']>;
  /** Completed orders in the learning window. */
  orders: Scalars['Int']['output'];
  /** Published pairs of products. */
  pairs: Scalars['Int']['output'];
  /** Products in those orders. */
  products: Scalars['Int']['output'];
  /** When they were published; null before the first learning. */
  publishedAt?: Maybe<Scalars['DateTime']['output']>;
  /** What is missing, in one sentence; null when `sufficient`. */
  shortfall?: Maybe<Scalars['String']['output']>;
  /** False while there is too little to learn from; `shortfall` says what is missing. */
  sufficient: Scalars['Boolean']['output'];
  /** Length of the learning window in days. */
  windowDays: Scalars['Int']['output'];
  /**
   * What was learned last and not published, because its lists are worse than the published ones; null when what was learned last is published.
   * Something is wrong with the facts or the settings: what is published grows old until the next publication.
   */
  withheld?: Maybe<WithheldModel>;
};

/** The two sides of a comparison. */
export type MeasurementArm =
  /** Is not, so that the effect can be measured. */
  | 'HOLDOUT'
  /** Is served as everybody is. */
  | 'TREATMENT';

/** One merchandising decision: when it applies, and what it does. */
export type MerchandisingRule = {
  __typename?: 'MerchandisingRule';
  /** What it does. */
  action: RuleAction;
  /** Who approved the version that is in force; null unless approved. */
  approvedBy?: Maybe<Scalars['String']['output']>;
  /** Who wrote its first version. */
  createdBy: Scalars['String']['output'];
  /** Every change, newest first. */
  history: Array<RuleChange>;
  /** Names the rule for ever. */
  id: Scalars['ID']['output'];
  /** The lane it steers. */
  lane: Lane;
  /** What people call it. */
  name: Scalars['String']['output'];
  /** What people want to remember about it; null for nothing. */
  note?: Maybe<Scalars['String']['output']>;
  /** Placements and surfaces it is limited to, by name; all when empty. */
  placements: Array<Scalars['String']['output']>;
  /** Higher goes first; ties by id. */
  priority: Scalars['Int']['output'];
  /** REQUIRE, PIN and RECOMMEND: how many go with one anchor; null for 1. */
  quantity?: Maybe<Scalars['Int']['output']>;
  /** PIN: the 1-based slot; null otherwise. */
  slot?: Maybe<Scalars['Int']['output']>;
  /** Where it stands. */
  state: RuleState;
  /** Which products it shows, moves or hides; null only for NEVER_PERSONALISE, which then covers the whole list. */
  then?: Maybe<ProductSelector>;
  /** When it last changed. */
  updatedAt: Scalars['DateTime']['output'];
  /** In force from this instant on; null for always. */
  validFrom?: Maybe<Scalars['DateTime']['output']>;
  /** In force until just before this instant; null for ever. */
  validUntil?: Maybe<Scalars['DateTime']['output']>;
  /** Rises by one with every change; send it back to edit or decide. */
  version: Scalars['Int']['output'];
  /** What the rule conflicts with or starves, found when it was saved. */
  warnings: Array<RuleWarning>;
  /** BOOST: above 1, BURY: between 0 and 1; null otherwise. */
  weight?: Maybe<Scalars['Float']['output']>;
  /** Which anchors (cross-sell) or contexts (personalisation) it applies to; everything when null. */
  when?: Maybe<ProductSelector>;
};

/** A page of rules. */
export type MerchandisingRuleConnection = {
  __typename?: 'MerchandisingRuleConnection';
  /** The rules of this page. */
  edges: Array<MerchandisingRuleEdge>;
  /** Where this page stands in the whole list. */
  pageInfo: PageInfo;
};

/** One rule of a page. */
export type MerchandisingRuleEdge = {
  __typename?: 'MerchandisingRuleEdge';
  /** Where this edge stands, to be sent as `after`. */
  cursor: Scalars['String']['output'];
  /** The rule. */
  node: MerchandisingRule;
};

/** What a rule says. */
export type MerchandisingRuleInput = {
  /** What it does. */
  action: RuleAction;
  /** The lane it steers. */
  lane?: Lane;
  /** What people call it: 1 to 200 characters. */
  name: Scalars['String']['input'];
  /** What people want to remember about it, at most 2,000 characters; null for nothing. */
  note?: InputMaybe<Scalars['String']['input']>;
  /** Placements and surfaces it is limited to, by name; null or empty for all of its lane. */
  placements?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Higher goes first; ties by id. */
  priority?: Scalars['Int']['input'];
  /** REQUIRE, PIN and RECOMMEND: how many go with one anchor; null for 1. */
  quantity?: InputMaybe<Scalars['Int']['input']>;
  /** PIN: the 1-based slot; null otherwise. */
  slot?: InputMaybe<Scalars['Int']['input']>;
  /** Which products it shows, moves or hides; null only for NEVER_PERSONALISE. */
  then?: InputMaybe<ProductSelectorInput>;
  /** In force from this instant on; null for always. */
  validFrom?: InputMaybe<Scalars['DateTime']['input']>;
  /** In force until just before this instant; null for ever. */
  validUntil?: InputMaybe<Scalars['DateTime']['input']>;
  /** BOOST: above 1, BURY: between 0 and 1; null otherwise. */
  weight?: InputMaybe<Scalars['Float']['input']>;
  /** Which anchors (cross-sell) or contexts (personalisation) it applies to; null for everything. */
  when?: InputMaybe<ProductSelectorInput>;
};

/** The rule was saved. */
export type MerchandisingRuleSaved = {
  __typename?: 'MerchandisingRuleSaved';
  /** The rule as it stands now. */
  rule: MerchandisingRule;
};

/** An amount of money. */
export type Money = {
  __typename?: 'Money';
  /** The amount, exact: 12.90. */
  amount: Scalars['Decimal']['output'];
  /** ISO 4217 code of the currency: EUR. */
  currencyCode: Scalars['String']['output'];
};

export type Mutation = {
  __typename?: 'Mutation';
  /** Lets a variant be shown, by somebody other than its last editor where the shop asks for two persons. */
  approveCopyVariant: DecideCopyVariantResult;
  /** Puts a draft in force, by somebody other than its last editor where the shop asks for two persons. */
  approveMerchandisingRule: DecideMerchandisingRuleResult;
  /** Writes a copy variant as a draft. Needs the scope `merchandising:write`. */
  createCopyVariant: CreateCopyVariantResult;
  /** Writes a new rule as a draft. */
  createMerchandisingRule: CreateMerchandisingRuleResult;
  /** Decides learned pairs, all of them or none. A decision can be changed or taken back later by the same call. */
  decideProposedPairs: DecideProposedPairsResult;
  /**
   * Asks the shop's copy writer (`COPY_WRITER_URL`) for drafts, one for each audience. They are saved as drafts with their origin stated and
   * wait for approval; one that mentions a price or claims what the catalogue does not say is left out, with the reason.
   */
  draftCopyVariants: DraftCopyVariantsResult;
  /**
   * Removes everything held about a customer and keeps it from coming back; what was learned from them falls out with the next learning.
   * Asking again answers the same receipt. The customer, or scope `privacy:write`.
   */
  eraseCustomer: EraseCustomerResult;
  /**
   * Removes what a customer saw, clicked or rated of one product, now and from replays later; what they bought stays.
   * The customer, or scope `privacy:write`.
   */
  forgetProduct: ForgetProductResult;
  /**
   * Views, basket adds, impressions, clicks. Scope `events:write`, or the customer for their own.
   * At most 500 a call; each is answered by itself.
   */
  recordInteractions: RecordInteractionsResult;
  /**
   * Completed, changed or cancelled orders: the newest `updatedAt` of an order wins. Scope `events:write`.
   * At most 500 a call; each is answered by itself.
   */
  recordOrders: RecordOrdersResult;
  /** Takes a variant away; saving it again makes it a draft. */
  retireCopyVariant: DecideCopyVariantResult;
  /** Takes a rule out of force for good; saving it again makes it a draft. */
  retireMerchandisingRule: DecideMerchandisingRuleResult;
  /** Whether a customer's behaviour may be used for them; in force with the next request. The customer, or scope `privacy:write`. */
  setPersonalisationConsent: SetPersonalisationConsentResult;
  /** Sets how far a placement or surface may run by itself; what the input leaves out stays as it is. */
  setPlacementPolicy: SetPlacementPolicyResult;
  /**
   * Sets how far the whole shop may run by itself, above every placement's own policy: CURATED_ONLY takes everything learned off at once,
   * ASSIST lets the placements' own policies speak again.
   */
  setShopAutopilot: SetShopAutopilotResult;
  /** Replaces the text and audience of a variant. It is a draft afterwards, whatever it was before. */
  updateCopyVariant: UpdateCopyVariantResult;
  /** Replaces what a rule says. It is a draft afterwards, whatever it was before: an approval holds for exactly what was seen. */
  updateMerchandisingRule: UpdateMerchandisingRuleResult;
};


export type MutationApproveCopyVariantArgs = {
  input: DecideCopyVariantInput;
};


export type MutationApproveMerchandisingRuleArgs = {
  input: DecideMerchandisingRuleInput;
};


export type MutationCreateCopyVariantArgs = {
  input: CreateCopyVariantInput;
};


export type MutationCreateMerchandisingRuleArgs = {
  input: CreateMerchandisingRuleInput;
};


export type MutationDecideProposedPairsArgs = {
  input: DecideProposedPairsInput;
};


export type MutationDraftCopyVariantsArgs = {
  input: DraftCopyVariantsInput;
};


export type MutationEraseCustomerArgs = {
  input: EraseCustomerInput;
};


export type MutationForgetProductArgs = {
  input: ForgetProductInput;
};


export type MutationRecordInteractionsArgs = {
  input: RecordInteractionsInput;
};


export type MutationRecordOrdersArgs = {
  input: RecordOrdersInput;
};


export type MutationRetireCopyVariantArgs = {
  input: DecideCopyVariantInput;
};


export type MutationRetireMerchandisingRuleArgs = {
  input: DecideMerchandisingRuleInput;
};


export type MutationSetPersonalisationConsentArgs = {
  input: SetPersonalisationConsentInput;
};


export type MutationSetPlacementPolicyArgs = {
  input: SetPlacementPolicyInput;
};


export type MutationSetShopAutopilotArgs = {
  input: SetShopAutopilotInput;
};


export type MutationUpdateCopyVariantArgs = {
  input: UpdateCopyVariantInput;
};


export type MutationUpdateMerchandisingRuleArgs = {
  input: UpdateMerchandisingRuleInput;
};

/** What a mutation answers when it fails in an expected way; new kinds implement this interface. */
export type MutationError = {
  /** One sentence that says what was wrong. */
  message: Scalars['String']['output'];
};

/** A category for a menu. */
export type NavigationPick = {
  __typename?: 'NavigationPick';
  /** Share of this customer's interest among its siblings, 0 to 1. */
  affinity: Scalars['Float']['output'];
  /** The category's id. */
  categoryId: Scalars['ID']['output'];
};

/** There is nothing with this id. */
export type NotFoundError = MutationError & {
  __typename?: 'NotFoundError';
  /** The id that was not found. */
  id: Scalars['ID']['output'];
  /** One sentence that says what was wrong. */
  message: Scalars['String']['output'];
};

/** One order as it stands at `updatedAt`. */
export type OrderInput = {
  /** ISO 4217 code of all its prices. */
  currencyCode: Scalars['String']['input'];
  /** Who ordered; null for a guest. */
  customerId?: InputMaybe<Scalars['ID']['input']>;
  /** 1 to 1,000 lines. */
  lines: Array<OrderLineInput>;
  /** Unique for ever. */
  orderId: Scalars['ID']['input'];
  /** When it was placed; not in the future. */
  placedAt: Scalars['DateTime']['input'];
  /** The visit it was placed in; null when unknown. */
  sessionId?: InputMaybe<Scalars['ID']['input']>;
  /** Whether it stands or was cancelled. */
  status?: OrderStatus;
  /** When it last changed; the newest wins, whatever order they arrive in. */
  updatedAt: Scalars['DateTime']['input'];
};

/** One line of an order. */
export type OrderLineInput = {
  /** The product that was bought. */
  productId: Scalars['ID']['input'];
  /** How many, 1 or more. */
  quantity: Scalars['Int']['input'];
  /** From the list that led to this line; null when no list did. */
  recommendationId?: InputMaybe<Scalars['ID']['input']>;
  /** Price of one, in the order's currency, 0 or more. */
  unitPrice: Scalars['Decimal']['input'];
};

/** Whether an order stands. */
export type OrderStatus =
  /** It was cancelled and no longer counts. */
  | 'CANCELLED'
  /** It stands and counts. */
  | 'COMPLETED';

/** Who filled the slots that were on the screen. */
export type OwnerSplit = {
  __typename?: 'OwnerSplit';
  /** Impressions of what was popular. */
  fallback: Scalars['Int']['output'];
  /** Impressions of what people decided. */
  human: Scalars['Int']['output'];
  /** Impressions of what was learned. */
  learned: Scalars['Int']['output'];
};

/** Where a page of a list begins and ends, and whether there is more. */
export type PageInfo = {
  __typename?: 'PageInfo';
  /** Cursor of the last edge, to be sent as `after`; null when the page is empty. */
  endCursor?: Maybe<Scalars['String']['output']>;
  /** Whether more edges follow the last one of this page. */
  hasNextPage: Scalars['Boolean']['output'];
  /** Whether edges precede the first one of this page. */
  hasPreviousPage: Scalars['Boolean']['output'];
  /** Cursor of the first edge; null when the page is empty. */
  startCursor?: Maybe<Scalars['String']['output']>;
};

/** One decision about a pair. */
export type PairChange = {
  __typename?: 'PairChange';
  /** When it was made. */
  at: Scalars['DateTime']['output'];
  /** Who made it. */
  by: Scalars['String']['output'];
  /** What was decided. */
  decision: PairDecision;
  /** Why, as the person put it; null for nothing. */
  note?: Maybe<Scalars['String']['output']>;
};

/** What a person decides about a pair. */
export type PairDecision =
  /** Shown before anything learned, also when learning forgets the pair. */
  | 'APPROVE'
  /** Neither shown nor proposed again. */
  | 'DISMISS'
  /** The decision is taken back: learning may show and propose the pair again. */
  | 'REOPEN';

/** What was counted for a pair of products, over completed orders in the learning window. */
export type PairEvidence = {
  __typename?: 'PairEvidence';
  /** Share of the anchor's orders that also hold it, 0 to 1. */
  confidence: Scalars['Float']['output'];
  /** How many times likelier together than by chance; 1 is independence. */
  lift: Scalars['Float']['output'];
  /** Orders that hold both products. */
  ordersTogether: Scalars['Int']['output'];
  /** Share of all orders that hold both, 0 to 1. */
  support: Scalars['Float']['output'];
  /** Length of the learning window in days. */
  windowDays: Scalars['Int']['output'];
};

/** A stretch of time, half-open: `from` counts, `until` does not. Whole UTC days. */
export type PeriodInput = {
  /** Its first instant: 00:00 UTC of a day. */
  from: Scalars['DateTime']['input'];
  /** The first instant after it: 00:00 UTC of a later day, at most 3,660 days later. */
  until: Scalars['DateTime']['input'];
};

/** A named position for personalisation. */
export type PersonalSurface =
  /** The basket. */
  | 'BASKET'
  /** A category page; stays inside `context.categoryId`. */
  | 'CATEGORY'
  /** A mail to the customer. */
  | 'EMAIL'
  /** The home page. */
  | 'HOME'
  /** Menus and landing pages. */
  | 'NAVIGATION'
  /** A product page; never returns `context.productId` itself. */
  | 'PRODUCT_PAGE'
  /** A search result; re-ranks `context.candidateIds` and returns nothing else. */
  | 'SEARCH';

/** The decision was saved and is in force. */
export type PersonalisationConsentSaved = {
  __typename?: 'PersonalisationConsentSaved';
  /** The customer whose decision it is. */
  customer: Customer;
};

/** Whether a list is personal, and why. */
export type PersonalisationOutcome = {
  __typename?: 'PersonalisationOutcome';
  /** Whether customer data chose or moved anything. */
  applied: Scalars['Boolean']['output'];
  /** Why it is as it is. */
  reason: PersonalisationReason;
};

/** Why a list is personal or not. */
export type PersonalisationReason =
  /** The surface serves curated content only. */
  | 'CURATED_ONLY'
  /** The profile could not be read in time. */
  | 'DEGRADED'
  /** The customer is in the holdout, for measurement. */
  | 'HOLDOUT'
  /** A merchandiser's rule forbids personalisation here. */
  | 'NEVER_PERSONALISE'
  /** Nothing is known about the customer yet. */
  | 'NEW_CUSTOMER'
  /** The customer has not consented. */
  | 'NO_CONSENT'
  /** Chosen from this customer's behaviour. */
  | 'PERSONALISED';

/** What personalisation did for the customers of a period. Money is of one currency; shares are 0 to 1 and null where there is nothing to divide by. */
export type PersonalisationScorecard = {
  __typename?: 'PersonalisationScorecard';
  /** What each source put into baskets, in the order in which slots are filled; sources without any activity are absent. */
  bySource: Array<SourceContribution>;
  /** Week by week, the oldest first; the first and the last may be cut by the period. */
  byWeek: Array<PersonalisationWeek>;
  /** The currency that is judged: the one asked for, else that of most orders in the period; null without orders. */
  currencyCode?: Maybe<Scalars['String']['output']>;
  /** Known customers with a completed order in the period in that currency. */
  customers: Scalars['Int']['output'];
  /** From the list to the order line. */
  funnel: Funnel;
  /** Revenue per customer of the period, from their first order to the end of the period; null without customers. */
  lifetimeValue?: Maybe<Money>;
  /** The effect on the revenue per customer in the period, in units of the currency. Null while it cannot be told: see `upliftShortfall`. */
  lifetimeValueUplift?: Maybe<Uplift>;
  /** Until when facts are counted in; null before the first roll-up, and then everything is 0. */
  measuredAt?: Maybe<Scalars['DateTime']['output']>;
  /** Their completed orders in the period. */
  orders: Scalars['Int']['output'];
  /** Completed orders of the period in other currencies, which are left out. */
  ordersInOtherCurrencies: Scalars['Int']['output'];
  /** Share of those customers with two or more orders in the period; null without customers. */
  repeatPurchaseRate?: Maybe<Scalars['Float']['output']>;
  /** The effect on the share of customers with two or more orders in the period. Null while it cannot be told: see `upliftShortfall`. */
  repeatPurchaseUplift?: Maybe<Uplift>;
  /** Customers whose first order is in the period: how many ordered again within 30, 60 and 90 days. */
  retention: Array<RetentionPoint>;
  /** Share of those customers' revenue in lines that picks led to; null without revenue. */
  revenueShare?: Maybe<Scalars['Float']['output']>;
  /** Impressions by who filled the slot. */
  shownBy: OwnerSplit;
  /** Why an uplift is missing, in one sentence; null when both are there. */
  upliftShortfall?: Maybe<Scalars['String']['output']>;
};

/** One week of personalisation. */
export type PersonalisationWeek = {
  __typename?: 'PersonalisationWeek';
  /** Known customers with a completed order. */
  customers: Scalars['Int']['output'];
  /** Monday 00:00 UTC, or the period's first instant. */
  from: Scalars['DateTime']['output'];
  /** Share of them who had ordered before that week; null without customers. */
  returningShare?: Maybe<Scalars['Float']['output']>;
  /** Share of their revenue in lines that picks led to; null without revenue. */
  revenueShare?: Maybe<Scalars['Float']['output']>;
};

/** A page of picks. */
export type PickConnection = {
  __typename?: 'PickConnection';
  /** The picks of this page, best first. */
  edges: Array<PickEdge>;
  /** Set exactly when `edges` is empty. */
  emptyReason?: Maybe<EmptyReason>;
  /** Where this page stands in the whole list. */
  pageInfo: PageInfo;
  /** Whether the list is personal, and why. */
  personalisation: PersonalisationOutcome;
  /** Names this served list: echo it with every interaction and order line it led to. */
  recommendationId: Scalars['ID']['output'];
  /** Who filled the slots of this answer. */
  slots: SlotSplit;
};

/** The approved text that a pick carries. */
export type PickCopy = {
  __typename?: 'PickCopy';
  /** Who wrote it first. */
  origin: CopyOrigin;
  /** The text. */
  text: Scalars['String']['output'];
  /** The variant it is, as it was approved. */
  variantId: Scalars['ID']['output'];
  /** The version that was approved. */
  version: Scalars['Int']['output'];
};

/** One pick and why it is there. */
export type PickEdge = {
  __typename?: 'PickEdge';
  /**
   * The text that people approved for customers like this one, to show beside the product. Null when there is none, and always null where
   * the list is not personal: without consent, held out, or under a never-personalise rule.
   */
  copy?: Maybe<PickCopy>;
  /** Where this edge stands, to be sent as `after`. */
  cursor: Scalars['String']['output'];
  /** The product. Null when the catalogue subgraph no longer knows it. */
  node?: Maybe<Product>;
  /** Why it is in the list. */
  provenance: Provenance;
  /** 1-based position in the whole list. */
  slot: Scalars['Int']['output'];
};

/** How far a placement or surface may run by itself. */
export type PlacementPolicy = {
  __typename?: 'PlacementPolicy';
  /** Fewer than this and the list is empty; 0 for no minimum. */
  atLeast: Scalars['Int']['output'];
  /** How far learning goes by itself; the shop's own autopilot may hold it back further. */
  autopilot: Autopilot;
  /** How much neighbouring slots should differ. */
  diversity: Diversity;
  /** Whether popularity may fill what is left open. */
  fallback: Scalars['Boolean']['output'];
  /** Every change, newest first. */
  history: Array<PolicyChange>;
  /** The lane of the placement or surface. */
  lane: Lane;
  /** The largest share of slots that learning may fill, 0 to 1. */
  learnedShareCap: Scalars['Float']['output'];
  /** The placement (cross-sell) or surface (personalisation), by name. */
  placement: Scalars['String']['output'];
  /**
   * The largest share of a page's slots that learning and the fallback may fill with products of an anchor's own group (its leaf category), 0 to 1;
   * 1 for no limit. What people decided is not limited and does not count. Always 1 for personalisation, whose lists have no anchor.
   */
  sameGroupCap: Scalars['Float']['output'];
  /** When it was set last; null while nobody has. */
  updatedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Who set it last; `default` while nobody has. */
  updatedBy: Scalars['String']['output'];
  /** Rises by one with every change; 0 while nobody has set it. */
  version: Scalars['Int']['output'];
};

/** The policy was saved. */
export type PlacementPolicySaved = {
  __typename?: 'PlacementPolicySaved';
  /** The policy as it stands now. */
  policy: PlacementPolicy;
};

/** One change of a policy. */
export type PolicyChange = {
  __typename?: 'PolicyChange';
  /** When it was made. */
  at: Scalars['DateTime']['output'];
  /** Who made it. */
  by: Scalars['String']['output'];
  /** What changed, in one sentence. */
  summary: Scalars['String']['output'];
  /** The version that the change made. */
  version: Scalars['Int']['output'];
};

/** A band of prices, both ends included. */
export type PriceBand = {
  __typename?: 'PriceBand';
  /** The currency of both, ISO 4217. */
  currencyCode: Scalars['String']['output'];
  /** Up to this price; null for no upper bound. */
  maxPrice?: Maybe<Scalars['Decimal']['output']>;
  /** From this price on; null for no lower bound. */
  minPrice?: Maybe<Scalars['Decimal']['output']>;
};

/** A band of prices, both ends included; at least one of them. */
export type PriceBandInput = {
  /** The currency of both, ISO 4217. */
  currencyCode: Scalars['String']['input'];
  /** Up to this price; null for no upper bound. */
  maxPrice?: InputMaybe<Scalars['Decimal']['input']>;
  /** From this price on; null for no lower bound. */
  minPrice?: InputMaybe<Scalars['Decimal']['input']>;
};

/** A product of the shop, owned by the catalogue subgraph. */
export type Product = {
  __typename?: 'Product';
  /**
   * Products that go with this one, best first: companions it needs, merchandisers' pins and rules, pairs people bought together.
   * The same for every shopper. Null only when the lane could not answer; an empty list says why in `emptyReason`.
   */
  complements?: Maybe<ComplementConnection>;
  /** The product's id in the shop's supergraph. */
  id: Scalars['ID']['output'];
};


/** A product of the shop, owned by the catalogue subgraph. */
export type ProductComplementsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  alongside?: Array<Scalars['ID']['input']>;
  arm?: InputMaybe<MeasurementArm>;
  exclude?: Array<Scalars['ID']['input']>;
  filter?: InputMaybe<RecommendationFilter>;
  first?: Scalars['Int']['input'];
  placement?: CrossSellPlacement;
};

/** What was seen, clicked or rated of the product is gone. */
export type ProductForgotten = {
  __typename?: 'ProductForgotten';
  /** The customer whose profile it was. */
  customer: Customer;
  /** Interactions that were removed. */
  interactions: Scalars['Int']['output'];
};

/** Products by id or by attribute; the given parts are all required, an empty or null part asks nothing. */
export type ProductSelector = {
  __typename?: 'ProductSelector';
  /** Of any of these brands. */
  brands: Array<Scalars['String']['output']>;
  /** In any of these categories, their descendants included. */
  categoryIds: Array<Scalars['ID']['output']>;
  /** At this price or below, in the product's own currency; null for no upper bound. */
  maxPrice?: Maybe<Scalars['Decimal']['output']>;
  /** Price relative to the anchor's: 0.5 means at most half of it; null for any. Only in `then`. */
  maxPriceRatio?: Maybe<Scalars['Float']['output']>;
  /** At this price or above, in the product's own currency; null for no lower bound. */
  minPrice?: Maybe<Scalars['Decimal']['output']>;
  /** Any of these products. */
  productIds: Array<Scalars['ID']['output']>;
  /** With any of these tags. */
  tags: Array<Scalars['String']['output']>;
};

/**
 * Products by id or by attribute; the given parts are all required. Each list holds 1,000 values at most. A selector that asks for nothing is
 * refused, since it would mean everything: leave it out to mean that.
 */
export type ProductSelectorInput = {
  /** Of any of these brands; null or empty asks nothing. */
  brands?: InputMaybe<Array<Scalars['String']['input']>>;
  /** In any of these categories, their descendants included; null or empty asks nothing. */
  categoryIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** At this price or below, in the product's own currency; null for no upper bound. */
  maxPrice?: InputMaybe<Scalars['Decimal']['input']>;
  /** Price relative to the anchor's: 0.5 means at most half of it; null for any. Only in `then`. */
  maxPriceRatio?: InputMaybe<Scalars['Float']['input']>;
  /** At this price or above, in the product's own currency; null for no lower bound. */
  minPrice?: InputMaybe<Scalars['Decimal']['input']>;
  /** Any of these products; null or empty asks nothing. */
  productIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** With any of these tags; null or empty asks nothing. */
  tags?: InputMaybe<Array<Scalars['String']['input']>>;
};

/** A pair that learning proposes and nobody has decided yet. */
export type ProposedPair = {
  __typename?: 'ProposedPair';
  /** What the other goes with. Null when the catalogue subgraph no longer knows the product. */
  anchor?: Maybe<Product>;
  /** What goes with it. Null when the catalogue subgraph no longer knows the product. */
  complement?: Maybe<Product>;
  /** What was counted. */
  evidence: PairEvidence;
  /** Names the pair, to be sent to `decideProposedPairs`. */
  id: Scalars['ID']['output'];
  /** How surely the two meet more often than by chance (Dunning's G², 1993); what the list is sorted by. */
  logLikelihoodRatio: Scalars['Float']['output'];
  /** Completed orders that hold both, newest first, at most 5. */
  sampleOrderIds: Array<Scalars['ID']['output']>;
};

/** A page of proposed pairs. */
export type ProposedPairConnection = {
  __typename?: 'ProposedPairConnection';
  /** The pairs of this page. */
  edges: Array<ProposedPairEdge>;
  /** Where this page stands in the whole list. */
  pageInfo: PageInfo;
};

/** One proposed pair of a page. */
export type ProposedPairEdge = {
  __typename?: 'ProposedPairEdge';
  /** Where this edge stands, to be sent as `after`. */
  cursor: Scalars['String']['output'];
  /** The pair. */
  node: ProposedPair;
};

/** The pairs were decided. */
export type ProposedPairsDecided = {
  __typename?: 'ProposedPairsDecided';
  /** How many of them now stand differently than before. */
  decided: Scalars['Int']['output'];
};

/** Why a product is in the list. */
export type Provenance = {
  __typename?: 'Provenance';
  /** The anchor or recent product that it was chosen for; null when it was not chosen for one. */
  because?: Maybe<Product>;
  /** The counts behind a pair of products; null when it is not there because of a pair. */
  evidence?: Maybe<PairEvidence>;
  /** One sentence fit for a shopper: Bought together in 42 orders. */
  explanation: Scalars['String']['output'];
  /** The published statistics it was drawn from; null when no statistics were needed. */
  modelVersion?: Maybe<Scalars['ID']['output']>;
  /** Whether this customer's own data chose or moved it. */
  personalised: Scalars['Boolean']['output'];
  /** The merchandising rule that placed or moved it; null when none did. */
  rule?: Maybe<RuleReference>;
  /** Who or what put it there. */
  source: RecommendationSource;
};

export type Query = {
  __typename?: 'Query';
  /**
   * Complements of a whole basket in one merged, de-duplicated list: for the basket and checkout pages.
   * Null only when the lane could not answer.
   */
  basketComplements?: Maybe<ComplementConnection>;
  /**
   * Copy variants, newest change first; retired ones only when asked for by `state`. Needs the scope `merchandising:read` or
   * `merchandising:write`. Null when the caller may not ask or they could not be read.
   */
  copyVariants?: Maybe<CopyVariantConnection>;
  /**
   * Whether a visit is shown complements, or held out so that their effect can be measured: ask once at the start of a visit and send the answer
   * with every list. Always the same for the same visit; asking records that the visit takes part. Null only when it could not be answered.
   */
  crossSellArm?: Maybe<MeasurementArm>;
  /**
   * Cross-selling, judged by what it does to orders: average order value, attach rate, share of revenue, and the effect against the holdout.
   * Scope `reports:read`; null without it.
   */
  crossSellScorecard?: Maybe<CrossSellScorecard>;
  /** Pairs that people decided, newest decision first. Null when the caller may not ask or they could not be read. */
  decidedPairs?: Maybe<DecidedPairConnection>;
  /** What has been learned, from what, when, and whether it is enough to rely on. Scope `reports:read`; null without it. */
  learningStatus?: Maybe<LearningStatus>;
  /** One rule, in any state. Null when there is none with this id, the caller may not ask or it could not be read. */
  merchandisingRule?: Maybe<MerchandisingRule>;
  /**
   * The shop's merchandising rules, highest priority first, ties by id; retired ones only when asked for by `state`.
   * Null when the caller may not ask or the rules could not be read.
   */
  merchandisingRules?: Maybe<MerchandisingRuleConnection>;
  /**
   * Personalisation, judged by what it does to the relationship: repeat purchases, retention, lifetime value, and the effect against the holdout.
   * Scope `reports:read`; null without it.
   */
  personalisationScorecard?: Maybe<PersonalisationScorecard>;
  /**
   * The policy of every placement and surface, also of those where nobody has set one (version 0).
   * Null when the caller may not ask or they could not be read.
   */
  placementPolicies?: Maybe<Array<PlacementPolicy>>;
  /**
   * What lists would answer if the draft were approved, beside what they answer now; nothing is written. A cross-sell draft shows
   * complements of real anchors: the given ones, or the most ordered products that the draft touches. A personalisation draft shows
   * the picks of its surfaces for a customer of whom nothing is known.
   * Null when the caller may not ask or the lists could not be decided.
   */
  previewRule?: Maybe<RulePreview>;
  /**
   * Pairs that learning proposes and nobody has decided yet, strongest evidence first. Without `anchorId` the strongest of the shop, else
   * all of that anchor. Null when the caller may not ask or they could not be read.
   */
  proposedPairs?: Maybe<ProposedPairConnection>;
  /**
   * What a placement answered at an instant in the past: rules, policies, decided pairs and statistics as they stood; stock, prices and
   * categories as they are now. Null, with the code NOT_RETAINED, when they are no longer held; null when the caller may not ask.
   */
  replayComplements?: Maybe<ComplementConnection>;
  /** How far the whole shop may run by itself. Null when the caller may not ask or it could not be read. */
  shopAutopilot?: Maybe<ShopAutopilot>;
};


export type QueryBasketComplementsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  arm?: InputMaybe<MeasurementArm>;
  exclude?: Array<Scalars['ID']['input']>;
  filter?: InputMaybe<RecommendationFilter>;
  first?: Scalars['Int']['input'];
  placement?: CrossSellPlacement;
  productIds: Array<Scalars['ID']['input']>;
};


export type QueryCopyVariantsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: Scalars['Int']['input'];
  productId?: InputMaybe<Scalars['ID']['input']>;
  state?: InputMaybe<CopyState>;
};


export type QueryCrossSellArmArgs = {
  sessionId: Scalars['ID']['input'];
};


export type QueryCrossSellScorecardArgs = {
  currencyCode?: InputMaybe<Scalars['String']['input']>;
  period: PeriodInput;
  placement?: InputMaybe<CrossSellPlacement>;
};


export type QueryDecidedPairsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  anchorId?: InputMaybe<Scalars['ID']['input']>;
  decision?: InputMaybe<PairDecision>;
  first?: Scalars['Int']['input'];
};


export type QueryMerchandisingRuleArgs = {
  id: Scalars['ID']['input'];
};


export type QueryMerchandisingRulesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: Scalars['Int']['input'];
  lane?: InputMaybe<Lane>;
  productId?: InputMaybe<Scalars['ID']['input']>;
  state?: InputMaybe<RuleState>;
};


export type QueryPersonalisationScorecardArgs = {
  currencyCode?: InputMaybe<Scalars['String']['input']>;
  period: PeriodInput;
  surface?: InputMaybe<PersonalSurface>;
};


export type QueryPreviewRuleArgs = {
  anchorIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  at?: InputMaybe<Scalars['DateTime']['input']>;
  draft: MerchandisingRuleInput;
  first?: Scalars['Int']['input'];
  placement?: InputMaybe<CrossSellPlacement>;
  replaces?: InputMaybe<Scalars['ID']['input']>;
};


export type QueryProposedPairsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  anchorId?: InputMaybe<Scalars['ID']['input']>;
  first?: Scalars['Int']['input'];
};


export type QueryReplayComplementsArgs = {
  alongside?: Array<Scalars['ID']['input']>;
  at: Scalars['DateTime']['input'];
  first?: Scalars['Int']['input'];
  placement?: CrossSellPlacement;
  productId: Scalars['ID']['input'];
};

/** Narrows what may be recommended; the given parts are all required. */
export type RecommendationFilter = {
  /** Only these brands; null or empty for all. */
  brands?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Only these categories, their descendants included; null or empty for all. */
  categoryIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Only products at this price or below; null for no upper bound. */
  maxPrice?: InputMaybe<Scalars['Decimal']['input']>;
  /** Only products at this price or above; null for no lower bound. */
  minPrice?: InputMaybe<Scalars['Decimal']['input']>;
};

/** Who or what put a product in the list, in the order in which slots are filled. */
export type RecommendationSource =
  /** A learned pair that a person approved. */
  | 'APPROVED_PAIR'
  /** Learned: this customer bought it before. */
  | 'BUY_AGAIN'
  /** Learned: bought together in the same orders. */
  | 'CO_PURCHASE'
  /** Popular in a category this customer cares about. */
  | 'FAVOURITE_CATEGORY'
  /** Learned: in demand in the shop now, where little leads this customer to it in particular. */
  | 'IN_DEMAND'
  /** A merchandiser's rule gave it this slot. */
  | 'PINNED'
  /** Popular with everybody; on SEARCH, where the search itself put it. */
  | 'POPULAR'
  /** A merchandiser's rule: the anchor does not work without it. */
  | 'REQUIRED_COMPANION'
  /** A merchandiser's rule proposed it. */
  | 'RULE'
  /** Learned: shares a word of the title or the brand with an anchor where products that do are bought together in this shop, in a list for which few pairs were learned; never of an anchor's own category. */
  | 'SHARED_TRAIT'
  /** Learned: bought by customers who bought what this customer bought. */
  | 'SHOPPERS_LIKE_YOU'
  /** Learned: viewed by others together with what this customer looked at lately. */
  | 'SIMILAR_TO_RECENT';

/** Interactions to record. */
export type RecordInteractionsInput = {
  /** 1 to 500 interactions. */
  interactions: Array<InteractionInput>;
};

/** What became of the interactions sent. */
export type RecordInteractionsResult = InvalidInputError | RecordingReport;

/** Orders to record. */
export type RecordOrdersInput = {
  /** 1 to 500 orders. */
  orders: Array<OrderInput>;
};

/** What became of the orders sent. */
export type RecordOrdersResult = InvalidInputError | RecordingReport;

/** What became of the records sent: accepted + duplicates + rejected is how many were sent. */
export type RecordingReport = {
  __typename?: 'RecordingReport';
  /** Written. */
  accepted: Scalars['Int']['output'];
  /** Known already, and left as they were. */
  duplicates: Scalars['Int']['output'];
  /** Refused, in the order they were sent; the others are not affected. */
  rejected: Array<RejectedRecord>;
};

/** A text of the copy writer that was not saved. */
export type RefusedCopy = {
  __typename?: 'RefusedCopy';
  /** Whom it was for, as its place in the input, 0 first. */
  audience: Scalars['Int']['output'];
  /** What is wrong with it. */
  reason: Scalars['String']['output'];
  /** The text; null when there was none. */
  text?: Maybe<Scalars['String']['output']>;
};

/** One record that was refused. */
export type RejectedRecord = {
  __typename?: 'RejectedRecord';
  /** The record's id as it was sent. */
  id: Scalars['ID']['output'];
  /** What is wrong with it, naming the field. */
  message: Scalars['String']['output'];
};

/** How many first-time customers came back in time. */
export type RetentionPoint = {
  __typename?: 'RetentionPoint';
  /** Customers whose first order is in the period and so long before the newest order known that the time is over. */
  customers: Scalars['Int']['output'];
  /** Days after the first order. */
  days: Scalars['Int']['output'];
  /** Share of them who ordered again within that time; null when there are none. */
  rate?: Maybe<Scalars['Float']['output']>;
};

/** What a rule does. */
export type RuleAction =
  /** Score multiplied by `weight` above 1. */
  | 'BOOST'
  /** Score multiplied by `weight` below 1. */
  | 'BURY'
  /** Never shown. */
  | 'EXCLUDE'
  /** Customer data may not choose or move anything here. */
  | 'NEVER_PERSONALISE'
  /** Fixed slots. */
  | 'PIN'
  /** Candidates in their own right, after pins. */
  | 'RECOMMEND'
  /** Companions the anchor needs: always first, whatever learning says. */
  | 'REQUIRE';

/** One change of a rule. */
export type RuleChange = {
  __typename?: 'RuleChange';
  /** When it was made. */
  at: Scalars['DateTime']['output'];
  /** Who made it. */
  by: Scalars['String']['output'];
  /** Where the rule stood afterwards. */
  state: RuleState;
  /** What changed, in one sentence. */
  summary: Scalars['String']['output'];
  /** The version that the change made. */
  version: Scalars['Int']['output'];
};

/** What a draft would change. */
export type RulePreview = {
  __typename?: 'RulePreview';
  /** The instant that was looked at. */
  at: Scalars['DateTime']['output'];
  /** Complements of each anchor; empty for a personalisation draft that does not touch them. */
  lists: Array<RulePreviewList>;
  /** Picks of each surface; empty for a cross-sell draft that does not touch them. */
  picks: Array<RulePreviewPicks>;
  /** What saving the draft would warn of. */
  warnings: Array<RuleWarning>;
};

/** Complements of one anchor, now and with the draft. */
export type RulePreviewList = {
  __typename?: 'RulePreviewList';
  /** The anchor. Null when the catalogue subgraph does not know the product. */
  anchor?: Maybe<Product>;
  /** Products of `today` that are missing from `withDraft`. An entry is null when the catalogue subgraph no longer knows the product. */
  displaced: Array<Maybe<Product>>;
  /** Where the list is shown. */
  placement: CrossSellPlacement;
  /** The list without the draft. */
  today: Array<ComplementEdge>;
  /** The list with it. */
  withDraft: Array<ComplementEdge>;
};

/** Picks of one surface for a customer of whom nothing is known, now and with the draft. */
export type RulePreviewPicks = {
  __typename?: 'RulePreviewPicks';
  /** Products of `today` that are missing from `withDraft`. An entry is null when the catalogue subgraph no longer knows the product. */
  displaced: Array<Maybe<Product>>;
  /** Where the list is shown. */
  surface: PersonalSurface;
  /** The list without the draft. */
  today: Array<PickEdge>;
  /** The list with it. */
  withDraft: Array<PickEdge>;
};

/** The rule that placed or moved a product, as it stood. */
export type RuleReference = {
  __typename?: 'RuleReference';
  /** The rule's id. */
  id: Scalars['ID']['output'];
  /** The rule's name, as its merchandiser wrote it. */
  name: Scalars['String']['output'];
  /** The version that was in force; rises by one with every edit. */
  version: Scalars['Int']['output'];
};

/** Where a rule stands; only approved rules are in force. */
export type RuleState =
  /** In force within its validity. */
  | 'APPROVED'
  /** Written, and not in force. */
  | 'DRAFT'
  /** Taken out of force, kept for history and replay. */
  | 'RETIRED';

/** Something doubtful about a rule that was found when it was saved; it does not keep the rule from being approved. */
export type RuleWarning = {
  __typename?: 'RuleWarning';
  /** What kind of doubt. */
  code: RuleWarningCode;
  /** One sentence that says what was found and what to do. */
  message: Scalars['String']['output'];
  /** The rule that it meets; null when there is none. */
  otherRule?: Maybe<RuleReference>;
  /** The products concerned, at most 20. An entry is null when the catalogue subgraph does not know the product. */
  products: Array<Maybe<Product>>;
};

/** What can be doubtful about a rule. */
export type RuleWarningCode =
  /** Its validity is over, or nothing can ever match it. */
  | 'NEVER_ACTIVE'
  /** It was in force until this edit made it a draft. */
  | 'NO_LONGER_IN_FORCE'
  /** It shows products that cannot be sold now. */
  | 'OUT_OF_STOCK'
  /** Another pin asks for the same slot of the same list. */
  | 'SAME_SLOT'
  /** Another rule takes all its effect away. */
  | 'SHADOWED'
  /** It leaves a placement with fewer products than the placement's minimum. */
  | 'STARVES_PLACEMENT'
  /** It names products that the catalogue does not hold. */
  | 'UNKNOWN_PRODUCT';

/** The shop asks for two persons, and the caller is the one who edited last; nothing was written. */
export type SecondPersonRequiredError = MutationError & {
  __typename?: 'SecondPersonRequiredError';
  /** One sentence that says what was wrong. */
  message: Scalars['String']['output'];
};

/** A customer's decision about personalisation. */
export type SetPersonalisationConsentInput = {
  /** Whether personalisation is allowed. */
  consent: Scalars['Boolean']['input'];
  /** Whose decision it is. */
  customerId: Scalars['ID']['input'];
};

/** What became of the decision. */
export type SetPersonalisationConsentResult = InvalidInputError | PersonalisationConsentSaved;

/** A change of a placement's policy; what is left out or null stays as it is. */
export type SetPlacementPolicyInput = {
  /** Fewer than this and the list is empty, 0 to 50; null to leave it. */
  atLeast?: InputMaybe<Scalars['Int']['input']>;
  /** How far learning goes by itself; null to leave it. */
  autopilot?: InputMaybe<Autopilot>;
  /** How much neighbouring slots should differ; null to leave it. */
  diversity?: InputMaybe<Diversity>;
  /** Whether popularity may fill what is left open; null to leave it. */
  fallback?: InputMaybe<Scalars['Boolean']['input']>;
  /** The lane of the placement or surface. */
  lane: Lane;
  /** The largest share of slots that learning may fill, 0 to 1; null to leave it. */
  learnedShareCap?: InputMaybe<Scalars['Float']['input']>;
  /** The placement (cross-sell) or surface (personalisation), by name. */
  placement: Scalars['String']['input'];
  /**
   * The largest share of a page's slots that learning and the fallback may fill with products of an anchor's own group (its leaf category), 0 to 1;
   * 1 for no limit, null to leave it. Below 1 it is refused for personalisation, whose lists have no anchor.
   */
  sameGroupCap?: InputMaybe<Scalars['Float']['input']>;
  /** The version that the change is based on, 0 where nobody has set one; null to change whatever stands. */
  version?: InputMaybe<Scalars['Int']['input']>;
};

/** What became of a change of a policy. */
export type SetPlacementPolicyResult = InvalidInputError | PlacementPolicySaved | VersionConflictError;

/** A change of the whole shop's autopilot. */
export type SetShopAutopilotInput = {
  /** The most that any placement may do by itself. */
  autopilot: Autopilot;
  /** Why, at most 2,000 characters; null for nothing. */
  note?: InputMaybe<Scalars['String']['input']>;
  /** The version that the change is based on, 0 where nobody has set one; null to change whatever stands. */
  version?: InputMaybe<Scalars['Int']['input']>;
};

/** What became of a change of the shop's autopilot. */
export type SetShopAutopilotResult = InvalidInputError | ShopAutopilotSaved | VersionConflictError;

/** How far the whole shop may run by itself, above every placement's own policy. */
export type ShopAutopilot = {
  __typename?: 'ShopAutopilot';
  /** The most that any placement may do by itself; ASSIST lets every placement's own policy speak. */
  autopilot: Autopilot;
  /** Every change, newest first. */
  history: Array<PolicyChange>;
  /** Why, as the person put it; null for nothing. */
  note?: Maybe<Scalars['String']['output']>;
  /** When it was set last; null while nobody has. */
  updatedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Who set it last; `default` while nobody has. */
  updatedBy: Scalars['String']['output'];
  /** Rises by one with every change; 0 while nobody has set it. */
  version: Scalars['Int']['output'];
};

/** The shop's autopilot was saved. */
export type ShopAutopilotSaved = {
  __typename?: 'ShopAutopilotSaved';
  /** The autopilot as it stands now. */
  shop: ShopAutopilot;
};

/** Who filled the slots of a list. */
export type SlotSplit = {
  __typename?: 'SlotSplit';
  /** Slots that the request asked for. */
  asked: Scalars['Int']['output'];
  /** Filled by popularity. */
  fallback: Scalars['Int']['output'];
  /** Filled by companions, pins, rules and approved pairs. */
  human: Scalars['Int']['output'];
  /** Filled by learned statistics. */
  learned: Scalars['Int']['output'];
  /** The largest share of the slots asked for that learning may fill here, 0 to 1: `learned` is never more than this share of `asked`. */
  learnedShareCap: Scalars['Float']['output'];
};

/** What one source of recommendations led to. */
export type SourceContribution = {
  __typename?: 'SourceContribution';
  /** Times they were put in the basket. */
  basketAdds: Scalars['Int']['output'];
  /** Clicks on them. */
  clicks: Scalars['Int']['output'];
  /** Products of this source that were on the screen. */
  impressions: Scalars['Int']['output'];
  /** Order lines they led to. */
  orderLines: Scalars['Int']['output'];
  /** Revenue of those lines; null where the period has no orders. */
  revenue?: Maybe<Money>;
  /** Who or what put the products in the lists. */
  source: RecommendationSource;
};

/** What the page shows now. */
export type SurfaceContext = {
  /** SEARCH: the result list to re-rank, best first, at most 200; null elsewhere. */
  candidateIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** CATEGORY: the category being browsed; null elsewhere. */
  categoryId?: InputMaybe<Scalars['ID']['input']>;
  /** PRODUCT_PAGE: the product being viewed; null elsewhere. */
  productId?: InputMaybe<Scalars['ID']['input']>;
};

/** An edit of a copy variant. */
export type UpdateCopyVariantInput = {
  /** Whom it is for from now on; null to leave it. */
  audience?: InputMaybe<CopyAudienceInput>;
  /** The variant. */
  id: Scalars['ID']['input'];
  /** The text from now on: 1 to 200 characters. */
  text: Scalars['String']['input'];
  /** The version that the edit is based on. */
  version: Scalars['Int']['input'];
};

/** What became of an edit of a copy variant. */
export type UpdateCopyVariantResult = CopyVariantSaved | InvalidInputError | NotFoundError | VersionConflictError;

/** An edit of a rule. */
export type UpdateMerchandisingRuleInput = {
  /** The rule. */
  id: Scalars['ID']['input'];
  /** All that it says from now on. */
  rule: MerchandisingRuleInput;
  /** The version that the edit is based on. */
  version: Scalars['Int']['input'];
};

/** What became of an edit. */
export type UpdateMerchandisingRuleResult = InvalidInputError | MerchandisingRuleSaved | NotFoundError | VersionConflictError;

/** A difference between the two arms of a comparison, decided at random: the only causal number here. */
export type Uplift = {
  __typename?: 'Uplift';
  /** Treatment minus holdout. */
  difference: Scalars['Float']['output'];
  /** Upper end of the 95 % interval of the difference. */
  high: Scalars['Float']['output'];
  /** Mean of the holdout. */
  holdout: Scalars['Float']['output'];
  /** Orders, visits or customers in the holdout, whatever they did. */
  holdoutSize: Scalars['Int']['output'];
  /** Lower end of the 95 % interval of the difference. */
  low: Scalars['Float']['output'];
  /** How the interval was computed, with its source. */
  method: Scalars['String']['output'];
  /** Mean of the treatment. */
  treatment: Scalars['Float']['output'];
  /** Orders, visits or customers in the treatment, whatever they did. */
  treatmentSize: Scalars['Int']['output'];
};

/** Somebody else changed it since; nothing was written. */
export type VersionConflictError = MutationError & {
  __typename?: 'VersionConflictError';
  /** The version that stands now: read it, and decide again. */
  currentVersion: Scalars['Int']['output'];
  /** One sentence that says what was wrong. */
  message: Scalars['String']['output'];
};

/** Statistics that were learned and not published. Both figures are of complements for one product, asked for on orders that neither had seen. */
export type WithheldModel = {
  __typename?: 'WithheldModel';
  /** When they were held back, by the newest learning that did. */
  at: Scalars['DateTime']['output'];
  /** The loss that counts: by more than this the second is lower than the first, 0 to 1. */
  margin: Scalars['Float']['output'];
  /** The statistics that were held back; nothing of them was kept. */
  modelVersion: Scalars['ID']['output'];
  /** Orders, newer than the published statistics, that both were asked about. */
  orders: Scalars['Int']['output'];
  /** Share of the products hidden from these orders that the published lists hold among their first four, 0 to 1. */
  publishedHitRate: Scalars['Float']['output'];
  /** The same of lists learned as these were, from today's facts of before these orders, 0 to 1. */
  withheldHitRate: Scalars['Float']['output'];
};



export type ResolverTypeWrapper<T> = Promise<T> | T;

export type ReferenceResolver<TResult, TReference, TContext> = (
      reference: TReference,
      context: TContext,
      info: GraphQLResolveInfo
    ) => Promise<TResult> | TResult;

      type ScalarCheck<T, S> = S extends true ? T : NullableCheck<T, S>;
      type NullableCheck<T, S> = Maybe<T> extends T ? Maybe<ListCheck<NonNullable<T>, S>> : ListCheck<T, S>;
      type ListCheck<T, S> = T extends (infer U)[] ? NullableCheck<U, S>[] : GraphQLRecursivePick<T, S>;
      export type GraphQLRecursivePick<T, S> = { [K in keyof T & keyof S]: ScalarCheck<T[K], S[K]> };
    

export type ResolverWithResolve<TResult, TParent, TContext, TArgs> = {
  resolve: ResolverFn<TResult, TParent, TContext, TArgs>;
};
export type Resolver<TResult, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = ResolverFn<TResult, TParent, TContext, TArgs> | ResolverWithResolve<TResult, TParent, TContext, TArgs>;

export type ResolverFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => Promise<TResult> | TResult;

export type SubscriptionSubscribeFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => AsyncIterable<TResult> | Promise<AsyncIterable<TResult>>;

export type SubscriptionResolveFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

export interface SubscriptionSubscriberObject<TResult, TKey extends string, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<{ [key in TKey]: TResult }, TParent, TContext, TArgs>;
  resolve?: SubscriptionResolveFn<TResult, { [key in TKey]: TResult }, TContext, TArgs>;
}

export interface SubscriptionResolverObject<TResult, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<any, TParent, TContext, TArgs>;
  resolve: SubscriptionResolveFn<TResult, any, TContext, TArgs>;
}

export type SubscriptionObject<TResult, TKey extends string, TParent, TContext, TArgs> =
  | SubscriptionSubscriberObject<TResult, TKey, TParent, TContext, TArgs>
  | SubscriptionResolverObject<TResult, TParent, TContext, TArgs>;

export type SubscriptionResolver<TResult, TKey extends string, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> =
  | ((...args: any[]) => SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>)
  | SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>;

export type TypeResolveFn<TTypes, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (
  parent: TParent,
  context: TContext,
  info: GraphQLResolveInfo
) => Maybe<TTypes> | Promise<Maybe<TTypes>>;

export type IsTypeOfResolverFn<T = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (obj: T, context: TContext, info: GraphQLResolveInfo) => boolean | Promise<boolean>;

export type NextResolverFn<T> = () => Promise<T>;

export type DirectiveResolverFn<TResult = Record<PropertyKey, never>, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = (
  next: NextResolverFn<TResult>,
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

/** Mapping of federation types */
export type FederationTypes = {
  Customer: Customer;
  Product: Product;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  Customer:
    ( { __typename: 'Customer' }
    & GraphQLRecursivePick<FederationTypes['Customer'], {"id":true}> );
  Product:
    ( { __typename: 'Product' }
    & GraphQLRecursivePick<FederationTypes['Product'], {"id":true}> );
};

/** Mapping of union types */
export type ResolversUnionTypes<_RefType extends Record<string, unknown>> = {
  CreateCopyVariantResult:
    | ( Omit<CopyVariantSaved, 'variant'> & { variant: _RefType['CopyVariant'] } )
    | ( IdempotencyKeyReusedError )
    | ( InvalidInputError )
  ;
  CreateMerchandisingRuleResult:
    | ( IdempotencyKeyReusedError )
    | ( InvalidInputError )
    | ( Omit<MerchandisingRuleSaved, 'rule'> & { rule: _RefType['MerchandisingRule'] } )
  ;
  DecideCopyVariantResult:
    | ( Omit<CopyVariantSaved, 'variant'> & { variant: _RefType['CopyVariant'] } )
    | ( InvalidInputError )
    | ( NotFoundError )
    | ( SecondPersonRequiredError )
    | ( VersionConflictError )
  ;
  DecideMerchandisingRuleResult:
    | ( InvalidInputError )
    | ( Omit<MerchandisingRuleSaved, 'rule'> & { rule: _RefType['MerchandisingRule'] } )
    | ( NotFoundError )
    | ( SecondPersonRequiredError )
    | ( VersionConflictError )
  ;
  DecideProposedPairsResult:
    | ( InvalidInputError )
    | ( NotFoundError )
    | ( ProposedPairsDecided )
  ;
  DraftCopyVariantsResult:
    | ( Omit<CopyVariantsDrafted, 'variants'> & { variants: Array<_RefType['CopyVariant']> } )
    | ( CopyWriterError )
    | ( InvalidInputError )
    | ( NotFoundError )
  ;
  EraseCustomerResult:
    | ( ErasureReceipt )
    | ( InvalidInputError )
  ;
  ForgetProductResult:
    | ( InvalidInputError )
    | ( Omit<ProductForgotten, 'customer'> & { customer: _RefType['Customer'] } )
  ;
  RecordInteractionsResult:
    | ( InvalidInputError )
    | ( RecordingReport )
  ;
  RecordOrdersResult:
    | ( InvalidInputError )
    | ( RecordingReport )
  ;
  SetPersonalisationConsentResult:
    | ( InvalidInputError )
    | ( Omit<PersonalisationConsentSaved, 'customer'> & { customer: _RefType['Customer'] } )
  ;
  SetPlacementPolicyResult:
    | ( InvalidInputError )
    | ( PlacementPolicySaved )
    | ( VersionConflictError )
  ;
  SetShopAutopilotResult:
    | ( InvalidInputError )
    | ( ShopAutopilotSaved )
    | ( VersionConflictError )
  ;
  UpdateCopyVariantResult:
    | ( Omit<CopyVariantSaved, 'variant'> & { variant: _RefType['CopyVariant'] } )
    | ( InvalidInputError )
    | ( NotFoundError )
    | ( VersionConflictError )
  ;
  UpdateMerchandisingRuleResult:
    | ( InvalidInputError )
    | ( Omit<MerchandisingRuleSaved, 'rule'> & { rule: _RefType['MerchandisingRule'] } )
    | ( NotFoundError )
    | ( VersionConflictError )
  ;
};

/** Mapping of interface types */
export type ResolversInterfaceTypes<_RefType extends Record<string, unknown>> = {
  MutationError:
    | ( CopyWriterError )
    | ( IdempotencyKeyReusedError )
    | ( InvalidInputError )
    | ( NotFoundError )
    | ( SecondPersonRequiredError )
    | ( VersionConflictError )
  ;
};

/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  Autopilot: Autopilot;
  BehaviourProfile: ResolverTypeWrapper<Omit<BehaviourProfile, 'recentProducts'> & { recentProducts: Array<Maybe<ResolversTypes['Product']>> }>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  CategoryAffinity: ResolverTypeWrapper<CategoryAffinity>;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  ComplementConnection: ResolverTypeWrapper<Omit<ComplementConnection, 'edges'> & { edges: Array<ResolversTypes['ComplementEdge']> }>;
  ComplementEdge: ResolverTypeWrapper<Omit<ComplementEdge, 'node' | 'provenance'> & { node?: Maybe<ResolversTypes['Product']>, provenance: ResolversTypes['Provenance'] }>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  CopyAudience: ResolverTypeWrapper<CopyAudience>;
  CopyAudienceInput: CopyAudienceInput;
  CopyChange: ResolverTypeWrapper<CopyChange>;
  CopyOrigin: CopyOrigin;
  CopyState: CopyState;
  CopyVariant: ResolverTypeWrapper<Omit<CopyVariant, 'product'> & { product?: Maybe<ResolversTypes['Product']> }>;
  CopyVariantConnection: ResolverTypeWrapper<Omit<CopyVariantConnection, 'edges'> & { edges: Array<ResolversTypes['CopyVariantEdge']> }>;
  CopyVariantEdge: ResolverTypeWrapper<Omit<CopyVariantEdge, 'node'> & { node: ResolversTypes['CopyVariant'] }>;
  CopyVariantInput: CopyVariantInput;
  CopyVariantSaved: ResolverTypeWrapper<Omit<CopyVariantSaved, 'variant'> & { variant: ResolversTypes['CopyVariant'] }>;
  CopyVariantsDrafted: ResolverTypeWrapper<Omit<CopyVariantsDrafted, 'variants'> & { variants: Array<ResolversTypes['CopyVariant']> }>;
  CopyWriterError: ResolverTypeWrapper<CopyWriterError>;
  CreateCopyVariantInput: CreateCopyVariantInput;
  CreateCopyVariantResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['CreateCopyVariantResult']>;
  CreateMerchandisingRuleInput: CreateMerchandisingRuleInput;
  CreateMerchandisingRuleResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['CreateMerchandisingRuleResult']>;
  CreditedPair: ResolverTypeWrapper<Omit<CreditedPair, 'anchor' | 'product'> & { anchor?: Maybe<ResolversTypes['Product']>, product?: Maybe<ResolversTypes['Product']> }>;
  CrossSellPlacement: CrossSellPlacement;
  CrossSellScorecard: ResolverTypeWrapper<Omit<CrossSellScorecard, 'topPairs'> & { topPairs: Array<ResolversTypes['CreditedPair']> }>;
  CrossSellWeek: ResolverTypeWrapper<CrossSellWeek>;
  Customer: ResolverTypeWrapper<CustomerReference>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  DecideCopyVariantInput: DecideCopyVariantInput;
  DecideCopyVariantResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['DecideCopyVariantResult']>;
  DecideMerchandisingRuleInput: DecideMerchandisingRuleInput;
  DecideMerchandisingRuleResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['DecideMerchandisingRuleResult']>;
  DecideProposedPairsInput: DecideProposedPairsInput;
  DecideProposedPairsResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['DecideProposedPairsResult']>;
  DecidedPair: ResolverTypeWrapper<Omit<DecidedPair, 'anchor' | 'complement'> & { anchor?: Maybe<ResolversTypes['Product']>, complement?: Maybe<ResolversTypes['Product']> }>;
  DecidedPairConnection: ResolverTypeWrapper<Omit<DecidedPairConnection, 'edges'> & { edges: Array<ResolversTypes['DecidedPairEdge']> }>;
  DecidedPairEdge: ResolverTypeWrapper<Omit<DecidedPairEdge, 'node'> & { node: ResolversTypes['DecidedPair'] }>;
  Decimal: ResolverTypeWrapper<Scalars['Decimal']['output']>;
  Diversity: Diversity;
  DraftCopyVariantsInput: DraftCopyVariantsInput;
  DraftCopyVariantsResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['DraftCopyVariantsResult']>;
  EmptyReason: EmptyReason;
  EraseCustomerInput: EraseCustomerInput;
  EraseCustomerResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['EraseCustomerResult']>;
  ErasureReceipt: ResolverTypeWrapper<ErasureReceipt>;
  ForgetProductInput: ForgetProductInput;
  ForgetProductResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['ForgetProductResult']>;
  Funnel: ResolverTypeWrapper<Funnel>;
  IdempotencyKeyReusedError: ResolverTypeWrapper<IdempotencyKeyReusedError>;
  InputProblem: ResolverTypeWrapper<InputProblem>;
  InteractionInput: InteractionInput;
  InteractionKind: InteractionKind;
  InvalidInputError: ResolverTypeWrapper<InvalidInputError>;
  Lane: Lane;
  LearningStatus: ResolverTypeWrapper<LearningStatus>;
  MeasurementArm: MeasurementArm;
  MerchandisingRule: ResolverTypeWrapper<Omit<MerchandisingRule, 'warnings'> & { warnings: Array<ResolversTypes['RuleWarning']> }>;
  MerchandisingRuleConnection: ResolverTypeWrapper<Omit<MerchandisingRuleConnection, 'edges'> & { edges: Array<ResolversTypes['MerchandisingRuleEdge']> }>;
  MerchandisingRuleEdge: ResolverTypeWrapper<Omit<MerchandisingRuleEdge, 'node'> & { node: ResolversTypes['MerchandisingRule'] }>;
  MerchandisingRuleInput: MerchandisingRuleInput;
  MerchandisingRuleSaved: ResolverTypeWrapper<Omit<MerchandisingRuleSaved, 'rule'> & { rule: ResolversTypes['MerchandisingRule'] }>;
  Money: ResolverTypeWrapper<Money>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  MutationError: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['MutationError']>;
  NavigationPick: ResolverTypeWrapper<NavigationPick>;
  NotFoundError: ResolverTypeWrapper<NotFoundError>;
  OrderInput: OrderInput;
  OrderLineInput: OrderLineInput;
  OrderStatus: OrderStatus;
  OwnerSplit: ResolverTypeWrapper<OwnerSplit>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  PairChange: ResolverTypeWrapper<PairChange>;
  PairDecision: PairDecision;
  PairEvidence: ResolverTypeWrapper<PairEvidence>;
  PeriodInput: PeriodInput;
  PersonalSurface: PersonalSurface;
  PersonalisationConsentSaved: ResolverTypeWrapper<Omit<PersonalisationConsentSaved, 'customer'> & { customer: ResolversTypes['Customer'] }>;
  PersonalisationOutcome: ResolverTypeWrapper<PersonalisationOutcome>;
  PersonalisationReason: PersonalisationReason;
  PersonalisationScorecard: ResolverTypeWrapper<PersonalisationScorecard>;
  PersonalisationWeek: ResolverTypeWrapper<PersonalisationWeek>;
  PickConnection: ResolverTypeWrapper<Omit<PickConnection, 'edges'> & { edges: Array<ResolversTypes['PickEdge']> }>;
  PickCopy: ResolverTypeWrapper<PickCopy>;
  PickEdge: ResolverTypeWrapper<Omit<PickEdge, 'node' | 'provenance'> & { node?: Maybe<ResolversTypes['Product']>, provenance: ResolversTypes['Provenance'] }>;
  PlacementPolicy: ResolverTypeWrapper<PlacementPolicy>;
  PlacementPolicySaved: ResolverTypeWrapper<PlacementPolicySaved>;
  PolicyChange: ResolverTypeWrapper<PolicyChange>;
  PriceBand: ResolverTypeWrapper<PriceBand>;
  PriceBandInput: PriceBandInput;
  Product: ResolverTypeWrapper<ProductReference>;
  ProductForgotten: ResolverTypeWrapper<Omit<ProductForgotten, 'customer'> & { customer: ResolversTypes['Customer'] }>;
  ProductSelector: ResolverTypeWrapper<ProductSelector>;
  ProductSelectorInput: ProductSelectorInput;
  ProposedPair: ResolverTypeWrapper<ProposedPairNode>;
  ProposedPairConnection: ResolverTypeWrapper<Omit<ProposedPairConnection, 'edges'> & { edges: Array<ResolversTypes['ProposedPairEdge']> }>;
  ProposedPairEdge: ResolverTypeWrapper<Omit<ProposedPairEdge, 'node'> & { node: ResolversTypes['ProposedPair'] }>;
  ProposedPairsDecided: ResolverTypeWrapper<ProposedPairsDecided>;
  Provenance: ResolverTypeWrapper<Omit<Provenance, 'because'> & { because?: Maybe<ResolversTypes['Product']> }>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  RecommendationFilter: RecommendationFilter;
  RecommendationSource: RecommendationSource;
  RecordInteractionsInput: RecordInteractionsInput;
  RecordInteractionsResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['RecordInteractionsResult']>;
  RecordOrdersInput: RecordOrdersInput;
  RecordOrdersResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['RecordOrdersResult']>;
  RecordingReport: ResolverTypeWrapper<RecordingReport>;
  RefusedCopy: ResolverTypeWrapper<RefusedCopy>;
  RejectedRecord: ResolverTypeWrapper<RejectedRecord>;
  RetentionPoint: ResolverTypeWrapper<RetentionPoint>;
  RuleAction: RuleAction;
  RuleChange: ResolverTypeWrapper<RuleChange>;
  RulePreview: ResolverTypeWrapper<Omit<RulePreview, 'lists' | 'picks' | 'warnings'> & { lists: Array<ResolversTypes['RulePreviewList']>, picks: Array<ResolversTypes['RulePreviewPicks']>, warnings: Array<ResolversTypes['RuleWarning']> }>;
  RulePreviewList: ResolverTypeWrapper<Omit<RulePreviewList, 'anchor' | 'displaced' | 'today' | 'withDraft'> & { anchor?: Maybe<ResolversTypes['Product']>, displaced: Array<Maybe<ResolversTypes['Product']>>, today: Array<ResolversTypes['ComplementEdge']>, withDraft: Array<ResolversTypes['ComplementEdge']> }>;
  RulePreviewPicks: ResolverTypeWrapper<Omit<RulePreviewPicks, 'displaced' | 'today' | 'withDraft'> & { displaced: Array<Maybe<ResolversTypes['Product']>>, today: Array<ResolversTypes['PickEdge']>, withDraft: Array<ResolversTypes['PickEdge']> }>;
  RuleReference: ResolverTypeWrapper<RuleReference>;
  RuleState: RuleState;
  RuleWarning: ResolverTypeWrapper<Omit<RuleWarning, 'products'> & { products: Array<Maybe<ResolversTypes['Product']>> }>;
  RuleWarningCode: RuleWarningCode;
  SecondPersonRequiredError: ResolverTypeWrapper<SecondPersonRequiredError>;
  SetPersonalisationConsentInput: SetPersonalisationConsentInput;
  SetPersonalisationConsentResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['SetPersonalisationConsentResult']>;
  SetPlacementPolicyInput: SetPlacementPolicyInput;
  SetPlacementPolicyResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['SetPlacementPolicyResult']>;
  SetShopAutopilotInput: SetShopAutopilotInput;
  SetShopAutopilotResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['SetShopAutopilotResult']>;
  ShopAutopilot: ResolverTypeWrapper<ShopAutopilot>;
  ShopAutopilotSaved: ResolverTypeWrapper<ShopAutopilotSaved>;
  SlotSplit: ResolverTypeWrapper<SlotSplit>;
  SourceContribution: ResolverTypeWrapper<SourceContribution>;
  SurfaceContext: SurfaceContext;
  UpdateCopyVariantInput: UpdateCopyVariantInput;
  UpdateCopyVariantResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['UpdateCopyVariantResult']>;
  UpdateMerchandisingRuleInput: UpdateMerchandisingRuleInput;
  UpdateMerchandisingRuleResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['UpdateMerchandisingRuleResult']>;
  Uplift: ResolverTypeWrapper<Uplift>;
  VersionConflictError: ResolverTypeWrapper<VersionConflictError>;
  WithheldModel: ResolverTypeWrapper<WithheldModel>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  BehaviourProfile: Omit<BehaviourProfile, 'recentProducts'> & { recentProducts: Array<Maybe<ResolversParentTypes['Product']>> };
  Boolean: Scalars['Boolean']['output'];
  Int: Scalars['Int']['output'];
  CategoryAffinity: CategoryAffinity;
  Float: Scalars['Float']['output'];
  ID: Scalars['ID']['output'];
  ComplementConnection: Omit<ComplementConnection, 'edges'> & { edges: Array<ResolversParentTypes['ComplementEdge']> };
  ComplementEdge: Omit<ComplementEdge, 'node' | 'provenance'> & { node?: Maybe<ResolversParentTypes['Product']>, provenance: ResolversParentTypes['Provenance'] };
  String: Scalars['String']['output'];
  CopyAudience: CopyAudience;
  CopyAudienceInput: CopyAudienceInput;
  CopyChange: CopyChange;
  CopyVariant: Omit<CopyVariant, 'product'> & { product?: Maybe<ResolversParentTypes['Product']> };
  CopyVariantConnection: Omit<CopyVariantConnection, 'edges'> & { edges: Array<ResolversParentTypes['CopyVariantEdge']> };
  CopyVariantEdge: Omit<CopyVariantEdge, 'node'> & { node: ResolversParentTypes['CopyVariant'] };
  CopyVariantInput: CopyVariantInput;
  CopyVariantSaved: Omit<CopyVariantSaved, 'variant'> & { variant: ResolversParentTypes['CopyVariant'] };
  CopyVariantsDrafted: Omit<CopyVariantsDrafted, 'variants'> & { variants: Array<ResolversParentTypes['CopyVariant']> };
  CopyWriterError: CopyWriterError;
  CreateCopyVariantInput: CreateCopyVariantInput;
  CreateCopyVariantResult: ResolversUnionTypes<ResolversParentTypes>['CreateCopyVariantResult'];
  CreateMerchandisingRuleInput: CreateMerchandisingRuleInput;
  CreateMerchandisingRuleResult: ResolversUnionTypes<ResolversParentTypes>['CreateMerchandisingRuleResult'];
  CreditedPair: Omit<CreditedPair, 'anchor' | 'product'> & { anchor?: Maybe<ResolversParentTypes['Product']>, product?: Maybe<ResolversParentTypes['Product']> };
  CrossSellScorecard: Omit<CrossSellScorecard, 'topPairs'> & { topPairs: Array<ResolversParentTypes['CreditedPair']> };
  CrossSellWeek: CrossSellWeek;
  Customer: CustomerReference;
  DateTime: Scalars['DateTime']['output'];
  DecideCopyVariantInput: DecideCopyVariantInput;
  DecideCopyVariantResult: ResolversUnionTypes<ResolversParentTypes>['DecideCopyVariantResult'];
  DecideMerchandisingRuleInput: DecideMerchandisingRuleInput;
  DecideMerchandisingRuleResult: ResolversUnionTypes<ResolversParentTypes>['DecideMerchandisingRuleResult'];
  DecideProposedPairsInput: DecideProposedPairsInput;
  DecideProposedPairsResult: ResolversUnionTypes<ResolversParentTypes>['DecideProposedPairsResult'];
  DecidedPair: Omit<DecidedPair, 'anchor' | 'complement'> & { anchor?: Maybe<ResolversParentTypes['Product']>, complement?: Maybe<ResolversParentTypes['Product']> };
  DecidedPairConnection: Omit<DecidedPairConnection, 'edges'> & { edges: Array<ResolversParentTypes['DecidedPairEdge']> };
  DecidedPairEdge: Omit<DecidedPairEdge, 'node'> & { node: ResolversParentTypes['DecidedPair'] };
  Decimal: Scalars['Decimal']['output'];
  DraftCopyVariantsInput: DraftCopyVariantsInput;
  DraftCopyVariantsResult: ResolversUnionTypes<ResolversParentTypes>['DraftCopyVariantsResult'];
  EraseCustomerInput: EraseCustomerInput;
  EraseCustomerResult: ResolversUnionTypes<ResolversParentTypes>['EraseCustomerResult'];
  ErasureReceipt: ErasureReceipt;
  ForgetProductInput: ForgetProductInput;
  ForgetProductResult: ResolversUnionTypes<ResolversParentTypes>['ForgetProductResult'];
  Funnel: Funnel;
  IdempotencyKeyReusedError: IdempotencyKeyReusedError;
  InputProblem: InputProblem;
  InteractionInput: InteractionInput;
  InvalidInputError: InvalidInputError;
  LearningStatus: LearningStatus;
  MerchandisingRule: Omit<MerchandisingRule, 'warnings'> & { warnings: Array<ResolversParentTypes['RuleWarning']> };
  MerchandisingRuleConnection: Omit<MerchandisingRuleConnection, 'edges'> & { edges: Array<ResolversParentTypes['MerchandisingRuleEdge']> };
  MerchandisingRuleEdge: Omit<MerchandisingRuleEdge, 'node'> & { node: ResolversParentTypes['MerchandisingRule'] };
  MerchandisingRuleInput: MerchandisingRuleInput;
  MerchandisingRuleSaved: Omit<MerchandisingRuleSaved, 'rule'> & { rule: ResolversParentTypes['MerchandisingRule'] };
  Money: Money;
  Mutation: Record<PropertyKey, never>;
  MutationError: ResolversInterfaceTypes<ResolversParentTypes>['MutationError'];
  NavigationPick: NavigationPick;
  NotFoundError: NotFoundError;
  OrderInput: OrderInput;
  OrderLineInput: OrderLineInput;
  OwnerSplit: OwnerSplit;
  PageInfo: PageInfo;
  PairChange: PairChange;
  PairEvidence: PairEvidence;
  PeriodInput: PeriodInput;
  PersonalisationConsentSaved: Omit<PersonalisationConsentSaved, 'customer'> & { customer: ResolversParentTypes['Customer'] };
  PersonalisationOutcome: PersonalisationOutcome;
  PersonalisationScorecard: PersonalisationScorecard;
  PersonalisationWeek: PersonalisationWeek;
  PickConnection: Omit<PickConnection, 'edges'> & { edges: Array<ResolversParentTypes['PickEdge']> };
  PickCopy: PickCopy;
  PickEdge: Omit<PickEdge, 'node' | 'provenance'> & { node?: Maybe<ResolversParentTypes['Product']>, provenance: ResolversParentTypes['Provenance'] };
  PlacementPolicy: PlacementPolicy;
  PlacementPolicySaved: PlacementPolicySaved;
  PolicyChange: PolicyChange;
  PriceBand: PriceBand;
  PriceBandInput: PriceBandInput;
  Product: ProductReference;
  ProductForgotten: Omit<ProductForgotten, 'customer'> & { customer: ResolversParentTypes['Customer'] };
  ProductSelector: ProductSelector;
  ProductSelectorInput: ProductSelectorInput;
  ProposedPair: ProposedPairNode;
  ProposedPairConnection: Omit<ProposedPairConnection, 'edges'> & { edges: Array<ResolversParentTypes['ProposedPairEdge']> };
  ProposedPairEdge: Omit<ProposedPairEdge, 'node'> & { node: ResolversParentTypes['ProposedPair'] };
  ProposedPairsDecided: ProposedPairsDecided;
  Provenance: Omit<Provenance, 'because'> & { because?: Maybe<ResolversParentTypes['Product']> };
  Query: Record<PropertyKey, never>;
  RecommendationFilter: RecommendationFilter;
  RecordInteractionsInput: RecordInteractionsInput;
  RecordInteractionsResult: ResolversUnionTypes<ResolversParentTypes>['RecordInteractionsResult'];
  RecordOrdersInput: RecordOrdersInput;
  RecordOrdersResult: ResolversUnionTypes<ResolversParentTypes>['RecordOrdersResult'];
  RecordingReport: RecordingReport;
  RefusedCopy: RefusedCopy;
  RejectedRecord: RejectedRecord;
  RetentionPoint: RetentionPoint;
  RuleChange: RuleChange;
  RulePreview: Omit<RulePreview, 'lists' | 'picks' | 'warnings'> & { lists: Array<ResolversParentTypes['RulePreviewList']>, picks: Array<ResolversParentTypes['RulePreviewPicks']>, warnings: Array<ResolversParentTypes['RuleWarning']> };
  RulePreviewList: Omit<RulePreviewList, 'anchor' | 'displaced' | 'today' | 'withDraft'> & { anchor?: Maybe<ResolversParentTypes['Product']>, displaced: Array<Maybe<ResolversParentTypes['Product']>>, today: Array<ResolversParentTypes['ComplementEdge']>, withDraft: Array<ResolversParentTypes['ComplementEdge']> };
  RulePreviewPicks: Omit<RulePreviewPicks, 'displaced' | 'today' | 'withDraft'> & { displaced: Array<Maybe<ResolversParentTypes['Product']>>, today: Array<ResolversParentTypes['PickEdge']>, withDraft: Array<ResolversParentTypes['PickEdge']> };
  RuleReference: RuleReference;
  RuleWarning: Omit<RuleWarning, 'products'> & { products: Array<Maybe<ResolversParentTypes['Product']>> };
  SecondPersonRequiredError: SecondPersonRequiredError;
  SetPersonalisationConsentInput: SetPersonalisationConsentInput;
  SetPersonalisationConsentResult: ResolversUnionTypes<ResolversParentTypes>['SetPersonalisationConsentResult'];
  SetPlacementPolicyInput: SetPlacementPolicyInput;
  SetPlacementPolicyResult: ResolversUnionTypes<ResolversParentTypes>['SetPlacementPolicyResult'];
  SetShopAutopilotInput: SetShopAutopilotInput;
  SetShopAutopilotResult: ResolversUnionTypes<ResolversParentTypes>['SetShopAutopilotResult'];
  ShopAutopilot: ShopAutopilot;
  ShopAutopilotSaved: ShopAutopilotSaved;
  SlotSplit: SlotSplit;
  SourceContribution: SourceContribution;
  SurfaceContext: SurfaceContext;
  UpdateCopyVariantInput: UpdateCopyVariantInput;
  UpdateCopyVariantResult: ResolversUnionTypes<ResolversParentTypes>['UpdateCopyVariantResult'];
  UpdateMerchandisingRuleInput: UpdateMerchandisingRuleInput;
  UpdateMerchandisingRuleResult: ResolversUnionTypes<ResolversParentTypes>['UpdateMerchandisingRuleResult'];
  Uplift: Uplift;
  VersionConflictError: VersionConflictError;
  WithheldModel: WithheldModel;
};

export type BehaviourProfileResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['BehaviourProfile'] = ResolversParentTypes['BehaviourProfile']> = {
  categories?: Resolver<Array<ResolversTypes['CategoryAffinity']>, ParentType, ContextType>;
  consent?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  interactions?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  recentProducts?: Resolver<Array<Maybe<ResolversTypes['Product']>>, ParentType, ContextType>;
  since?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  updatedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type CategoryAffinityResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['CategoryAffinity'] = ResolversParentTypes['CategoryAffinity']> = {
  affinity?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  categoryId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type ComplementConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ComplementConnection'] = ResolversParentTypes['ComplementConnection']> = {
  edges?: Resolver<Array<ResolversTypes['ComplementEdge']>, ParentType, ContextType>;
  emptyReason?: Resolver<Maybe<ResolversTypes['EmptyReason']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  recommendationId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  slots?: Resolver<ResolversTypes['SlotSplit'], ParentType, ContextType>;
  unknownIds?: Resolver<Array<ResolversTypes['ID']>, ParentType, ContextType>;
};

export type ComplementEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ComplementEdge'] = ResolversParentTypes['ComplementEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<Maybe<ResolversTypes['Product']>, ParentType, ContextType>;
  provenance?: Resolver<ResolversTypes['Provenance'], ParentType, ContextType>;
  quantity?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  required?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  slot?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type CopyAudienceResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['CopyAudience'] = ResolversParentTypes['CopyAudience']> = {
  favouriteBrand?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  favouriteCategoryId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  priceBand?: Resolver<Maybe<ResolversTypes['PriceBand']>, ParentType, ContextType>;
};

export type CopyChangeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['CopyChange'] = ResolversParentTypes['CopyChange']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  by?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['CopyState'], ParentType, ContextType>;
  summary?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type CopyVariantResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['CopyVariant'] = ResolversParentTypes['CopyVariant']> = {
  approvedBy?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  audience?: Resolver<ResolversTypes['CopyAudience'], ParentType, ContextType>;
  createdBy?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  history?: Resolver<Array<ResolversTypes['CopyChange']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  model?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  origin?: Resolver<ResolversTypes['CopyOrigin'], ParentType, ContextType>;
  product?: Resolver<Maybe<ResolversTypes['Product']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['CopyState'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type CopyVariantConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['CopyVariantConnection'] = ResolversParentTypes['CopyVariantConnection']> = {
  edges?: Resolver<Array<ResolversTypes['CopyVariantEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type CopyVariantEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['CopyVariantEdge'] = ResolversParentTypes['CopyVariantEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['CopyVariant'], ParentType, ContextType>;
};

export type CopyVariantSavedResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['CopyVariantSaved'] = ResolversParentTypes['CopyVariantSaved']> = {
  variant?: Resolver<ResolversTypes['CopyVariant'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CopyVariantsDraftedResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['CopyVariantsDrafted'] = ResolversParentTypes['CopyVariantsDrafted']> = {
  refused?: Resolver<Array<ResolversTypes['RefusedCopy']>, ParentType, ContextType>;
  variants?: Resolver<Array<ResolversTypes['CopyVariant']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CopyWriterErrorResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['CopyWriterError'] = ResolversParentTypes['CopyWriterError']> = {
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CreateCopyVariantResultResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['CreateCopyVariantResult'] = ResolversParentTypes['CreateCopyVariantResult']> = {
  __resolveType: TypeResolveFn<'CopyVariantSaved' | 'IdempotencyKeyReusedError' | 'InvalidInputError', ParentType, ContextType>;
};

export type CreateMerchandisingRuleResultResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['CreateMerchandisingRuleResult'] = ResolversParentTypes['CreateMerchandisingRuleResult']> = {
  __resolveType: TypeResolveFn<'IdempotencyKeyReusedError' | 'InvalidInputError' | 'MerchandisingRuleSaved', ParentType, ContextType>;
};

export type CreditedPairResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['CreditedPair'] = ResolversParentTypes['CreditedPair']> = {
  anchor?: Resolver<Maybe<ResolversTypes['Product']>, ParentType, ContextType>;
  orderLines?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  product?: Resolver<Maybe<ResolversTypes['Product']>, ParentType, ContextType>;
  revenue?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
};

export type CrossSellScorecardResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['CrossSellScorecard'] = ResolversParentTypes['CrossSellScorecard']> = {
  attachRate?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  averageOrderValue?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  averageOrderValueWithCrossSell?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  averageOrderValueWithout?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  bySource?: Resolver<Array<ResolversTypes['SourceContribution']>, ParentType, ContextType>;
  byWeek?: Resolver<Array<ResolversTypes['CrossSellWeek']>, ParentType, ContextType>;
  currencyCode?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  funnel?: Resolver<ResolversTypes['Funnel'], ParentType, ContextType>;
  measuredAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  orders?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  ordersInOtherCurrencies?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  revenueShare?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  shownBy?: Resolver<ResolversTypes['OwnerSplit'], ParentType, ContextType>;
  topPairs?: Resolver<Array<ResolversTypes['CreditedPair']>, ParentType, ContextType>;
  unitsPerOrder?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  uplift?: Resolver<Maybe<ResolversTypes['Uplift']>, ParentType, ContextType>;
  upliftPerVisit?: Resolver<Maybe<ResolversTypes['Uplift']>, ParentType, ContextType>;
  upliftShortfall?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type CrossSellWeekResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['CrossSellWeek'] = ResolversParentTypes['CrossSellWeek']> = {
  attachRate?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  averageOrderValue?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  from?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  orders?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  revenueShare?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type CustomerResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Customer'] = ResolversParentTypes['Customer'], FederationReferenceType extends FederationReferenceTypes['Customer'] = FederationReferenceTypes['Customer']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Customer']> | FederationReferenceType, FederationReferenceType, ContextType>;
  behaviourProfile?: Resolver<Maybe<ResolversTypes['BehaviourProfile']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  personalisedComplements?: Resolver<Maybe<ResolversTypes['ComplementConnection']>, ParentType, ContextType, RequireFields<CustomerPersonalisedComplementsArgs, 'alongside' | 'arm' | 'exclude' | 'first' | 'placement' | 'productId'>>;
  personalisedNavigation?: Resolver<Maybe<Array<ResolversTypes['NavigationPick']>>, ParentType, ContextType, RequireFields<CustomerPersonalisedNavigationArgs, 'first'>>;
  personalisedPicks?: Resolver<Maybe<ResolversTypes['PickConnection']>, ParentType, ContextType, RequireFields<CustomerPersonalisedPicksArgs, 'exclude' | 'first' | 'surface'>>;
};

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export type DecideCopyVariantResultResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['DecideCopyVariantResult'] = ResolversParentTypes['DecideCopyVariantResult']> = {
  __resolveType: TypeResolveFn<'CopyVariantSaved' | 'InvalidInputError' | 'NotFoundError' | 'SecondPersonRequiredError' | 'VersionConflictError', ParentType, ContextType>;
};

export type DecideMerchandisingRuleResultResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['DecideMerchandisingRuleResult'] = ResolversParentTypes['DecideMerchandisingRuleResult']> = {
  __resolveType: TypeResolveFn<'InvalidInputError' | 'MerchandisingRuleSaved' | 'NotFoundError' | 'SecondPersonRequiredError' | 'VersionConflictError', ParentType, ContextType>;
};

export type DecideProposedPairsResultResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['DecideProposedPairsResult'] = ResolversParentTypes['DecideProposedPairsResult']> = {
  __resolveType: TypeResolveFn<'InvalidInputError' | 'NotFoundError' | 'ProposedPairsDecided', ParentType, ContextType>;
};

export type DecidedPairResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['DecidedPair'] = ResolversParentTypes['DecidedPair']> = {
  anchor?: Resolver<Maybe<ResolversTypes['Product']>, ParentType, ContextType>;
  complement?: Resolver<Maybe<ResolversTypes['Product']>, ParentType, ContextType>;
  decidedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  decidedBy?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  decision?: Resolver<ResolversTypes['PairDecision'], ParentType, ContextType>;
  history?: Resolver<Array<ResolversTypes['PairChange']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type DecidedPairConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['DecidedPairConnection'] = ResolversParentTypes['DecidedPairConnection']> = {
  edges?: Resolver<Array<ResolversTypes['DecidedPairEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type DecidedPairEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['DecidedPairEdge'] = ResolversParentTypes['DecidedPairEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['DecidedPair'], ParentType, ContextType>;
};

export interface DecimalScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Decimal'], any> {
  name: 'Decimal';
}

export type DraftCopyVariantsResultResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['DraftCopyVariantsResult'] = ResolversParentTypes['DraftCopyVariantsResult']> = {
  __resolveType: TypeResolveFn<'CopyVariantsDrafted' | 'CopyWriterError' | 'InvalidInputError' | 'NotFoundError', ParentType, ContextType>;
};

export type EraseCustomerResultResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['EraseCustomerResult'] = ResolversParentTypes['EraseCustomerResult']> = {
  __resolveType: TypeResolveFn<'ErasureReceipt' | 'InvalidInputError', ParentType, ContextType>;
};

export type ErasureReceiptResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ErasureReceipt'] = ResolversParentTypes['ErasureReceipt']> = {
  consents?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  erasedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  exposures?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  interactions?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  learningGroups?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  orders?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  profiles?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  servedLists?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ForgetProductResultResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ForgetProductResult'] = ResolversParentTypes['ForgetProductResult']> = {
  __resolveType: TypeResolveFn<'InvalidInputError' | 'ProductForgotten', ParentType, ContextType>;
};

export type FunnelResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Funnel'] = ResolversParentTypes['Funnel']> = {
  basketAdds?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  clicks?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  impressions?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  lists?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  orderLines?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type IdempotencyKeyReusedErrorResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['IdempotencyKeyReusedError'] = ResolversParentTypes['IdempotencyKeyReusedError']> = {
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type InputProblemResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['InputProblem'] = ResolversParentTypes['InputProblem']> = {
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type InvalidInputErrorResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['InvalidInputError'] = ResolversParentTypes['InvalidInputError']> = {
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  problems?: Resolver<Array<ResolversTypes['InputProblem']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type LearningStatusResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['LearningStatus'] = ResolversParentTypes['LearningStatus']> = {
  customers?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  modelVersion?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  orders?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  pairs?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  products?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  publishedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  shortfall?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  sufficient?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  windowDays?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  withheld?: Resolver<Maybe<ResolversTypes['WithheldModel']>, ParentType, ContextType>;
};

export type MerchandisingRuleResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['MerchandisingRule'] = ResolversParentTypes['MerchandisingRule']> = {
  action?: Resolver<ResolversTypes['RuleAction'], ParentType, ContextType>;
  approvedBy?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  createdBy?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  history?: Resolver<Array<ResolversTypes['RuleChange']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  lane?: Resolver<ResolversTypes['Lane'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  placements?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  priority?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  quantity?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  slot?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['RuleState'], ParentType, ContextType>;
  then?: Resolver<Maybe<ResolversTypes['ProductSelector']>, ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  validFrom?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  validUntil?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  warnings?: Resolver<Array<ResolversTypes['RuleWarning']>, ParentType, ContextType>;
  weight?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  when?: Resolver<Maybe<ResolversTypes['ProductSelector']>, ParentType, ContextType>;
};

export type MerchandisingRuleConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['MerchandisingRuleConnection'] = ResolversParentTypes['MerchandisingRuleConnection']> = {
  edges?: Resolver<Array<ResolversTypes['MerchandisingRuleEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type MerchandisingRuleEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['MerchandisingRuleEdge'] = ResolversParentTypes['MerchandisingRuleEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['MerchandisingRule'], ParentType, ContextType>;
};

export type MerchandisingRuleSavedResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['MerchandisingRuleSaved'] = ResolversParentTypes['MerchandisingRuleSaved']> = {
  rule?: Resolver<ResolversTypes['MerchandisingRule'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type MoneyResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Money'] = ResolversParentTypes['Money']> = {
  amount?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  currencyCode?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type MutationResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  approveCopyVariant?: Resolver<ResolversTypes['DecideCopyVariantResult'], ParentType, ContextType, RequireFields<MutationApproveCopyVariantArgs, 'input'>>;
  approveMerchandisingRule?: Resolver<ResolversTypes['DecideMerchandisingRuleResult'], ParentType, ContextType, RequireFields<MutationApproveMerchandisingRuleArgs, 'input'>>;
  createCopyVariant?: Resolver<ResolversTypes['CreateCopyVariantResult'], ParentType, ContextType, RequireFields<MutationCreateCopyVariantArgs, 'input'>>;
  createMerchandisingRule?: Resolver<ResolversTypes['CreateMerchandisingRuleResult'], ParentType, ContextType, RequireFields<MutationCreateMerchandisingRuleArgs, 'input'>>;
  decideProposedPairs?: Resolver<ResolversTypes['DecideProposedPairsResult'], ParentType, ContextType, RequireFields<MutationDecideProposedPairsArgs, 'input'>>;
  draftCopyVariants?: Resolver<ResolversTypes['DraftCopyVariantsResult'], ParentType, ContextType, RequireFields<MutationDraftCopyVariantsArgs, 'input'>>;
  eraseCustomer?: Resolver<ResolversTypes['EraseCustomerResult'], ParentType, ContextType, RequireFields<MutationEraseCustomerArgs, 'input'>>;
  forgetProduct?: Resolver<ResolversTypes['ForgetProductResult'], ParentType, ContextType, RequireFields<MutationForgetProductArgs, 'input'>>;
  recordInteractions?: Resolver<ResolversTypes['RecordInteractionsResult'], ParentType, ContextType, RequireFields<MutationRecordInteractionsArgs, 'input'>>;
  recordOrders?: Resolver<ResolversTypes['RecordOrdersResult'], ParentType, ContextType, RequireFields<MutationRecordOrdersArgs, 'input'>>;
  retireCopyVariant?: Resolver<ResolversTypes['DecideCopyVariantResult'], ParentType, ContextType, RequireFields<MutationRetireCopyVariantArgs, 'input'>>;
  retireMerchandisingRule?: Resolver<ResolversTypes['DecideMerchandisingRuleResult'], ParentType, ContextType, RequireFields<MutationRetireMerchandisingRuleArgs, 'input'>>;
  setPersonalisationConsent?: Resolver<ResolversTypes['SetPersonalisationConsentResult'], ParentType, ContextType, RequireFields<MutationSetPersonalisationConsentArgs, 'input'>>;
  setPlacementPolicy?: Resolver<ResolversTypes['SetPlacementPolicyResult'], ParentType, ContextType, RequireFields<MutationSetPlacementPolicyArgs, 'input'>>;
  setShopAutopilot?: Resolver<ResolversTypes['SetShopAutopilotResult'], ParentType, ContextType, RequireFields<MutationSetShopAutopilotArgs, 'input'>>;
  updateCopyVariant?: Resolver<ResolversTypes['UpdateCopyVariantResult'], ParentType, ContextType, RequireFields<MutationUpdateCopyVariantArgs, 'input'>>;
  updateMerchandisingRule?: Resolver<ResolversTypes['UpdateMerchandisingRuleResult'], ParentType, ContextType, RequireFields<MutationUpdateMerchandisingRuleArgs, 'input'>>;
};

export type MutationErrorResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['MutationError'] = ResolversParentTypes['MutationError']> = {
  __resolveType: TypeResolveFn<'CopyWriterError' | 'IdempotencyKeyReusedError' | 'InvalidInputError' | 'NotFoundError' | 'SecondPersonRequiredError' | 'VersionConflictError', ParentType, ContextType>;
};

export type NavigationPickResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['NavigationPick'] = ResolversParentTypes['NavigationPick']> = {
  affinity?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  categoryId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type NotFoundErrorResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['NotFoundError'] = ResolversParentTypes['NotFoundError']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type OwnerSplitResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['OwnerSplit'] = ResolversParentTypes['OwnerSplit']> = {
  fallback?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  human?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  learned?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type PageInfoResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type PairChangeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['PairChange'] = ResolversParentTypes['PairChange']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  by?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  decision?: Resolver<ResolversTypes['PairDecision'], ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type PairEvidenceResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['PairEvidence'] = ResolversParentTypes['PairEvidence']> = {
  confidence?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  lift?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  ordersTogether?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  support?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  windowDays?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type PersonalisationConsentSavedResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['PersonalisationConsentSaved'] = ResolversParentTypes['PersonalisationConsentSaved']> = {
  customer?: Resolver<ResolversTypes['Customer'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PersonalisationOutcomeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['PersonalisationOutcome'] = ResolversParentTypes['PersonalisationOutcome']> = {
  applied?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['PersonalisationReason'], ParentType, ContextType>;
};

export type PersonalisationScorecardResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['PersonalisationScorecard'] = ResolversParentTypes['PersonalisationScorecard']> = {
  bySource?: Resolver<Array<ResolversTypes['SourceContribution']>, ParentType, ContextType>;
  byWeek?: Resolver<Array<ResolversTypes['PersonalisationWeek']>, ParentType, ContextType>;
  currencyCode?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  customers?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  funnel?: Resolver<ResolversTypes['Funnel'], ParentType, ContextType>;
  lifetimeValue?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  lifetimeValueUplift?: Resolver<Maybe<ResolversTypes['Uplift']>, ParentType, ContextType>;
  measuredAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  orders?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  ordersInOtherCurrencies?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  repeatPurchaseRate?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  repeatPurchaseUplift?: Resolver<Maybe<ResolversTypes['Uplift']>, ParentType, ContextType>;
  retention?: Resolver<Array<ResolversTypes['RetentionPoint']>, ParentType, ContextType>;
  revenueShare?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  shownBy?: Resolver<ResolversTypes['OwnerSplit'], ParentType, ContextType>;
  upliftShortfall?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type PersonalisationWeekResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['PersonalisationWeek'] = ResolversParentTypes['PersonalisationWeek']> = {
  customers?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  from?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  returningShare?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  revenueShare?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type PickConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['PickConnection'] = ResolversParentTypes['PickConnection']> = {
  edges?: Resolver<Array<ResolversTypes['PickEdge']>, ParentType, ContextType>;
  emptyReason?: Resolver<Maybe<ResolversTypes['EmptyReason']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  personalisation?: Resolver<ResolversTypes['PersonalisationOutcome'], ParentType, ContextType>;
  recommendationId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  slots?: Resolver<ResolversTypes['SlotSplit'], ParentType, ContextType>;
};

export type PickCopyResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['PickCopy'] = ResolversParentTypes['PickCopy']> = {
  origin?: Resolver<ResolversTypes['CopyOrigin'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  variantId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type PickEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['PickEdge'] = ResolversParentTypes['PickEdge']> = {
  copy?: Resolver<Maybe<ResolversTypes['PickCopy']>, ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<Maybe<ResolversTypes['Product']>, ParentType, ContextType>;
  provenance?: Resolver<ResolversTypes['Provenance'], ParentType, ContextType>;
  slot?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type PlacementPolicyResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['PlacementPolicy'] = ResolversParentTypes['PlacementPolicy']> = {
  atLeast?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  autopilot?: Resolver<ResolversTypes['Autopilot'], ParentType, ContextType>;
  diversity?: Resolver<ResolversTypes['Diversity'], ParentType, ContextType>;
  fallback?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  history?: Resolver<Array<ResolversTypes['PolicyChange']>, ParentType, ContextType>;
  lane?: Resolver<ResolversTypes['Lane'], ParentType, ContextType>;
  learnedShareCap?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  placement?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  sameGroupCap?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  updatedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  updatedBy?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type PlacementPolicySavedResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['PlacementPolicySaved'] = ResolversParentTypes['PlacementPolicySaved']> = {
  policy?: Resolver<ResolversTypes['PlacementPolicy'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PolicyChangeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['PolicyChange'] = ResolversParentTypes['PolicyChange']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  by?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  summary?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type PriceBandResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['PriceBand'] = ResolversParentTypes['PriceBand']> = {
  currencyCode?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  maxPrice?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  minPrice?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
};

export type ProductResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Product'] = ResolversParentTypes['Product'], FederationReferenceType extends FederationReferenceTypes['Product'] = FederationReferenceTypes['Product']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Product']> | FederationReferenceType, FederationReferenceType, ContextType>;
  complements?: Resolver<Maybe<ResolversTypes['ComplementConnection']>, ParentType, ContextType, RequireFields<ProductComplementsArgs, 'alongside' | 'arm' | 'exclude' | 'first' | 'placement'>>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type ProductForgottenResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ProductForgotten'] = ResolversParentTypes['ProductForgotten']> = {
  customer?: Resolver<ResolversTypes['Customer'], ParentType, ContextType>;
  interactions?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ProductSelectorResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ProductSelector'] = ResolversParentTypes['ProductSelector']> = {
  brands?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  categoryIds?: Resolver<Array<ResolversTypes['ID']>, ParentType, ContextType>;
  maxPrice?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  maxPriceRatio?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  minPrice?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  productIds?: Resolver<Array<ResolversTypes['ID']>, ParentType, ContextType>;
  tags?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ProposedPairResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ProposedPair'] = ResolversParentTypes['ProposedPair']> = {
  anchor?: Resolver<Maybe<ResolversTypes['Product']>, ParentType, ContextType>;
  complement?: Resolver<Maybe<ResolversTypes['Product']>, ParentType, ContextType>;
  evidence?: Resolver<ResolversTypes['PairEvidence'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  logLikelihoodRatio?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  sampleOrderIds?: Resolver<Array<ResolversTypes['ID']>, ParentType, ContextType>;
};

export type ProposedPairConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ProposedPairConnection'] = ResolversParentTypes['ProposedPairConnection']> = {
  edges?: Resolver<Array<ResolversTypes['ProposedPairEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type ProposedPairEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ProposedPairEdge'] = ResolversParentTypes['ProposedPairEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['ProposedPair'], ParentType, ContextType>;
};

export type ProposedPairsDecidedResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ProposedPairsDecided'] = ResolversParentTypes['ProposedPairsDecided']> = {
  decided?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ProvenanceResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Provenance'] = ResolversParentTypes['Provenance']> = {
  because?: Resolver<Maybe<ResolversTypes['Product']>, ParentType, ContextType>;
  evidence?: Resolver<Maybe<ResolversTypes['PairEvidence']>, ParentType, ContextType>;
  explanation?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  modelVersion?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  personalised?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  rule?: Resolver<Maybe<ResolversTypes['RuleReference']>, ParentType, ContextType>;
  source?: Resolver<ResolversTypes['RecommendationSource'], ParentType, ContextType>;
};

export type QueryResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  basketComplements?: Resolver<Maybe<ResolversTypes['ComplementConnection']>, ParentType, ContextType, RequireFields<QueryBasketComplementsArgs, 'arm' | 'exclude' | 'first' | 'placement' | 'productIds'>>;
  copyVariants?: Resolver<Maybe<ResolversTypes['CopyVariantConnection']>, ParentType, ContextType, RequireFields<QueryCopyVariantsArgs, 'first'>>;
  crossSellArm?: Resolver<Maybe<ResolversTypes['MeasurementArm']>, ParentType, ContextType, RequireFields<QueryCrossSellArmArgs, 'sessionId'>>;
  crossSellScorecard?: Resolver<Maybe<ResolversTypes['CrossSellScorecard']>, ParentType, ContextType, RequireFields<QueryCrossSellScorecardArgs, 'period'>>;
  decidedPairs?: Resolver<Maybe<ResolversTypes['DecidedPairConnection']>, ParentType, ContextType, RequireFields<QueryDecidedPairsArgs, 'first'>>;
  learningStatus?: Resolver<Maybe<ResolversTypes['LearningStatus']>, ParentType, ContextType>;
  merchandisingRule?: Resolver<Maybe<ResolversTypes['MerchandisingRule']>, ParentType, ContextType, RequireFields<QueryMerchandisingRuleArgs, 'id'>>;
  merchandisingRules?: Resolver<Maybe<ResolversTypes['MerchandisingRuleConnection']>, ParentType, ContextType, RequireFields<QueryMerchandisingRulesArgs, 'first'>>;
  personalisationScorecard?: Resolver<Maybe<ResolversTypes['PersonalisationScorecard']>, ParentType, ContextType, RequireFields<QueryPersonalisationScorecardArgs, 'period'>>;
  placementPolicies?: Resolver<Maybe<Array<ResolversTypes['PlacementPolicy']>>, ParentType, ContextType>;
  previewRule?: Resolver<Maybe<ResolversTypes['RulePreview']>, ParentType, ContextType, RequireFields<QueryPreviewRuleArgs, 'draft' | 'first'>>;
  proposedPairs?: Resolver<Maybe<ResolversTypes['ProposedPairConnection']>, ParentType, ContextType, RequireFields<QueryProposedPairsArgs, 'first'>>;
  replayComplements?: Resolver<Maybe<ResolversTypes['ComplementConnection']>, ParentType, ContextType, RequireFields<QueryReplayComplementsArgs, 'alongside' | 'at' | 'first' | 'placement' | 'productId'>>;
  shopAutopilot?: Resolver<Maybe<ResolversTypes['ShopAutopilot']>, ParentType, ContextType>;
};

export type RecordInteractionsResultResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['RecordInteractionsResult'] = ResolversParentTypes['RecordInteractionsResult']> = {
  __resolveType: TypeResolveFn<'InvalidInputError' | 'RecordingReport', ParentType, ContextType>;
};

export type RecordOrdersResultResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['RecordOrdersResult'] = ResolversParentTypes['RecordOrdersResult']> = {
  __resolveType: TypeResolveFn<'InvalidInputError' | 'RecordingReport', ParentType, ContextType>;
};

export type RecordingReportResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['RecordingReport'] = ResolversParentTypes['RecordingReport']> = {
  accepted?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  duplicates?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  rejected?: Resolver<Array<ResolversTypes['RejectedRecord']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RefusedCopyResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['RefusedCopy'] = ResolversParentTypes['RefusedCopy']> = {
  audience?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  text?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type RejectedRecordResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['RejectedRecord'] = ResolversParentTypes['RejectedRecord']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type RetentionPointResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['RetentionPoint'] = ResolversParentTypes['RetentionPoint']> = {
  customers?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  days?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  rate?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type RuleChangeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['RuleChange'] = ResolversParentTypes['RuleChange']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  by?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['RuleState'], ParentType, ContextType>;
  summary?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type RulePreviewResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['RulePreview'] = ResolversParentTypes['RulePreview']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  lists?: Resolver<Array<ResolversTypes['RulePreviewList']>, ParentType, ContextType>;
  picks?: Resolver<Array<ResolversTypes['RulePreviewPicks']>, ParentType, ContextType>;
  warnings?: Resolver<Array<ResolversTypes['RuleWarning']>, ParentType, ContextType>;
};

export type RulePreviewListResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['RulePreviewList'] = ResolversParentTypes['RulePreviewList']> = {
  anchor?: Resolver<Maybe<ResolversTypes['Product']>, ParentType, ContextType>;
  displaced?: Resolver<Array<Maybe<ResolversTypes['Product']>>, ParentType, ContextType>;
  placement?: Resolver<ResolversTypes['CrossSellPlacement'], ParentType, ContextType>;
  today?: Resolver<Array<ResolversTypes['ComplementEdge']>, ParentType, ContextType>;
  withDraft?: Resolver<Array<ResolversTypes['ComplementEdge']>, ParentType, ContextType>;
};

export type RulePreviewPicksResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['RulePreviewPicks'] = ResolversParentTypes['RulePreviewPicks']> = {
  displaced?: Resolver<Array<Maybe<ResolversTypes['Product']>>, ParentType, ContextType>;
  surface?: Resolver<ResolversTypes['PersonalSurface'], ParentType, ContextType>;
  today?: Resolver<Array<ResolversTypes['PickEdge']>, ParentType, ContextType>;
  withDraft?: Resolver<Array<ResolversTypes['PickEdge']>, ParentType, ContextType>;
};

export type RuleReferenceResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['RuleReference'] = ResolversParentTypes['RuleReference']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type RuleWarningResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['RuleWarning'] = ResolversParentTypes['RuleWarning']> = {
  code?: Resolver<ResolversTypes['RuleWarningCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  otherRule?: Resolver<Maybe<ResolversTypes['RuleReference']>, ParentType, ContextType>;
  products?: Resolver<Array<Maybe<ResolversTypes['Product']>>, ParentType, ContextType>;
};

export type SecondPersonRequiredErrorResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SecondPersonRequiredError'] = ResolversParentTypes['SecondPersonRequiredError']> = {
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SetPersonalisationConsentResultResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SetPersonalisationConsentResult'] = ResolversParentTypes['SetPersonalisationConsentResult']> = {
  __resolveType: TypeResolveFn<'InvalidInputError' | 'PersonalisationConsentSaved', ParentType, ContextType>;
};

export type SetPlacementPolicyResultResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SetPlacementPolicyResult'] = ResolversParentTypes['SetPlacementPolicyResult']> = {
  __resolveType: TypeResolveFn<'InvalidInputError' | 'PlacementPolicySaved' | 'VersionConflictError', ParentType, ContextType>;
};

export type SetShopAutopilotResultResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SetShopAutopilotResult'] = ResolversParentTypes['SetShopAutopilotResult']> = {
  __resolveType: TypeResolveFn<'InvalidInputError' | 'ShopAutopilotSaved' | 'VersionConflictError', ParentType, ContextType>;
};

export type ShopAutopilotResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ShopAutopilot'] = ResolversParentTypes['ShopAutopilot']> = {
  autopilot?: Resolver<ResolversTypes['Autopilot'], ParentType, ContextType>;
  history?: Resolver<Array<ResolversTypes['PolicyChange']>, ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  updatedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  updatedBy?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ShopAutopilotSavedResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ShopAutopilotSaved'] = ResolversParentTypes['ShopAutopilotSaved']> = {
  shop?: Resolver<ResolversTypes['ShopAutopilot'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SlotSplitResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SlotSplit'] = ResolversParentTypes['SlotSplit']> = {
  asked?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  fallback?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  human?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  learned?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  learnedShareCap?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type SourceContributionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SourceContribution'] = ResolversParentTypes['SourceContribution']> = {
  basketAdds?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  clicks?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  impressions?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  orderLines?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  revenue?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  source?: Resolver<ResolversTypes['RecommendationSource'], ParentType, ContextType>;
};

export type UpdateCopyVariantResultResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['UpdateCopyVariantResult'] = ResolversParentTypes['UpdateCopyVariantResult']> = {
  __resolveType: TypeResolveFn<'CopyVariantSaved' | 'InvalidInputError' | 'NotFoundError' | 'VersionConflictError', ParentType, ContextType>;
};

export type UpdateMerchandisingRuleResultResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['UpdateMerchandisingRuleResult'] = ResolversParentTypes['UpdateMerchandisingRuleResult']> = {
  __resolveType: TypeResolveFn<'InvalidInputError' | 'MerchandisingRuleSaved' | 'NotFoundError' | 'VersionConflictError', ParentType, ContextType>;
};

export type UpliftResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Uplift'] = ResolversParentTypes['Uplift']> = {
  difference?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  high?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  holdout?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  holdoutSize?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  low?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  method?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  treatment?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  treatmentSize?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type VersionConflictErrorResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['VersionConflictError'] = ResolversParentTypes['VersionConflictError']> = {
  currentVersion?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type WithheldModelResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['WithheldModel'] = ResolversParentTypes['WithheldModel']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  margin?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  modelVersion?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  orders?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  publishedHitRate?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  withheldHitRate?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type Resolvers<ContextType = RequestContext> = {
  BehaviourProfile?: BehaviourProfileResolvers<ContextType>;
  CategoryAffinity?: CategoryAffinityResolvers<ContextType>;
  ComplementConnection?: ComplementConnectionResolvers<ContextType>;
  ComplementEdge?: ComplementEdgeResolvers<ContextType>;
  CopyAudience?: CopyAudienceResolvers<ContextType>;
  CopyChange?: CopyChangeResolvers<ContextType>;
  CopyVariant?: CopyVariantResolvers<ContextType>;
  CopyVariantConnection?: CopyVariantConnectionResolvers<ContextType>;
  CopyVariantEdge?: CopyVariantEdgeResolvers<ContextType>;
  CopyVariantSaved?: CopyVariantSavedResolvers<ContextType>;
  CopyVariantsDrafted?: CopyVariantsDraftedResolvers<ContextType>;
  CopyWriterError?: CopyWriterErrorResolvers<ContextType>;
  CreateCopyVariantResult?: CreateCopyVariantResultResolvers<ContextType>;
  CreateMerchandisingRuleResult?: CreateMerchandisingRuleResultResolvers<ContextType>;
  CreditedPair?: CreditedPairResolvers<ContextType>;
  CrossSellScorecard?: CrossSellScorecardResolvers<ContextType>;
  CrossSellWeek?: CrossSellWeekResolvers<ContextType>;
  Customer?: CustomerResolvers<ContextType>;
  DateTime?: GraphQLScalarType;
  DecideCopyVariantResult?: DecideCopyVariantResultResolvers<ContextType>;
  DecideMerchandisingRuleResult?: DecideMerchandisingRuleResultResolvers<ContextType>;
  DecideProposedPairsResult?: DecideProposedPairsResultResolvers<ContextType>;
  DecidedPair?: DecidedPairResolvers<ContextType>;
  DecidedPairConnection?: DecidedPairConnectionResolvers<ContextType>;
  DecidedPairEdge?: DecidedPairEdgeResolvers<ContextType>;
  Decimal?: GraphQLScalarType;
  DraftCopyVariantsResult?: DraftCopyVariantsResultResolvers<ContextType>;
  EraseCustomerResult?: EraseCustomerResultResolvers<ContextType>;
  ErasureReceipt?: ErasureReceiptResolvers<ContextType>;
  ForgetProductResult?: ForgetProductResultResolvers<ContextType>;
  Funnel?: FunnelResolvers<ContextType>;
  IdempotencyKeyReusedError?: IdempotencyKeyReusedErrorResolvers<ContextType>;
  InputProblem?: InputProblemResolvers<ContextType>;
  InvalidInputError?: InvalidInputErrorResolvers<ContextType>;
  LearningStatus?: LearningStatusResolvers<ContextType>;
  MerchandisingRule?: MerchandisingRuleResolvers<ContextType>;
  MerchandisingRuleConnection?: MerchandisingRuleConnectionResolvers<ContextType>;
  MerchandisingRuleEdge?: MerchandisingRuleEdgeResolvers<ContextType>;
  MerchandisingRuleSaved?: MerchandisingRuleSavedResolvers<ContextType>;
  Money?: MoneyResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  MutationError?: MutationErrorResolvers<ContextType>;
  NavigationPick?: NavigationPickResolvers<ContextType>;
  NotFoundError?: NotFoundErrorResolvers<ContextType>;
  OwnerSplit?: OwnerSplitResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  PairChange?: PairChangeResolvers<ContextType>;
  PairEvidence?: PairEvidenceResolvers<ContextType>;
  PersonalisationConsentSaved?: PersonalisationConsentSavedResolvers<ContextType>;
  PersonalisationOutcome?: PersonalisationOutcomeResolvers<ContextType>;
  PersonalisationScorecard?: PersonalisationScorecardResolvers<ContextType>;
  PersonalisationWeek?: PersonalisationWeekResolvers<ContextType>;
  PickConnection?: PickConnectionResolvers<ContextType>;
  PickCopy?: PickCopyResolvers<ContextType>;
  PickEdge?: PickEdgeResolvers<ContextType>;
  PlacementPolicy?: PlacementPolicyResolvers<ContextType>;
  PlacementPolicySaved?: PlacementPolicySavedResolvers<ContextType>;
  PolicyChange?: PolicyChangeResolvers<ContextType>;
  PriceBand?: PriceBandResolvers<ContextType>;
  Product?: ProductResolvers<ContextType>;
  ProductForgotten?: ProductForgottenResolvers<ContextType>;
  ProductSelector?: ProductSelectorResolvers<ContextType>;
  ProposedPair?: ProposedPairResolvers<ContextType>;
  ProposedPairConnection?: ProposedPairConnectionResolvers<ContextType>;
  ProposedPairEdge?: ProposedPairEdgeResolvers<ContextType>;
  ProposedPairsDecided?: ProposedPairsDecidedResolvers<ContextType>;
  Provenance?: ProvenanceResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  RecordInteractionsResult?: RecordInteractionsResultResolvers<ContextType>;
  RecordOrdersResult?: RecordOrdersResultResolvers<ContextType>;
  RecordingReport?: RecordingReportResolvers<ContextType>;
  RefusedCopy?: RefusedCopyResolvers<ContextType>;
  RejectedRecord?: RejectedRecordResolvers<ContextType>;
  RetentionPoint?: RetentionPointResolvers<ContextType>;
  RuleChange?: RuleChangeResolvers<ContextType>;
  RulePreview?: RulePreviewResolvers<ContextType>;
  RulePreviewList?: RulePreviewListResolvers<ContextType>;
  RulePreviewPicks?: RulePreviewPicksResolvers<ContextType>;
  RuleReference?: RuleReferenceResolvers<ContextType>;
  RuleWarning?: RuleWarningResolvers<ContextType>;
  SecondPersonRequiredError?: SecondPersonRequiredErrorResolvers<ContextType>;
  SetPersonalisationConsentResult?: SetPersonalisationConsentResultResolvers<ContextType>;
  SetPlacementPolicyResult?: SetPlacementPolicyResultResolvers<ContextType>;
  SetShopAutopilotResult?: SetShopAutopilotResultResolvers<ContextType>;
  ShopAutopilot?: ShopAutopilotResolvers<ContextType>;
  ShopAutopilotSaved?: ShopAutopilotSavedResolvers<ContextType>;
  SlotSplit?: SlotSplitResolvers<ContextType>;
  SourceContribution?: SourceContributionResolvers<ContextType>;
  UpdateCopyVariantResult?: UpdateCopyVariantResultResolvers<ContextType>;
  UpdateMerchandisingRuleResult?: UpdateMerchandisingRuleResultResolvers<ContextType>;
  Uplift?: UpliftResolvers<ContextType>;
  VersionConflictError?: VersionConflictErrorResolvers<ContextType>;
  WithheldModel?: WithheldModelResolvers<ContextType>;
};

