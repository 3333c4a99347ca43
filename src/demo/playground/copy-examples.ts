import { createdId } from '../../domain/merchandising/changing/created-id.js';
import type { Example } from './example.js';
import { COPY_FIELDS, FAILURE_FIELDS } from './fragments.js';
import { as, keyOf, type ExampleSetting } from './setting.js';

const VARIANT = {
  productId: 'mouse-vertical',
  text: 'For hands that do not want to lie flat all day.',
  audience: { favouriteCategoryId: 'accessories' },
};

const adasHomePage = (setting: ExampleSetting): Example => ({
  title: 'Ada\'s home page, in words that suit her',
  query: `# copy is null where no approved text suits her: the shop
# shows what it always shows.
query AdasHomePage {
  me {
    name
    personalisedPicks(surface: HOME, first: 12) {
      edges {
        slot
        node { id title }
        copy { text origin variantId version }
      }
    }
  }
}
`,
  variables: {},
  headers: as('ada', setting),
});

const copyVariants = (setting: ExampleSetting): Example => ({
  title: 'For Mia: the short texts, and for whom they are',
  query: `# Drafts and approved ones. Only approved ones are shown.
query CopyVariants($first: Int! = 20) {
  copyVariants(first: $first) {
    edges { node { ...CopyFields } }
    pageInfo { hasNextPage endCursor }
  }
}
${COPY_FIELDS}
`,
  variables: { first: 20 },
  headers: as('mia', setting),
});

const writeCopy = (setting: ExampleSetting): Example => ({
  title: 'Mia writes a text for those who like computer accessories',
  query: `# A draft: nobody sees it yet. An audience is exactly one of
# favouriteCategoryId, favouriteBrand and priceBand.
mutation WriteCopy($input: CreateCopyVariantInput!) {
  createCopyVariant(input: $input) {
    ... on CopyVariantSaved { variant { ...CopyFields } }
    ...FailureFields
  }
}
${COPY_FIELDS}
${FAILURE_FIELDS}
`,
  variables: { input: { idempotencyKey: keyOf(setting), variant: VARIANT } },
  headers: as('mia', setting),
});

const approveCopy = (setting: ExampleSetting): Example => ({
  title: 'Noor approves the text, and Ada reads it',
  query: `# Run WriteCopy first, and AdasHomePage again afterwards: the
# text for accessories goes before the one for all computing.
mutation ApproveCopy($input: DecideCopyVariantInput!) {
  approveCopyVariant(input: $input) {
    ... on CopyVariantSaved { variant { ...CopyFields } }
    ...FailureFields
  }
}
${COPY_FIELDS}
${FAILURE_FIELDS}
`,
  variables: { input: { id: createdId('copy', 'mia', keyOf(setting)), version: 1, note: null } },
  headers: as('noor', setting),
});

/** The tabs about copy variants: what a customer reads, and how a text comes to be shown. */
export const copyExamples = (setting: ExampleSetting): readonly Example[] => [
  adasHomePage(setting),
  copyVariants(setting),
  writeCopy(setting),
  approveCopy(setting),
];
