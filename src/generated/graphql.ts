/* eslint-disable */
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { ProductReference, CustomerReference } from '../resolvers/mappers.js';
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

/** What is held about a customer's behaviour. */
export type BehaviourProfile = {
  __typename?: 'BehaviourProfile';
  /** Interest by category, strongest first, at most 50. */
  categories: Array<CategoryAffinity>;
  /** Whether the customer consents to personalisation. */
  consent: Scalars['Boolean']['output'];
  /** How many interactions are held. */
  interactions: Scalars['Int']['output'];
  /**
   * What the customer viewed, put in the basket or bought lately, newest first, at most 20.
   * An entry is null when the catalogue subgraph no longer knows the product.
   */
  recentProducts: Array<Maybe<Product>>;
  /** The oldest fact held, interaction or order; null when there is none. */
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

/** Why a list is empty. */
export type EmptyReason =
  /** Rules, stock, exclusions or the filter removed every candidate. */
  | 'ALL_FILTERED'
  /** Fewer than the placement's minimum were left. */
  | 'BELOW_MINIMUM'
  /** The placement serves curated content only, and there is none. */
  | 'CURATED_ONLY'
  /** Nothing is known that goes with it. */
  | 'NO_EVIDENCE'
  /** No anchor is in the catalogue. */
  | 'UNKNOWN_ANCHOR';

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
};

export type Mutation = {
  __typename?: 'Mutation';
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
  /** Whether a customer's behaviour may be used for them; in force with the next request. The customer, or scope `privacy:write`. */
  setPersonalisationConsent: SetPersonalisationConsentResult;
};


export type MutationRecordInteractionsArgs = {
  input: RecordInteractionsInput;
};


export type MutationRecordOrdersArgs = {
  input: RecordOrdersInput;
};


