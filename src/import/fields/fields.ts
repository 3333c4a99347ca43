/** What can be imported. */
export const IMPORT_KINDS = ['catalogue', 'orders', 'interactions', 'consents'] as const;
export type ImportKind = (typeof IMPORT_KINDS)[number];

/** The name of a field, and of its column where no `--map` says otherwise. */
export type FieldName =
  | 'product_id' | 'title' | 'categories' | 'brand' | 'price' | 'currency' | 'tags' | 'variant_of' | 'in_stock' | 'active'
  | 'order_id' | 'customer_id' | 'session_id' | 'placed_at' | 'updated_at' | 'status' | 'quantity' | 'unit_price'
  | 'recommendation_id' | 'lines'
  | 'event_id' | 'kind' | 'category_id' | 'query' | 'at' | 'slot'
  | 'consent' | 'decided_at';

/** One field of a kind of import. */
export interface Field {
  readonly name: FieldName;
  /** A CSV file without its column is refused whole. */
  readonly required: boolean;
  /** Its name in the public contract. */
  readonly contractName: string;
}

const camel = (name: string): string => name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());

const OTHER_CONTRACT_NAMES: Readonly<Partial<Record<FieldName, string>>> = {
  currency: 'currencyCode',
  categories: 'categoryPath',
};

const fields = (required: readonly FieldName[], optional: readonly FieldName[]): readonly Field[] =>
  [...required, ...optional].map((name) => ({
    name,
    required: required.includes(name),
    contractName: OTHER_CONTRACT_NAMES[name] ?? camel(name),
  }));

/** The fields of each kind of import, required ones first. */
export const FIELDS: Readonly<Record<ImportKind, readonly Field[]>> = {
  catalogue: fields(
    ['product_id', 'title'],
    ['categories', 'brand', 'price', 'currency', 'tags', 'variant_of', 'in_stock', 'active'],
  ),
  orders: fields(
    ['order_id', 'placed_at', 'product_id', 'quantity', 'unit_price'],
    ['customer_id', 'session_id', 'updated_at', 'status', 'currency', 'recommendation_id', 'title', 'lines'],
  ),
  interactions: fields(
    ['event_id', 'kind', 'at'],
    ['customer_id', 'session_id', 'product_id', 'category_id', 'query', 'recommendation_id', 'slot'],
  ),
  consents: fields(['customer_id', 'consent', 'decided_at'], []),
};
