import type { PlanInForce } from '../homes/index.ts';
import { QUARTER_MS } from '../time/index.ts';
import type { CarToPlan } from './car-to-plan.ts';
import { explanationOf } from './explanation-of.ts';
import { guessedFacts } from './guessed-facts.ts';
import { chargingEfficiency } from './physics.ts';
import { costOre, gridKwh, kwhIn, type PlannedQuarter, quartersAtOnce } from './plan-cost.ts';
import type { JointPlan } from './plan-jointly.ts';
import { priceFacts } from './price-facts.ts';
import { wishesKeyOf } from './ready-wish.ts';
import { type Portion, windowsOf } from './windows.ts';

/** Up to here a plan is proved cheapest, NOK. */
const provedNok = 1e-3;
/** Where whole amperes leave more than this missing, the bound is one for more energy than is charged, kWh. */
const crumbKwh = 0.1;
/** Missing energy below this is rounding, kWh. */
const nothingMissing = 1e-4;

/** One car's share of the plan of its home. */
export function carInForce(made: JointPlan, v: number, wouldCost: PlanInForce['wouldCost']): PlanInForce {
  const { home, currents } = made;
  const car = home.cars[v] as CarToPlan;
  const { basis, soc } = car;
  const { vehicle, now, maxKw, targetSoc } = basis;
  const slots = slotsOf(made, v);
  const energyKwh = gridKwh(slots);
  const atOnce = quartersAtOnce(slots, now, energyKwh, maxKw);
  const endSoc = Math.min(1, soc + (energyKwh * chargingEfficiency) / vehicle.batteryKwh);
  const shortfallKwh = Math.max(
    Math.max(0, targetSoc - endSoc) * vehicle.batteryKwh,
    missedBefore(car, slots),
  );
  const isShort = made.isLeastShortfall && shortfallKwh > nothingMissing;
  const isProved = made.gapNok <= provedNok && shortfallKwh <= crumbKwh;
  const ampere = currents.ampere[v] ?? [];
  const sharesFuse = home.house.fuseKw !== null && home.cars.length > 1;
  return {
    planId: basis.planId,
    madeAt: now,
    reason: basis.reason,
    mode: 'plan',
    readyAt: basis.readyAt,
    doneByAt: car.untilAt,
    targetSoc,
    socAtStart: soc,
    maxKw,
    slots,
    windows: windowsOf(portionsOf(slots, car, ampere.slice(home.current)), maxKw, sharesFuse),
    endSoc,
    status: isShort ? 'best-effort' : isProved ? 'optimal' : 'bounded',
    costOre: costOre(slots),
    chargeNowOre: costOre(atOnce),
    ...priceFacts(basis, slots, atOnce),
    gapOre: made.gapNok * 100,
    shortfallKwh: shortfallKwh > nothingMissing ? shortfallKwh : 0,
    solver: made.solver,
    explanation: explanationOf(slots, { isShort, made, car }),
    pricesUsed: basis.prices.used,
    capacity: made.capacity,
    fuseKw: home.house.fuseKw,
    together: home.cars.length,
    othersKey: '',
    wishesKey: wishesKeyOf(basis, vehicle.wishes),
    kwPerAmpere: basis.kwPerAmpere,
    ...guessedFacts(slots, basis.prices),
    wouldCost,
  };
}

/** What is missing at a ready time before the last, kWh; the most of them. */
function missedBefore({ basis, soc }: CarToPlan, slots: readonly PlannedQuarter[]): number {
  const { milestones, vehicle } = basis;
  const missing = milestones.map((milestone) => {
    const kwh = gridKwh(slots.filter(({ startAt }) => startAt < milestone.at)) * chargingEfficiency;
    return (milestone.soc - soc) * vehicle.batteryKwh - kwh;
  });
  return Math.max(0, ...missing);
}

/** From the quarter hour that holds now until the car is to be done. */
function slotsOf({ home, currents }: JointPlan, v: number): PlannedQuarter[] {
  const { startsAt, problem, current } = home;
  const car = home.cars[v] as CarToPlan;
  const restOfQuarter = ((startsAt[current] ?? 0) + QUARTER_MS - car.basis.now) / QUARTER_MS;
  const seesHouse = home.house.capacity !== null || home.house.fuseKw !== null;
  const slots = startsAt.map((startAt, t) => ({
    startAt,
    ...(seesHouse ? { houseKw: home.house.loadKw(startAt) } : {}),
    priceOrePerKwh: (problem.slots[t]?.importPrice ?? 0) * 100,
    powerKw: (currents.powerKw[v]?.[t] ?? 0) + (t === current ? car.chargesAnywayKw * restOfQuarter : 0),
  }));
  return slots.slice(current).filter(({ startAt }) => startAt < car.untilAt);
}

function portionsOf(
  slots: readonly PlannedQuarter[],
  { basis: { now, kwPerAmpere } }: CarToPlan,
  amperes: readonly (number | null)[],
): Portion[] {
  return slots.map(({ startAt, powerKw }, i) => {
    const ampere = amperes[i] ?? null;
    return {
      fromAt: Math.max(startAt, now),
      untilAt: startAt + QUARTER_MS,
      gridKwh: kwhIn(powerKw),
      current: ampere === null || kwPerAmpere === null ? null : { ampere, kw: ampere * kwPerAmpere },
    };
  });
}
