import { Kind, visit, type DocumentNode, type FragmentDefinitionNode, type SelectionSetNode } from 'graphql';

/** How much one document may ask for. */
export interface DocumentLimits {
  /** Fields inside fields; introspection is not counted, GraphQL itself limits it. */
  readonly depth: number;
  /** Aliased fields, counted where fragments are spread; as many aliases of `__typename`, which routers add, may come on top. */
  readonly aliases: number;
  readonly directives: number;
}

/** Federated plans are up to 7 deep; the rest is room for nested lists. */
export const DOCUMENT_LIMITS: DocumentLimits = { depth: 10, aliases: 30, directives: 8 };

interface Measure {
  readonly depth: number;
  readonly aliases: number;
  readonly typenameAliases: number;
}

const NOTHING: Measure = { depth: 0, aliases: 0, typenameAliases: 0 };

/** Says in one sentence which limit a document exceeds; null when none. */
export function findExcess(document: DocumentNode, limits: DocumentLimits = DOCUMENT_LIMITS): string | null {
  const directives = countDirectives(document);
  if (directives > limits.directives) return `${directives} directives are used, at most ${limits.directives} may be`;
  for (const measure of measureOperations(document)) {
    if (measure.depth > limits.depth) return `Fields are nested ${measure.depth} deep, at most ${limits.depth} may be`;
    const aliases = Math.max(measure.aliases, measure.typenameAliases);
    if (aliases > limits.aliases) return `${aliases} aliases are used, at most ${limits.aliases} may be`;
  }
  return null;
}

function countDirectives(document: DocumentNode): number {
  let count = 0;
  visit(document, {
    Directive() {
      count += 1;
    },
  });
  return count;
}

function measureOperations(document: DocumentNode): Measure[] {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  }
  const measureOf = createMeasure(fragments);
  return document.definitions.flatMap((definition) =>
    definition.kind === Kind.OPERATION_DEFINITION || definition.kind === Kind.FRAGMENT_DEFINITION
      ? [measureOf(definition.selectionSet)]
      : [],
  );
}

/** Measures selections with the fragments they spread; each fragment is measured once, and one that spreads itself is left to validation. */
function createMeasure(fragments: ReadonlyMap<string, FragmentDefinitionNode>): (selections: SelectionSetNode) => Measure {
  const measured = new Map<string, Measure>();

  const ofFragment = (name: string): Measure => {
    const known = measured.get(name);
    const fragment = fragments.get(name);
    if (known !== undefined || fragment === undefined) return known ?? NOTHING;
    measured.set(name, NOTHING);
    const measure = ofSelections(fragment.selectionSet);
    measured.set(name, measure);
    return measure;
  };

  const ofSelection = (selection: SelectionSetNode['selections'][number]): Measure => {
    if (selection.kind === Kind.FRAGMENT_SPREAD) return ofFragment(selection.name.value);
    if (selection.kind === Kind.INLINE_FRAGMENT) return ofSelections(selection.selectionSet);
    const name = selection.name.value;
    const inner = selection.selectionSet === undefined || name.startsWith('__') ? NOTHING : ofSelections(selection.selectionSet);
    const aliased = selection.alias === undefined ? 0 : 1;
    const isTypename = name === '__typename';
    return {
      depth: inner.depth + 1,
      aliases: inner.aliases + (isTypename ? 0 : aliased),
      typenameAliases: inner.typenameAliases + (isTypename ? aliased : 0),
    };
  };

  const ofSelections = ({ selections }: SelectionSetNode): Measure => selections.map(ofSelection).reduce(together, NOTHING);
  return ofSelections;
}

const together = (left: Measure, right: Measure): Measure => ({
  depth: Math.max(left.depth, right.depth),
  aliases: left.aliases + right.aliases,
  typenameAliases: left.typenameAliases + right.typenameAliases,
});
