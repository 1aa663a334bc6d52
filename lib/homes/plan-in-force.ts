import type { Contract, RateName } from '../tariffs/index.ts';
import type { Instant } from '../time/index.ts';
import type { Mode } from './home.ts';

/** Why the plan in force replaced the one before. */
export const planReasons = [
  'plugged-in',
  'prices-arrived',
  'contract-changed',
  'wishes-changed',
  'mode-changed',
  'battery-off-plan',
  'deadline-passed',
  'relinked',
  'another-car',
  /** The main fuse or the yearly use is another. */
  'house-changed',
  /** The car takes another power than was counted on, or does not take the current it is told. */
  'power-changed',
] as const;
export type PlanReason = (typeof planReasons)[number];

/** Words are made in the app's language; the plan stores what was true. */
export const explanationKeys = [
  'cheapest-hours',
  'no-choice',
  'already-charged',
  'negative-prices',
  'flat-prices',
  'too-little-time',
  'prices-unknown',
  'driver-charges-now',
  'driver-paused',
  /** Hours that nobody has published a price for are planned on a forecast. */
  'prices-guessed',
  /** Spread or moved so that the month's capacity fee stays what it would be anyway. */
  'under-capacity-step',
  /** The month's capacity fee rises: staying below would cost more, or the target would be missed. */
  'capacity-step-raised',
  /** The grid owner's way of counting is not one that plans can weigh. */
  'capacity-not-weighed',
  /** House and cars together fill the main fuse in some quarter hour. */
  'fuse-shared',
  /** The reserve comes first, at any price. */
  'reserve-first',
  'price-limit',
  'unbroken',
  'warm-at-departure',
  /** Some of tonight's cheapest hours are left, so that room under the capacity step is kept for the rest of the month. */
  'room-kept',
] as const;
export type ExplanationKey = (typeof explanationKeys)[number];

/** What is true of the home, not of one car: the same on every plan that was made with it. */
export const homeExplanationKeys = [
  'under-capacity-step',
  'capacity-step-raised',
  'capacity-not-weighed',
  'fuse-shared',
  'room-kept',
] as const satisfies readonly ExplanationKey[];

/** Changes of wishes that a plan tells the price of. */
export const wouldCostChanges = [
  'ready-hour-earlier',
  'ready-hour-later',
  'five-percent-less',
  'unbroken',
  'with-breaks',
  'no-reserve',
  'no-price-limit',
] as const;
export type WouldCostChange = (typeof wouldCostChanges)[number];

export const planStatuses = ['optimal', 'bounded', 'best-effort', 'no-prices'] as const;
export const solverNames = ['greedy', 'lp', 'milp', 'none'] as const;

export interface PlanInForce {
  readonly planId: string;
  readonly madeAt: Instant;
  readonly reason: PlanReason;
  readonly mode: Mode;
  readonly readyAt: Instant;
  /** End of the quarters it chose among: a reserve before `readyAt`. No plan that is done by then costs less. */
  readonly doneByAt: Instant;
  readonly targetSoc: number;
  readonly socAtStart: number;
  /** Grid-side power the plan counts on, kW. */
  readonly maxKw: number;
  /** Quarter hours: mean grid kW and the price planned on, øre/kWh incl. VAT; consecutive. Guessed from `guessedFromAt` on. */
  readonly slots: readonly {
    readonly startAt: Instant;
    readonly powerKw: number;
    readonly priceOrePerKwh: number;
    /** What the house itself is expected to draw, kW; absent where no forecast was made. */
    readonly houseKw?: number | undefined;
  }[];
  /** When to charge, to the minute: the slots' powers as on/off, at so many amperes; null: as many as the car takes. */
  readonly windows: readonly PlanWindow[];
  readonly endSoc: number;
  readonly status: (typeof planStatuses)[number];
  /** Energy only; what the cars add to the month's capacity fee is the home's, in `capacity`. */
  readonly costOre: number;
  readonly chargeNowOre: number;
  /** What the home paid by when the plan was made. */
  readonly contract: Contract['kind'];
  /** Why it costs less than charging at once, øre incl. VAT: the three add up to `chargeNowOre − costOre`. */
  readonly savedBy: { readonly powerOre: number; readonly gridOre: number; readonly taxOre: number };
  /** Rates of its quarters that are not known for their day: the newest known one stands in. */
  readonly assumed: readonly RateName[];
  /**
   * Of all cars planned together: no other plan is cheaper by more than this and what room under the step costs (`capacity.roomOre`), øre of
   * energy and fee. What wear or a start is held to be worth is no money and not in it.
   */
  readonly gapOre: number;
  readonly shortfallKwh: number;
  readonly solver: (typeof solverNames)[number];
  readonly explanation: readonly ExplanationKey[];
  /** `area/date/revision` of each price day it was made on, `grid/date/fingerprint` of each day's grid tariff. */
  readonly pricesUsed: readonly string[];
  /** The month's capacity fee; the same on every plan of the home. Null where no plan can weigh it. */
  readonly capacity: PlanCapacity | null;
  /** What house and cars may draw together, kW; null where the customer has not told the fuse. */
  readonly fuseKw: number | null;
  /** How many cars were planned as one; 0 where the plan had no choice. */
  readonly together: number;
  /** What the other cars of the home were doing when it was made, and the wishes it was made for: another key, another plan. Empty: not told. */
  readonly othersKey: string;
  readonly wishesKey: string;
  /** What the car takes for each ampere on a phase, kW; null where it has not told its phases. */
  readonly kwPerAmpere: number | null;
  /** From here on prices are a forecast; null where all are known. */
  readonly guessedFromAt: Instant | null;
  /** What the plan costs if every guessed hour comes as dear as nine in ten of such hours stay below; null where none is guessed. */
  readonly nineInTenOre: number | null;
  /** What one changed wish of this car would add to the home's cost, øre; negative where it would save. */
  readonly wouldCost: readonly { readonly change: WouldCostChange; readonly ore: number }[];
}

export interface PlanWindow {
  readonly fromAt: Instant;
  readonly untilAt: Instant;
  readonly ampere: number | null;
}

/** What the cars of a home make of the month's capacity fee. Øre incl. VAT for the month; kW as the fee counts them. */
export interface PlanCapacity {
  /** What the plans add, and what charging at once would have added. */
  readonly riseOre: number;
  readonly chargeNowRiseOre: number;
  /** The mean of the month's highest days: with the cars, and the house alone. */
  readonly demandKw: number;
  readonly demandAloneKw: number;
  /** The fee holds up to here; null on the last step. */
  readonly uptoKw: number | null;
  readonly feeOre: number;
  /** What the fee would be had the cars charged at once: the fee of the month, not of the night. Absent in older plans. */
  readonly chargeNowFeeOre?: number | undefined;
  /** What tonight costs more because room under the step is kept for the rest of the month; 0 where none is. Absent in older plans. */
  readonly roomOre?: number | undefined;
  /** The month's highest days so far, as many as the fee counts, highest first; kW of house and cars together. */
  readonly peaks?: readonly MonthPeak[] | undefined;
  /** True where the owner's rule or figures are not known for this day. */
  readonly assumed: boolean;
}

export interface MonthPeak {
  readonly date: string;
  readonly kw: number;
  /** What the cars took that day was measured. False: no car charged, or less than the house is expected to have drawn at another hour. */
  readonly known: boolean;
}
