/** The contract of the neighbour that owns `Product`. */
export const CATALOGUE_SDL = `
extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])

type Query {
  "One product; null when the shop does not have it."
  product(id: ID!): Product
  "Products in the order asked for; null for each that the shop does not have. At most 200."
  products(ids: [ID!]!): [Product]!
}

"A product of the shop."
type Product @key(fields: "id") {
  id: ID!
  title: String!
  description: String!
  brand: String
  price: ProductPrice
}

"What one of a product costs."
type ProductPrice {
  "An exact decimal: 24.99."
  amount: String!
  "ISO 4217."
  currencyCode: String!
}
`;
