import type { Plan } from '../api/types.ts';
import { instant } from '../time/oslo.ts';
import type { Format } from '../words/format.ts';
import type { Words } from '../words/nb.ts';

export interface Proof {
  /** '7,67 kr spart'; null where nothing is. */
  readonly saved: string | null;
  /** What it costs against charging at once. */
  readonly cost: string;
  /** How sure we are that nothing is cheaper; '' where it is told of several cars together. */
  readonly proved: string;
  /** What it costs if the guessed hours come as dear as nine in ten stay below; '' where none is guessed. */
  readonly nineInTen: string;
  /** What becomes of the month's capacity fee; '' where the plan makes no difference, or where it is told of several cars together. */
  readonly step: string;
}

/** What the plan costs, saves, and how well that is proved. Null where there is nothing to pay for. */
export function proofSentences(plan: Plan, words: Words, format: Format): Proof | null {
  const say = words.proof;
  if (plan.status === 'no-prices')
    return { saved: null, cost: say.unproved, proved: '', nineInTen: '', step: '' };
  if (plan.windows.length === 0) return null;
  const doneBy = format.clock(instant(plan.doneBy));
  return {
    saved: plan.savedOre > 0 ? say.saved(format.kroner(plan.savedOre)) : null,
    cost: cost(plan, words, format),
    proved: plan.together > 1 ? '' : provedSentence(plan, say.optimal(doneBy), words, format),
    step: plan.together > 1 ? '' : stepSentence(plan, words, format),
    nineInTen: plan.nineInTenOre === null ? '' : say.nineInTen(format.kroner(plan.nineInTenOre)),
  };
}

function cost({ costOre, chargeNowOre, savedOre }: Plan, words: Words, format: Format): string {
  const [paid, atOnce] = [format.kroner(costOre), format.kroner(chargeNowOre)];
  if (savedOre > 0 && costOre < 0) return words.proof.earned(format.kroner(-costOre), atOnce);
  if (savedOre === 0) return words.proof.same(paid);
  return savedOre > 0 ? words.proof.instead(paid, atOnce) : words.proof.more(paid, atOnce);
}

/** The month's fee, not the night's: nights that hold the step do not add up. */
export function stepSentence({ capacity }: Plan, { proof }: Words, format: Format): string {
  if (capacity === null) return '';
  const { feeOre, chargeNowFeeOre, riseOre } = capacity;
  const fee = format.wholeKroner(feeOre);
  if (chargeNowFeeOre > feeOre) return proof.step(fee, format.wholeKroner(chargeNowFeeOre));
  return riseOre > 0 ? proof.rise(format.wholeKroner(riseOre), fee) : '';
}

/** `optimal`: what is said where no plan is cheaper. */
export function provedSentence(plan: Plan, optimal: string, { proof }: Words, format: Format): string {
  const { status, gapOre, explanation, capacity } = plan;
  // Also what the driver chose is "best effort"; there is nothing to prove of it.
  if (status === 'best-effort') return explanation.includes('too-little-time') ? proof.bestEffort : '';
  const roomOre = capacity?.roomOre ?? 0;
  if (gapOre + roomOre === 0) return optimal;
  const most = format.kroner(gapOre + roomOre);
  const within = capacity === null ? proof.within(most) : proof.withinFee(most);
  return roomOre > 0 ? `${proof.room(format.kroner(roomOre))} ${within}` : within;
}
