/** The colours of a page by what they are for. */
export interface Palette {
  readonly paper: string;
  readonly ink: string;
  /** Small print; read, so of full contrast. */
  readonly quiet: string;
  /** Lines that only part things. */
  readonly hair: string;
  /** Things that are neither lane's. */
  readonly neutral: string;
  readonly crossSell: Accent;
  readonly personalisation: Accent;
}

/** A lane's one colour, and the same further back. */
export interface Accent {
  readonly strong: string;
  readonly soft: string;
}

/** By day. Every text colour has a contrast of 4.5 or more on the paper, every drawn one of 3 or more (WCAG 2.2, AA). */
export const LIGHT: Palette = {
  paper: '#fcfbf8',
  ink: '#1c1d1f',
  quiet: '#5b5d61',
  hair: '#dedbd3',
  neutral: '#8b8c90',
  crossSell: { strong: '#0d6b5e', soft: '#4d9788' },
  personalisation: { strong: '#80367d', soft: '#b07aae' },
};

/** By night, under the same rule. */
export const DARK: Palette = {
  paper: '#141517',
  ink: '#eceae5',
  quiet: '#a6a7ab',
  hair: '#34363a',
  neutral: '#77797e',
  crossSell: { strong: '#63cdb8', soft: '#38897a' },
  personalisation: { strong: '#dd9fda', soft: '#95608f' },
};
