import type { Plan } from '../api/types.ts';
import { instant } from '../time/oslo.ts';
import type { Format } from '../words/format.ts';
import type { Words } from '../words/nb.ts';

export interface Proof {
  /** '7,67 kr spart'; null where nothing is. */
  readonly saved: string | null;
  /** What it costs against charging at once. */
  readonly cost: string;
  /** How sure we are that nothing is cheaper. */
  readonly proved: string;
  /** What it costs if the guessed hours come as dear as nine in ten stay below; '' where none is guessed. */
  readonly nineInTen: string;
  /** What the plan spares of the month's capacity fee; '' where nothing, or where it is not this car's alone. */
  readonly capacity: string;
}

/** What the plan costs, saves, and how well that is proved. Null where there is nothing to pay for. */
export function proofSentences(plan: Plan, words: Words, format: Format): Proof | null {
  const say = words.proof;
  if (plan.status === 'no-prices')
    return { saved: null, cost: say.unproved, proved: '', nineInTen: '', capacity: '' };
  if (plan.windows.length === 0) return null;
  return {
    saved: plan.savedOre > 0 ? say.saved(format.kroner(plan.savedOre)) : null,
    cost: cost(plan, words, format),
    proved: proved(plan, words, format),
    capacity: capacity(plan, words, format),
    nineInTen: plan.nineInTenOre === null ? '' : say.nineInTen(format.kroner(plan.nineInTenOre)),
  };
}

function cost({ costOre, chargeNowOre, savedOre }: Plan, words: Words, format: Format): string {
  const [paid, atOnce] = [format.kroner(costOre), format.kroner(chargeNowOre)];
  if (savedOre > 0 && costOre < 0) return words.proof.earned(format.kroner(-costOre), atOnce);
  if (savedOre === 0) return words.proof.same(paid);
  return savedOre > 0 ? words.proof.instead(paid, atOnce) : words.proof.more(paid, atOnce);
}

function capacity({ capacity: fee, together }: Plan, words: Words, format: Format): string {
  const sparedOre = fee === null || together > 1 ? 0 : fee.chargeNowRiseOre - fee.riseOre;
  return sparedOre > 0 ? words.proof.capacity(format.kroner(sparedOre)) : '';
}

function proved({ status, gapOre, explanation, doneBy }: Plan, words: Words, format: Format): string {
  // Also what the driver chose is "best effort"; there is nothing to prove of it.
  if (status === 'best-effort') return explanation.includes('too-little-time') ? words.proof.bestEffort : '';
  return gapOre === 0
    ? words.proof.optimal(format.clock(instant(doneBy)))
    : words.proof.within(format.kroner(gapOre));
}
