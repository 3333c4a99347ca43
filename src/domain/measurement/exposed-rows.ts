import type { ExposedRow } from './day-sheet.js';
import { type Exposure, isEarlier } from './exposure.js';
import { inOrderOfContents } from './row-order.js';

/** Counts the units whose part in a comparison began, by lane and arm; a unit that is named twice counts once, by its earliest. */
export const exposedRowsOf = (exposures: Iterable<Exposure>): readonly ExposedRow[] => {
  const earliest = new Map<string, Exposure>();
  for (const exposure of exposures) {
    const key = JSON.stringify([exposure.lane, exposure.unitId]);
    const known = earliest.get(key);
    if (known === undefined || isEarlier(exposure, known)) earliest.set(key, exposure);
  }
  const rows = new Map<string, ExposedRow>();
  for (const { lane, arm } of earliest.values()) {
    const key = JSON.stringify([lane, arm]);
    rows.set(key, { lane, arm, units: (rows.get(key)?.units ?? 0) + 1 });
  }
  return inOrderOfContents([...rows.values()]);
};
