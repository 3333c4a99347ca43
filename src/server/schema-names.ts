/**
 * Hides what a validation message tells of the schema: every quoted name that does not stand in the client's own document.
 * `Cannot query field "nam" on type "Customer".` for `{ me { nam } }` becomes `Cannot query field "nam" on type "…".`
 */
export const hideForeignNames = (message: string, source: string): string =>
  message
    .replace(/ ?Did you mean .*\?$/s, '')
    .replace(/"([^"]*)"/g, (quoted, name: string) => (source.includes(name) ? quoted : '"…"'));
