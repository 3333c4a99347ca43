import { html, type Markup, type Piece } from './markup.js';

/** A part of a lane under its own heading; `note` says in small print what must not be misread. */
export const section = (title: string, body: Piece, note: string | null = null): Markup =>
  html`<section><h3>${title}</h3>
${body}${note === null ? null : html`\n<p class="note">${note}</p>`}
</section>`;

/** Stands where there is nothing to show, and says why. */
export const nothing = (why: string): Markup => html`<p class="empty">${why}</p>`;
