import type { TaxZone } from '../places/index.ts';
import type { CapacityCharge } from './grid-owner.ts';
import { vatShare } from './rates.ts';

/** A demand of exactly a threshold is on the step above it: a watt less is not, and meters count those. */
const wattKw = 0.001;
/** Where the last step ends, kW: beyond every home. */
const endlessKw = 10_000;
const months = 12;

/** A step of the capacity fee: its whole price is due for a demand up to so much. */
export interface MonthlyStep {
  readonly uptoKw: number;
  /** NOK a month incl. VAT where there is any. */
  readonly nokPerMonth: number;
}

/** A grid owner's capacity fee by the demand that it is looked up with. Where the owner does not say whose a threshold is, the step above's. */
export function monthlySteps({ steps, thresholdIncluded }: CapacityCharge, taxZone: TaxZone): MonthlyStep[] {
  const belowKw = thresholdIncluded === false ? 0 : wattKw;
  return steps.map(({ nokPerYear }, i) => {
    const next = steps[i + 1];
    return {
      uptoKw: next ? next.from - belowKw : endlessKw,
      nokPerMonth: (nokPerYear / months) * (1 + vatShare(taxZone)),
    };
  });
}
