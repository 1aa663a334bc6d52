import type { ExplanationKey } from '../homes/index.ts';
import { QUARTER_MS } from '../time/index.ts';
import type { CarToPlan } from './car-to-plan.ts';
import { drawnKw } from './fuse-carries.ts';
import { comfortablyReadyAt } from './plan-basis.ts';
import type { PlannedQuarter } from './plan-cost.ts';
import type { JointPlan } from './plan-jointly.ts';

/** Prices that differ by less than this, øre/kWh, are one price to a customer; and fees, øre. */
const flatOre = 1;
/** This close to the fuse it is what decides, kW. */
const fullKw = 0.25;

interface Told {
  readonly isShort: boolean;
  readonly made: JointPlan;
  readonly car: CarToPlan;
}

/** What decided the plan; the first key is the main one. */
export function explanationOf(slots: readonly PlannedQuarter[], told: Told): ExplanationKey[] {
  const charging = slots.filter(({ powerKw }) => powerKw > 0);
  const { basis, soc } = told.car;
  const { wishes } = basis.vehicle;
  const knownUntilAt = (slots.at(-1)?.startAt ?? 0) + QUARTER_MS;
  const keys: [ExplanationKey, boolean][] = [
    [mainKey(slots, charging, told), true],
    ['negative-prices', charging.some(({ priceOrePerKwh }) => priceOrePerKwh < 0)],
    ['prices-unknown', knownUntilAt + QUARTER_MS <= comfortablyReadyAt(basis)],
    ['prices-guessed', slots.some(({ startAt }) => !basis.prices.byQuarter.has(startAt))],
    ['reserve-first', soc < wishes.reserveSoc],
    ...capacityKeys(told.made),
    ['fuse-shared', charging.length > 0 && isFuseFull(told.made)],
    ['price-limit', isLimitedByPrice(slots, told.car)],
    ['unbroken', wishes.unbroken],
    ['warm-at-departure', wishes.warmMinutes > 0],
  ];
  return [...new Set(keys.filter(([, holds]) => holds).map(([key]) => key))];
}

function mainKey(
  slots: readonly PlannedQuarter[],
  charging: readonly PlannedQuarter[],
  { isShort, made, car }: Told,
): ExplanationKey {
  if (isShort) return isLimitedByPrice(slots, car) ? 'price-limit' : 'too-little-time';
  if (charging.length === 0) return 'already-charged';
  if (charging.length === slots.length) return whyAllTheWay(charging, made, car);
  const prices = slots.map(({ priceOrePerKwh }) => priceOrePerKwh);
  return Math.max(...prices) - Math.min(...prices) < flatOre ? 'flat-prices' : 'cheapest-hours';
}

/** Every quarter hour is used: by full power there is no choice; with less, something holds it down. */
function whyAllTheWay(
  charging: readonly PlannedQuarter[],
  made: JointPlan,
  { basis }: CarToPlan,
): ExplanationKey {
  if (isFuseFull(made)) return 'fuse-shared';
  const isHeldDown = charging.some(({ powerKw }) => powerKw < basis.maxKw / 2);
  return isHeldDown && made.capacity !== null ? 'cheapest-hours' : 'no-choice';
}

function capacityKeys({ capacity, home }: JointPlan): [ExplanationKey, boolean][] {
  const { riseOre = 0, chargeNowRiseOre = 0, roomOre = 0 } = capacity ?? {};
  return [
    ['under-capacity-step', riseOre < flatOre && chargeNowRiseOre >= flatOre],
    ['capacity-step-raised', riseOre >= flatOre],
    ['room-kept', roomOre >= flatOre],
    ['capacity-not-weighed', home.house.isCapacityLeftOut],
  ];
}

/** No car that charges could be told an ampere more; or, where no fee holds them back, they charge with less than all of them could take. */
function isFuseFull({ home, currents }: JointPlan): boolean {
  const { fuseKw } = home.problem;
  if (fuseKw === undefined) return false;
  return home.meter.some(({ baseLoadKw = 0 }, t) => {
    const on = home.cars.filter((_, v) => (currents.powerKw[v]?.[t] ?? 0) > 0);
    const carsKw = home.cars.reduce((sum, _, v) => sum + drawnKw(home, currents, v, t), 0);
    const allKw = on.reduce((sum, { basis }) => sum + basis.maxKw, 0);
    const ampereKw = Math.min(...on.map(({ basis }) => basis.kwPerAmpere ?? fullKw));
    const isHeldBack = home.house.capacity === null && carsKw < allKw && baseLoadKw + allKw > fuseKw;
    return on.length > 0 && (isHeldBack || fuseKw - baseLoadKw - carsKw < Math.max(fullKw, ampereKw));
  });
}

function isLimitedByPrice(slots: readonly PlannedQuarter[], { basis }: CarToPlan): boolean {
  const limit = basis.vehicle.wishes.priceLimitOre;
  return limit !== null && slots.some(({ priceOrePerKwh }) => priceOrePerKwh > limit);
}
