import type { OnOffTask } from './task.ts';

/** Less than this is a rounding, kWh. */
const HAIR_KWH = 1e-7;

/**
 * Slots that a goal cannot do without, and what they must bring: what is missing of it when all other slots before it are full. The
 * reserve's ramp, which asks for full power, is settled by this. Only for a battery that is never emptied.
 */
export function mustCharge({
  goals,
  mostKwh,
  leastKwh,
}: Pick<OnOffTask, 'goals' | 'mostKwh' | 'leastKwh'>): Pick<OnOffTask, 'must' | 'leastKwh'> {
  const must = new Uint8Array(mostKwh.length);
  const least = Float64Array.from(leastKwh);
  for (const { slot, kwh, nokPerKwh } of goals) {
    if (nokPerKwh !== undefined) continue;
    let reach = 0;
    for (let t = 0; t < slot; t += 1) reach += mostKwh[t] as number;
    // Out of reach: no schedule at all, which the search finds by itself.
    if (kwh > reach) continue;
    for (let t = 0; t < slot; t += 1) {
      const forced = kwh - reach + (mostKwh[t] as number);
      if (forced <= HAIR_KWH) continue;
      must[t] = 1;
      least[t] = Math.max(least[t] as number, forced);
    }
  }
  return { must, leastKwh: least };
}
