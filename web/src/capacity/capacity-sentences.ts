import type { Plan } from '../api/types.ts';
import type { Format } from '../words/format.ts';
import type { Words } from '../words/nb.ts';

export type Capacity = NonNullable<Plan['capacity']>;

/** What the plan does to the month's capacity fee, against charging at once: whole sentences. */
export function capacitySentences(
  { riseOre, chargeNowRiseOre }: Capacity,
  { capacity }: Words,
  format: Format,
): string[] {
  const plan = riseOre === 0 ? capacity.unchanged : capacity.raised(format.kroner(riseOre));
  if (chargeNowRiseOre > riseOre) return [plan, capacity.avoided(format.kroner(chargeNowRiseOre))];
  return riseOre > 0 ? [plan, capacity.sameAtOnce] : [plan];
}
