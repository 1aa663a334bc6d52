import type { PlanInForce } from '../../homes/index.ts';
import { whole } from './shown.ts';

type SavedBy = PlanInForce['savedBy'];
const parts = ['powerOre', 'gridOre', 'taxOre'] as const;

/** In whole øre, and adding up to the shown saving: what rounding left over or took goes to the largest part, where it shows least. */
export function shownSavedBy(exact: SavedBy, savedOre: number): SavedBy {
  const shown = {
    powerOre: whole(exact.powerOre),
    gridOre: whole(exact.gridOre),
    taxOre: whole(exact.taxOre),
  };
  const missing = savedOre - shown.powerOre - shown.gridOre - shown.taxOre;
  const largest = parts.reduce((a, b) => (Math.abs(exact[b]) > Math.abs(exact[a]) ? b : a));
  return { ...shown, [largest]: shown[largest] + missing };
}