export type MutationSetPersonalisationConsentArgs = {
  input: SetPersonalisationConsentInput;
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

/** One pick and why it is there. */
export type PickEdge = {
  __typename?: 'PickEdge';
  /** Where this edge stands, to be sent as `after`. */
  cursor: Scalars['String']['output'];
  /** The product. Null when the catalogue subgraph no longer knows it. */
  node?: Maybe<Product>;
  /** Why it is in the list. */
  provenance: Provenance;
  /** 1-based position in the whole list. */
  slot: Scalars['Int']['output'];
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
  exclude?: Array<Scalars['ID']['input']>;
  filter?: InputMaybe<RecommendationFilter>;
  first?: Scalars['Int']['input'];
  placement?: CrossSellPlacement;
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
  /** What has been learned, from what, when, and whether it is enough to rely on. Scope `reports:read`; null without it. */
  learningStatus?: Maybe<LearningStatus>;
};


export type QueryBasketComplementsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  exclude?: Array<Scalars['ID']['input']>;
  filter?: InputMaybe<RecommendationFilter>;
  first?: Scalars['Int']['input'];
  placement?: CrossSellPlacement;
  productIds: Array<Scalars['ID']['input']>;
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
  /** A merchandiser's rule gave it this slot. */
  | 'PINNED'
  /** Popular with everybody; on SEARCH, where the search itself put it. */
  | 'POPULAR'
  /** A merchandiser's rule: the anchor does not work without it. */
  | 'REQUIRED_COMPANION'
  /** A merchandiser's rule proposed it. */
  | 'RULE'
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

/** One record that was refused. */
export type RejectedRecord = {
  __typename?: 'RejectedRecord';
  /** The record's id as it was sent. */
  id: Scalars['ID']['output'];
  /** What is wrong with it, naming the field. */
  message: Scalars['String']['output'];
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

/** A customer's decision about personalisation. */
export type SetPersonalisationConsentInput = {
  /** Whether personalisation is allowed. */
  consent: Scalars['Boolean']['input'];
  /** Whose decision it is. */
  customerId: Scalars['ID']['input'];
};

/** What became of the decision. */
export type SetPersonalisationConsentResult = InvalidInputError | PersonalisationConsentSaved;

/** Who filled the slots of a list. */
export type SlotSplit = {
  __typename?: 'SlotSplit';
  /** Filled by popularity. */
  fallback: Scalars['Int']['output'];
  /** Filled by companions, pins, rules and approved pairs. */
  human: Scalars['Int']['output'];
  /** Filled by learned statistics. */
  learned: Scalars['Int']['output'];
  /** The largest share of slots that learning may fill here, 0 to 1. */
  learnedShareCap: Scalars['Float']['output'];
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
};

/** Mapping of interface types */
export type ResolversInterfaceTypes<_RefType extends Record<string, unknown>> = {
  MutationError: ( InvalidInputError );
};

/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  BehaviourProfile: ResolverTypeWrapper<Omit<BehaviourProfile, 'recentProducts'> & { recentProducts: Array<Maybe<ResolversTypes['Product']>> }>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  CategoryAffinity: ResolverTypeWrapper<CategoryAffinity>;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  ComplementConnection: ResolverTypeWrapper<Omit<ComplementConnection, 'edges'> & { edges: Array<ResolversTypes['ComplementEdge']> }>;
  ComplementEdge: ResolverTypeWrapper<Omit<ComplementEdge, 'node' | 'provenance'> & { node?: Maybe<ResolversTypes['Product']>, provenance: ResolversTypes['Provenance'] }>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  CrossSellPlacement: CrossSellPlacement;
  Customer: ResolverTypeWrapper<CustomerReference>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  Decimal: ResolverTypeWrapper<Scalars['Decimal']['output']>;
  EmptyReason: EmptyReason;
  InputProblem: ResolverTypeWrapper<InputProblem>;
  InteractionInput: InteractionInput;
  InteractionKind: InteractionKind;
  InvalidInputError: ResolverTypeWrapper<InvalidInputError>;
  LearningStatus: ResolverTypeWrapper<LearningStatus>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  MutationError: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['MutationError']>;
  NavigationPick: ResolverTypeWrapper<NavigationPick>;
  OrderInput: OrderInput;
  OrderLineInput: OrderLineInput;
  OrderStatus: OrderStatus;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  PairEvidence: ResolverTypeWrapper<PairEvidence>;
  PersonalSurface: PersonalSurface;
  PersonalisationConsentSaved: ResolverTypeWrapper<Omit<PersonalisationConsentSaved, 'customer'> & { customer: ResolversTypes['Customer'] }>;
  PersonalisationOutcome: ResolverTypeWrapper<PersonalisationOutcome>;
  PersonalisationReason: PersonalisationReason;
  PickConnection: ResolverTypeWrapper<Omit<PickConnection, 'edges'> & { edges: Array<ResolversTypes['PickEdge']> }>;
  PickEdge: ResolverTypeWrapper<Omit<PickEdge, 'node' | 'provenance'> & { node?: Maybe<ResolversTypes['Product']>, provenance: ResolversTypes['Provenance'] }>;
  Product: ResolverTypeWrapper<ProductReference>;
  Provenance: ResolverTypeWrapper<Omit<Provenance, 'because'> & { because?: Maybe<ResolversTypes['Product']> }>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  RecommendationFilter: RecommendationFilter;
  RecommendationSource: RecommendationSource;
  RecordInteractionsInput: RecordInteractionsInput;
  RecordInteractionsResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['RecordInteractionsResult']>;
  RecordOrdersInput: RecordOrdersInput;
  RecordOrdersResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['RecordOrdersResult']>;
  RecordingReport: ResolverTypeWrapper<RecordingReport>;
  RejectedRecord: ResolverTypeWrapper<RejectedRecord>;
  RuleReference: ResolverTypeWrapper<RuleReference>;
  SetPersonalisationConsentInput: SetPersonalisationConsentInput;
  SetPersonalisationConsentResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['SetPersonalisationConsentResult']>;
  SlotSplit: ResolverTypeWrapper<SlotSplit>;
  SurfaceContext: SurfaceContext;
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
  Customer: CustomerReference;
  DateTime: Scalars['DateTime']['output'];
  Decimal: Scalars['Decimal']['output'];
  InputProblem: InputProblem;
  InteractionInput: InteractionInput;
  InvalidInputError: InvalidInputError;
  LearningStatus: LearningStatus;
  Mutation: Record<PropertyKey, never>;
  MutationError: ResolversInterfaceTypes<ResolversParentTypes>['MutationError'];
  NavigationPick: NavigationPick;
  OrderInput: OrderInput;
  OrderLineInput: OrderLineInput;
  PageInfo: PageInfo;
  PairEvidence: PairEvidence;
  PersonalisationConsentSaved: Omit<PersonalisationConsentSaved, 'customer'> & { customer: ResolversParentTypes['Customer'] };
  PersonalisationOutcome: PersonalisationOutcome;
  PickConnection: Omit<PickConnection, 'edges'> & { edges: Array<ResolversParentTypes['PickEdge']> };
  PickEdge: Omit<PickEdge, 'node' | 'provenance'> & { node?: Maybe<ResolversParentTypes['Product']>, provenance: ResolversParentTypes['Provenance'] };
  Product: ProductReference;
  Provenance: Omit<Provenance, 'because'> & { because?: Maybe<ResolversParentTypes['Product']> };
  Query: Record<PropertyKey, never>;
  RecommendationFilter: RecommendationFilter;
  RecordInteractionsInput: RecordInteractionsInput;
  RecordInteractionsResult: ResolversUnionTypes<ResolversParentTypes>['RecordInteractionsResult'];
  RecordOrdersInput: RecordOrdersInput;
  RecordOrdersResult: ResolversUnionTypes<ResolversParentTypes>['RecordOrdersResult'];
  RecordingReport: RecordingReport;
  RejectedRecord: RejectedRecord;
  RuleReference: RuleReference;
  SetPersonalisationConsentInput: SetPersonalisationConsentInput;
  SetPersonalisationConsentResult: ResolversUnionTypes<ResolversParentTypes>['SetPersonalisationConsentResult'];
  SlotSplit: SlotSplit;
  SurfaceContext: SurfaceContext;
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

export type CustomerResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Customer'] = ResolversParentTypes['Customer'], FederationReferenceType extends FederationReferenceTypes['Customer'] = FederationReferenceTypes['Customer']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Customer']> | FederationReferenceType, FederationReferenceType, ContextType>;
  behaviourProfile?: Resolver<Maybe<ResolversTypes['BehaviourProfile']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  personalisedComplements?: Resolver<Maybe<ResolversTypes['ComplementConnection']>, ParentType, ContextType, RequireFields<CustomerPersonalisedComplementsArgs, 'alongside' | 'exclude' | 'first' | 'placement' | 'productId'>>;
  personalisedNavigation?: Resolver<Maybe<Array<ResolversTypes['NavigationPick']>>, ParentType, ContextType, RequireFields<CustomerPersonalisedNavigationArgs, 'first'>>;
  personalisedPicks?: Resolver<Maybe<ResolversTypes['PickConnection']>, ParentType, ContextType, RequireFields<CustomerPersonalisedPicksArgs, 'exclude' | 'first' | 'surface'>>;
};

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export interface DecimalScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Decimal'], any> {
  name: 'Decimal';
}

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
};

