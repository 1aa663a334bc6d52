import type { RateName } from '../../lib/tariffs/index.ts';

const words = {
  supportThreshold: 'threshold of strømstøtte',
  norgespris: 'Norgespris',
  gridEnergy: 'energy charge of the grid tariff (energiledd)',
  electricityTax: 'electricity tax (elavgift)',
  enova: 'Enova fee',
} as const satisfies Record<RateName, string>;

/** One sentence that says which rates were used outside the dates they are known for; null where none was. A grid tariff that is left out is none. */
export function assumedRates(names: readonly RateName[], isGridLeftOut: boolean): string | null {
  const used = names.filter((name) => !(isGridLeftOut && name === 'gridEnergy'));
  if (used.length === 0) return null;
  return `Not known for this time, so the nearest known rate is used: ${used.map((name) => words[name]).join(', ')}.`;
}
