const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

const withoutStyle = (page: string): string => page.replace(/<style>[\s\S]*?<\/style>/g, '');

/** What a reader of the page reads: its text, labels of charts left out. */
export const textOf = (page: string): string =>
  withoutStyle(page)
    .replace(/<[^>]*>/g, ' ')
    .replace(/&(#?\w+);/g, (whole, name: string) => ENTITIES[name] ?? whole)
    .replace(/\s+/g, ' ');

const VOID = new Set(['meta', 'line', 'circle', 'rect', 'path', '!doctype']);

/** Tags that are closed wrongly or not at all, in the order in which they are found; attributes must be quoted. */
export const misnested = (page: string): readonly string[] => {
  const open: string[] = [];
  const wrong: string[] = [];
  for (const [tag, slash, rawName = ''] of withoutStyle(page).matchAll(/<(\/?)([a-z!][a-z0-9]*)(?:\s[^<>"]*(?:"[^"]*"[^<>"]*)*)?>/gi)) {
    const name = rawName.toLowerCase();
    if (slash === '/') {
      if (open.pop() !== name) wrong.push(tag);
    } else if (!VOID.has(name) && !tag.endsWith('/>')) open.push(name);
  }
  return [...wrong, ...open];
};

/** The paragraphs that say whether it helped, as they are read. */
export const verdictsOf = (page: string): string => textOf(/<div class="short">[\s\S]*?<div class="lanes">/.exec(page)?.[0] ?? '');
