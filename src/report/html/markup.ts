/** Text that is HTML already: made by `html`, or written here by hand; never by strangers. */
export interface Markup {
  readonly markup: string;
}

/** What may stand in a template: text and numbers are escaped, markup is not, null is nothing. */
export type Piece = string | number | Markup | null | readonly Piece[];

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Characters that HTML forbids: shown as what they are, unreadable. */
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufdd0-\ufdef\ufffe\uffff]/g;

/** Marks that turn the text after them around: `bdi` finds the direction itself. */
const TURNING = /[\u202a-\u202e\u2066-\u2069]/g;

const escapeText = (text: string): string =>
  text.replace(TURNING, '').replace(FORBIDDEN, '\ufffd').replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);

const isMarkup = (piece: Markup | readonly Piece[]): piece is Markup => 'markup' in piece;

const written = (piece: Piece): string => {
  if (piece === null) return '';
  if (typeof piece === 'string') return escapeText(piece);
  if (typeof piece === 'number') return String(piece);
  return isMarkup(piece) ? piece.markup : piece.map(written).join('');
};

/** HTML whose values are escaped, between tags and inside quoted attributes alike. */
export const html = (strings: TemplateStringsArray, ...values: readonly Piece[]): Markup => ({
  markup: strings.map((text, index) => text + written(values[index] ?? null)).join(''),
});

/** Text of strangers: whichever way it is written, it keeps to itself. */
export const foreign = (text: string): Markup => html`<bdi>${text}</bdi>`;
