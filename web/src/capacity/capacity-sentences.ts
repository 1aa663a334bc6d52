import type { Plan } from '../api/types.ts';
import type { Format } from '../words/format.ts';
import type { Words } from '../words/nb.ts';

export type Capacity = NonNullable<Plan['capacity']>;

/** What the plan does to the month's capacity fee, against charging at once: whole sentences. */
export function capacitySentences(
  { riseOre, chargeNowRiseOre, peaks }: Capacity,
  { capacity: say }: Words,
  format: Format,
): string[] {
  const plan = riseOre === 0 ? say.unchanged : say.raised(format.wholeKroner(riseOre));
  const sameAtOnce = riseOre > 0 ? [say.sameAtOnce] : [];
  const isMore = chargeNowRiseOre > riseOre;
  return [
    plan,
    ...(isMore ? [say.avoided(format.wholeKroner(chargeNowRiseOre))] : sameAtOnce),
    // What cars did is in the fee already, and no plan takes it out again.
    ...(peaks.some(({ known }) => known) ? [say.earlier] : []),
  ];
}
