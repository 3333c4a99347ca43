import type { Example } from './example.js';
import { as, keyOf, type ExampleSetting } from './setting.js';

/** One of the invented customers, whom no other example speaks of. */
const TO_BE_ERASED = 'c-2500';

const notInterested = (setting: ExampleSetting): Example => ({
  title: 'Ada is not interested in the drone',
  query: `# Her picks heed it with the next request.
mutation NotInterested($input: RecordInteractionsInput!) {
  recordInteractions(input: $input) {
    ... on RecordingReport { accepted duplicates rejected { id message } }
    ... on InvalidInputError { problems { path message } }
  }
}
`,
  variables: {
    input: {
      interactions: [
        { eventId: `${keyOf(setting)}-drone`, kind: 'NOT_INTERESTED', customerId: 'ada', productId: 'rc-drone', at: setting.now.toISOString() },
      ],
    },
  },
  headers: as('ada', setting),
});

const forgetProduct = (setting: ExampleSetting): Example => ({
  title: 'Ada wants a product forgotten that she looked at',
  query: `# Views, clicks and ratings of it go, and do not come back
# with a replay. What she bought stays.
mutation Forget($input: ForgetProductInput!) {
  forgetProduct(input: $input) {
    ... on ProductForgotten {
      interactions
      customer { behaviourProfile { interactions recentProducts { title } } }
    }
    ... on InvalidInputError { problems { path message } }
  }
}
`,
  variables: { input: { customerId: 'ada', productId: 'rc-truck' } },
  headers: as('ada', setting),
});

const whatIsHeld = (setting: ExampleSetting): Example => ({
  title: 'What is held about Ada, for Ada to see',
  query: `query WhatIsHeld {
  me {
    name
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

const erase = (setting: ExampleSetting): Example => ({
  title: 'A customer asks to be erased',
  query: `# Everything held goes, and is kept from coming back. The
# receipt names nobody; asked again, it is the same.
mutation Erase($input: EraseCustomerInput!) {
  eraseCustomer(input: $input) {
    ... on ErasureReceipt { id erasedAt orders interactions profiles consents servedLists exposures learningGroups }
    ... on InvalidInputError { problems { path message } }
  }
}
`,
  variables: { input: { customerId: TO_BE_ERASED } },
  headers: as('shop', setting),
});

/** What customers decide about what is held of them. */
export const privacyExamples = (setting: ExampleSetting): readonly Example[] => [
  notInterested(setting),
  forgetProduct(setting),
  whatIsHeld(setting),
  erase(setting),
];