export type MutationResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  recordInteractions?: Resolver<ResolversTypes['RecordInteractionsResult'], ParentType, ContextType, RequireFields<MutationRecordInteractionsArgs, 'input'>>;
  recordOrders?: Resolver<ResolversTypes['RecordOrdersResult'], ParentType, ContextType, RequireFields<MutationRecordOrdersArgs, 'input'>>;
  setPersonalisationConsent?: Resolver<ResolversTypes['SetPersonalisationConsentResult'], ParentType, ContextType, RequireFields<MutationSetPersonalisationConsentArgs, 'input'>>;
};

export type MutationErrorResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['MutationError'] = ResolversParentTypes['MutationError']> = {
  __resolveType: TypeResolveFn<'InvalidInputError', ParentType, ContextType>;
};

export type NavigationPickResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['NavigationPick'] = ResolversParentTypes['NavigationPick']> = {
  affinity?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  categoryId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type PageInfoResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
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

export type PickConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['PickConnection'] = ResolversParentTypes['PickConnection']> = {
  edges?: Resolver<Array<ResolversTypes['PickEdge']>, ParentType, ContextType>;
  emptyReason?: Resolver<Maybe<ResolversTypes['EmptyReason']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  personalisation?: Resolver<ResolversTypes['PersonalisationOutcome'], ParentType, ContextType>;
  recommendationId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  slots?: Resolver<ResolversTypes['SlotSplit'], ParentType, ContextType>;
};

export type PickEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['PickEdge'] = ResolversParentTypes['PickEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<Maybe<ResolversTypes['Product']>, ParentType, ContextType>;
  provenance?: Resolver<ResolversTypes['Provenance'], ParentType, ContextType>;
  slot?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ProductResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Product'] = ResolversParentTypes['Product'], FederationReferenceType extends FederationReferenceTypes['Product'] = FederationReferenceTypes['Product']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Product']> | FederationReferenceType, FederationReferenceType, ContextType>;
  complements?: Resolver<Maybe<ResolversTypes['ComplementConnection']>, ParentType, ContextType, RequireFields<ProductComplementsArgs, 'alongside' | 'exclude' | 'first' | 'placement'>>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
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
  basketComplements?: Resolver<Maybe<ResolversTypes['ComplementConnection']>, ParentType, ContextType, RequireFields<QueryBasketComplementsArgs, 'exclude' | 'first' | 'placement' | 'productIds'>>;
  learningStatus?: Resolver<Maybe<ResolversTypes['LearningStatus']>, ParentType, ContextType>;
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

export type RejectedRecordResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['RejectedRecord'] = ResolversParentTypes['RejectedRecord']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type RuleReferenceResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['RuleReference'] = ResolversParentTypes['RuleReference']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type SetPersonalisationConsentResultResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SetPersonalisationConsentResult'] = ResolversParentTypes['SetPersonalisationConsentResult']> = {
  __resolveType: TypeResolveFn<'InvalidInputError' | 'PersonalisationConsentSaved', ParentType, ContextType>;
};

