import type { PlanInForce } from '../homes/index.ts';
import type { Plan, Problem } from '../planning/index.ts';
import { HOUR_MS, type Instant, isoLocal, QUARTER_MS } from '../time/index.ts';
import { explanationOf } from './explanation-of.ts';
import { chargingEfficiency } from './physics.ts';
import type { PlanBasis, PricedQuarter } from './plan-basis.ts';
import { costOre, gridKwh, kwhIn, type PlannedQuarter, quartersAtOnce } from './plan-cost.ts';
import { priceFacts } from './price-facts.ts';
import { type Portion, windowsOf } from './windows.ts';

export type Planner = (problem: Problem) => Promise<Plan>;

/**
 * The cheapest plan in these quarters, the first of which holds `now`. The solver plans whole quarters from the next one
 * on; what is left of this one takes over the energy that would cost more there. As all quarters charge at the same power
 * and only their prices differ, the two together are the optimum.
 */
export async function planOptimal(
  basis: PlanBasis,
  soc: number,
  quarters: readonly PricedQuarter[],
  planner: Planner,
): Promise<PlanInForce | null> {
  const [current, ...whole] = quarters;
  if (current === undefined || whole.length === 0) return null;
  const later = await planner(problemOf(basis, soc, whole));
  const nowKwh = worthChargingNow(basis, current, planned(whole, later), later, soc);
  const socThen = Math.min(1, soc + (nowKwh * chargingEfficiency) / basis.vehicle.batteryKwh);
  const plan = nowKwh > 0 ? await planner(problemOf(basis, socThen, whole)) : later;
  const slots = [{ ...current, powerKw: (nowKwh * HOUR_MS) / QUARTER_MS }, ...planned(whole, plan)];
  return inForce(basis, soc, slots, plan);
}

function problemOf(basis: PlanBasis, soc: number, quarters: readonly PricedQuarter[]): Problem {
  const { vehicle, maxKw } = basis;
  return {
    slots: quarters.map(({ startAt, priceOrePerKwh }) => ({
      start: isoLocal(startAt),
      minutes: 15,
      importPrice: priceOrePerKwh / 100,
    })),
    vehicles: [
      {
        capacityKwh: vehicle.batteryKwh,
        soc,
        targetSoc: vehicle.wishes.targetSoc,
        arriveSlot: 0,
        departSlot: quarters.length,
        maxKw,
        efficiency: chargingEfficiency,
      },
    ],
  };
}

function planned(quarters: readonly PricedQuarter[], plan: Plan): PlannedQuarter[] {
  return quarters.map((quarter, t) => ({ ...quarter, powerKw: plan.powerKw[0]?.[t] ?? 0 }));
}

/** kWh for the rest of the current quarter: what is not cheaper later, what has no room later, all that fits where it is paid for. */
function worthChargingNow(
  { now, maxKw, vehicle }: PlanBasis,
  current: PricedQuarter,
  later: readonly PlannedQuarter[],
  plan: Plan,
  soc: number,
): number {
  const fitsKwh = (maxKw * (current.startAt + QUARTER_MS - now)) / HOUR_MS;
  // Of the same price: only where that is one charging instead of two.
  const goesOn = (later[0]?.powerKw ?? 0) > 0;
  const dearer = gridKwh(
    later.filter(
      ({ priceOrePerKwh: ore }) => ore > current.priceOrePerKwh || (goesOn && ore === current.priceOrePerKwh),
    ),
  );
  const missing = plan.shortfallKwh / chargingEfficiency;
  const room = ((1 - soc) * vehicle.batteryKwh) / chargingEfficiency - gridKwh(later);
  const paid = current.priceOrePerKwh < 0 ? Math.max(0, room) : 0;
  const worthKwh = Math.min(fitsKwh, dearer + missing + paid);
  return worthKwh < negligibleKwh ? 0 : worthKwh;
}

const negligibleKwh = 0.01;

function inForce(basis: PlanBasis, soc: number, slots: readonly PlannedQuarter[], plan: Plan): PlanInForce {
  const { now, maxKw, vehicle } = basis;
  const energyKwh = gridKwh(slots);
  const atOnce = quartersAtOnce(slots, now, energyKwh, maxKw);
  return {
    planId: basis.planId,
    madeAt: now,
    reason: basis.reason,
    mode: 'plan',
    readyAt: basis.readyAt,
    doneByAt: endOf(slots, basis.readyAt),
    targetSoc: vehicle.wishes.targetSoc,
    socAtStart: soc,
    maxKw,
    slots,
    windows: windowsOf(portionsOf(slots, now), maxKw).map((window) => ({ ...window, ampere: null })),
    endSoc: Math.min(1, soc + (energyKwh * chargingEfficiency) / vehicle.batteryKwh),
    status: plan.status,
    costOre: costOre(slots),
    chargeNowOre: costOre(atOnce),
    ...priceFacts(basis, slots, atOnce),
    gapOre: plan.gapNok * 100,
    shortfallKwh: plan.shortfallKwh,
    solver: plan.solver,
    explanation: explanationOf(slots, plan, basis),
    pricesUsed: basis.prices.used,
    capacity: null,
    fuseKw: null,
    together: 1,
    guessedFromAt: null,
    worstCaseOre: null,
    wouldCost: [],
  };
}

function endOf(slots: readonly PlannedQuarter[], readyAt: Instant): Instant {
  const last = slots.at(-1);
  return last === undefined ? readyAt : last.startAt + QUARTER_MS;
}

function portionsOf(slots: readonly PlannedQuarter[], now: number): Portion[] {
  return slots.map(({ startAt, powerKw }) => ({
    fromAt: Math.max(startAt, now),
    untilAt: startAt + QUARTER_MS,
    gridKwh: kwhIn(powerKw),
  }));
}
