import type { SlotOwner } from '../../../domain/ranking/candidate.js';
import { OWNER_WORDS } from '../../words.js';
import { type Part, shareBar } from '../charts/share-bar.js';
import { count, percent } from '../format.js';
import { html, type Markup } from '../markup.js';
import { nothing, section } from '../section.js';

const OWNERS = ['human', 'learned', 'fallback'] as const;

const TONES: Readonly<Record<SlotOwner, Part['tone']>> = { human: 'strong', learned: 'soft', fallback: 'neutral' };

/** How much of what was shown people decided, was learned, and was there because nothing better was. */
export const filledPart = (shownBy: Readonly<Record<SlotOwner, number>>): Markup => {
  const total = OWNERS.reduce((sum, owner) => sum + shownBy[owner], 0);
  if (total === 0) return section('Who filled the slots', nothing('Nothing was shown in this period.'));
  const share = (owner: SlotOwner): string => percent(shownBy[owner] / total);
  const label = OWNERS.map((owner) => `${OWNER_WORDS[owner]} ${share(owner)}`).join(', ');
  const key = OWNERS.map(
    (owner) => html`<div><dt><i class="${TONES[owner]}"></i>${OWNER_WORDS[owner]}</dt><dd><b>${share(owner)}</b> <small>${count(shownBy[owner])} shown</small></dd></div>\n`,
  );
  return section(
    'Who filled the slots',
    html`${shareBar(OWNERS.map((owner) => ({ tone: TONES[owner], value: shownBy[owner] })), `Impressions: ${label}`)}
<dl class="key">\n${key}</dl>`,
  );
};