export type SlotSplitResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SlotSplit'] = ResolversParentTypes['SlotSplit']> = {
  fallback?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  human?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  learned?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  learnedShareCap?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type Resolvers<ContextType = RequestContext> = {
  BehaviourProfile?: BehaviourProfileResolvers<ContextType>;
  CategoryAffinity?: CategoryAffinityResolvers<ContextType>;
  ComplementConnection?: ComplementConnectionResolvers<ContextType>;
  ComplementEdge?: ComplementEdgeResolvers<ContextType>;
  Customer?: CustomerResolvers<ContextType>;
  DateTime?: GraphQLScalarType;
  Decimal?: GraphQLScalarType;
  InputProblem?: InputProblemResolvers<ContextType>;
  InvalidInputError?: InvalidInputErrorResolvers<ContextType>;
  LearningStatus?: LearningStatusResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  MutationError?: MutationErrorResolvers<ContextType>;
  NavigationPick?: NavigationPickResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  PairEvidence?: PairEvidenceResolvers<ContextType>;
  PersonalisationConsentSaved?: PersonalisationConsentSavedResolvers<ContextType>;
  PersonalisationOutcome?: PersonalisationOutcomeResolvers<ContextType>;
  PickConnection?: PickConnectionResolvers<ContextType>;
  PickEdge?: PickEdgeResolvers<ContextType>;
  Product?: ProductResolvers<ContextType>;
  Provenance?: ProvenanceResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  RecordInteractionsResult?: RecordInteractionsResultResolvers<ContextType>;
  RecordOrdersResult?: RecordOrdersResultResolvers<ContextType>;
  RecordingReport?: RecordingReportResolvers<ContextType>;
  RejectedRecord?: RejectedRecordResolvers<ContextType>;
  RuleReference?: RuleReferenceResolvers<ContextType>;
  SetPersonalisationConsentResult?: SetPersonalisationConsentResultResolvers<ContextType>;
  SlotSplit?: SlotSplitResolvers<ContextType>;
};

