/** The contract of the neighbour that owns `Customer`. */
export const CUSTOMERS_SDL = `
extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])

type Query {
  "The customer whose token came with the request; null for a visitor."
  me: Customer
  "One customer. Only for that customer or a caller with the scope picks:read; null for everybody else."
  customer(id: ID!): Customer
}

"A customer of the shop."
type Customer @key(fields: "id") {
  id: ID!
  "Only for that customer or a caller with the scope picks:read."
  name: String
}
`;
