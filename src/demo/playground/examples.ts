import { copyExamples } from './copy-examples.js';
import type { Example } from './example.js';
import { COMPLEMENT_FIELDS, PICK_FIELDS } from './fragments.js';
import { measurementExamples } from './measurement-examples.js';
import { merchandisingExamples } from './merchandising-examples.js';
import { privacyExamples } from './privacy-examples.js';
import { as, type ExampleSetting } from './setting.js';

const productPage = (setting: ExampleSetting): Example => ({
  title: 'A product page, as Ada sees it',
  query: `# The toy needs two AA batteries: a rule puts them first.
# The rest of its complements is learned from orders.
# title and name come from the neighbouring subgraphs.
query ProductPage($id: ID!) {
  product(id: $id) {
    title
    price { amount currencyCode }
    complements(first: 4) {
      recommendationId
      edges { ...ComplementFields }
      slots { human learned fallback }
    }
  }
  me {
    name
    personalisedPicks(first: 4) { ...PickFields }
  }
}
${COMPLEMENT_FIELDS}
${PICK_FIELDS}
`,
  variables: { id: 'rc-car' },
  headers: as('ada', setting),
});

const basket = (): Example => ({
  title: 'What goes with a whole basket',
  query: `# One merged list, the same for everybody: no token is
# needed, and caches may keep it.
query BasketPage($productIds: [ID!]!) {
  basketComplements(productIds: $productIds, first: 6) {
    edges { ...ComplementFields }
    slots { human learned fallback asked learnedShareCap }
    emptyReason
    unknownIds
  }
}
${COMPLEMENT_FIELDS}
`,
  variables: { productIds: ['laptop-14', 'skillet-26', 'no-such-product'] },
  headers: {},
});

const homePage = (setting: ExampleSetting): Example => ({
  title: 'The home page of Ben, who is nearly out of coffee',
  query: `# copy is the text that Noor approved for customers like him.
query HomePage {
  me {
    name
    personalisedPicks(surface: HOME, first: 8) {
      ...PickFields
      edges { copy { text } }
    }
  }
}
${PICK_FIELDS}
`,
  variables: {},
  headers: as('ben', setting),
});

const noConsent = (setting: ExampleSetting): Example => ({
  title: 'Cleo did not consent: her list is not personal',
  query: `# It is full all the same, and "personalisation" says why.
# No text is chosen for her either.
query NoConsent {
  me {
    name
    personalisedPicks(first: 6) {
      ...PickFields
      edges { copy { text } }
    }
  }
}
${PICK_FIELDS}
`,
  variables: {},
  headers: as('cleo', setting),
});

const menu = (setting: ExampleSetting): Example => ({
  title: 'The menu in Ada\'s order of interest',
  query: `# And what is held about her, for her to see.
query MenuAndProfile {
  me {
    personalisedNavigation(first: 6) { categoryId affinity }
    behaviourProfile {
      consent
      interactions
      since
      categories { categoryId affinity }
      recentProducts { title }
    }
  }
}
`,
  variables: {},
  headers: as('ada', setting),
});

const search = (setting: ExampleSetting): Example => ({
  title: 'A search result in Ada\'s order of interest',
  query: `# Re-ranks what the search engine found, adds nothing.
query SearchResult($found: [ID!]!) {
  me {
    personalisedPicks(surface: SEARCH, first: 6, context: { candidateIds: $found }) { ...PickFields }
  }
}
${PICK_FIELDS}
`,
  variables: { found: ['robot-arm', 'cat-tunnel', 'book-robots', 'dog-ball', 'robot-dog', 'skillet-26'] },
  headers: as('ada', setting),
});

const learning = (setting: ExampleSetting): Example => ({
  title: 'For Ivy, the analyst: what was learned, and from what',
  query: `query Learning {
  learningStatus {
    modelVersion
    publishedAt
    orders
    customers
    products
    pairs
    windowDays
    sufficient
    shortfall
    withheld {
      modelVersion
      at
      publishedHitRate
      withheldHitRate
    }
  }
}
`,
  variables: {},
  headers: as('ivy', setting),
});

const recordViews = (setting: ExampleSetting): Example => ({
  title: 'The newcomer looks at tents',
  query: `# Run LookAgain (the next tab) before and after.
# Sent again, the same events change nothing.
mutation RecordViews($input: RecordInteractionsInput!) {
  recordInteractions(input: $input) {
    ... on RecordingReport {
      accepted
      duplicates
      rejected { id message }
    }
    ... on InvalidInputError {
      message
      problems { path message }
    }
  }
}
`,
  variables: { input: { interactions: viewsOf(['tent', 'sleeping-bag', 'camp-stove'], setting.now) } },
  headers: as('newcomer', setting),
});

const viewsOf = (productIds: readonly string[], now: Date): readonly object[] =>
  productIds.map((productId, at) => ({
    eventId: `playground-${now.getTime()}-${at + 1}`,
    kind: 'VIEW',
    customerId: 'newcomer',
    productId,
    at: new Date(now.getTime() - (productIds.length - at) * 1_000).toISOString(),
  }));

const lookAgain = (setting: ExampleSetting): Example => ({
  title: 'The newcomer\'s picks, before and after RecordViews',
  query: `query LookAgain {
  me {
    name
    personalisedPicks(first: 6) { ...PickFields }
  }
}
${PICK_FIELDS}
`,
  variables: {},
  headers: as('newcomer', setting),
});

/** The playground's tabs, in their order. The ids of what they record hold the time, so that a page that is opened anew records anew. */
export const playgroundExamples = (setting: ExampleSetting): readonly Example[] => [
  productPage(setting),
  basket(),
  homePage(setting),
  noConsent(setting),
  menu(setting),
  recordViews(setting),
  lookAgain(setting),
  search(setting),
  learning(setting),
  ...merchandisingExamples(setting),
  ...copyExamples(setting),
  ...measurementExamples(setting),
  ...privacyExamples(setting),
];
