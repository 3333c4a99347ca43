import { isAlias, visit, type Alias, type Document, type Node } from 'yaml';

/** How often one anchor may be used; the library multiplies it along nested anchors, so that a billion laughs stay untold. */
const MAX_USES_OF_AN_ANCHOR = 1_000;
/** How much text aliases may stand for altogether. */
const MAX_ALIASED_CHARACTERS = 10_000_000;

/** What the aliases of a document stand for. */
export interface AnchoredNodes {
  /** Set when aliases stand for more than a rules file can mean; nothing should be read then. */
  readonly refusal: { readonly alias: Alias; readonly message: string } | null;
  /** The node that an alias stands for; null when no anchor of that name stands before it. */
  target(alias: Alias): Node | null;
}

const findTargets = (document: Document): Map<Alias, Node | null> => {
  const anchored = new Map<string, Node>();
  const targets = new Map<Alias, Node | null>();
  visit(document, {
    Node: (_key, node) => {
      if (isAlias(node)) targets.set(node, anchored.get(node.source) ?? null);
      else if (node.anchor !== undefined) anchored.set(node.anchor, node);
    },
  });
  return targets;
};

const textLength = (node: Node | null): number => (node?.range ? node.range[1] - node.range[0] : 0);

const excess = (document: Document, targets: ReadonlyMap<Alias, Node | null>): string | null => {
  const characters = [...targets.values()].reduce((sum, target) => sum + textLength(target), 0);
  if (characters > MAX_ALIASED_CHARACTERS) return 'aliases (*name) stand for too much text';
  try {
    document.toJS({ maxAliasCount: MAX_USES_OF_AN_ANCHOR });
    return null;
  } catch {
    return `aliases (*name) are nested in themselves, or used more than ${MAX_USES_OF_AN_ANCHOR} times`;
  }
};

/** Looks up every alias of a document in one pass, and refuses those that would blow it up. */
export const findAnchoredNodes = (document: Document): AnchoredNodes => {
  const targets = findTargets(document);
  const [first] = targets.keys();
  const allKnown = [...targets.values()].every((target) => target !== null);
  const message = first === undefined || !allKnown ? null : excess(document, targets);
  return {
    refusal: first === undefined || message === null ? null : { alias: first, message },
    target: (alias) => targets.get(alias) ?? null,
  };
};
