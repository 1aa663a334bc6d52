import type { MonthPeak, PlanInForce } from '../homes/index.ts';
import { type CapacityStep, checkPlan } from '../planning/index.ts';
import { localDate } from '../time/index.ts';
import type { HomeProblem } from './home-problem.ts';
import { gridKwh, quartersAtOnce } from './plan-cost.ts';

type Rows = readonly (readonly number[])[];

/**
 * What the schedule makes of the month's capacity fee as the grid owner counts it, and what charging at once would have made. A night across
 * a month's end has hours of two fees: what rises is told of both, the demand of the month in which the car is to be ready. Null where it is
 * not weighed.
 */
export function planCapacity(home: HomeProblem, powerKw: Rows): PlanInForce['capacity'] {
  const { capacity } = home.house;
  const steps = capacity?.steps ?? [];
  const lastStep = steps.at(-1);
  if (capacity === null || lastStep === undefined) return null;
  const charged = monthsOf(home).map((month) => feeOf(month, steps, powerKw));
  const atOnceRows = atOnce(home, powerKw);
  const chargedAtOnce = monthsOf(home).map((month) => feeOf(month, steps, atOnceRows));
  const { demandKw = 0, demandAloneKw = 0 } = charged.at(-1) ?? {};
  const step = steps.find(({ uptoKw }) => demandKw <= uptoKw) ?? lastStep;
  const riseOre = (checks: typeof charged) =>
    checks.reduce((sum, { parts }) => sum + parts.capacityNok * 100, 0);
  return {
    riseOre: riseOre(charged),
    chargeNowRiseOre: riseOre(chargedAtOnce),
    demandKw,
    demandAloneKw,
    uptoKw: step === lastStep ? null : step.uptoKw,
    feeOre: step.nokPerMonth * 100,
    assumed: capacity.assumed,
    peaks: highestPeaks(home),
  };
}

/** The slots of one month, and the peaks of its days outside them. */
interface MonthPart {
  readonly home: HomeProblem;
  readonly fromSlot: number;
  readonly untilSlot: number;
  readonly peaksKw: readonly number[];
}

/** One part, or two where the night crosses a month's end. */
function monthsOf(home: HomeProblem): MonthPart[] {
  const { startsAt, house } = home;
  const dates = startsAt.map((startAt) => localDate(startAt));
  const months = [...new Set(dates.map((date) => date.slice(0, 7)))];
  return months.map((month) => {
    const fromSlot = dates.findIndex((date) => date.startsWith(month));
    const untilSlot = dates.findLastIndex((date) => date.startsWith(month)) + 1;
    const peaks = house.capacity?.peaksOutside(dates[fromSlot] ?? '', dates[untilSlot - 1] ?? '') ?? [];
    return { home, fromSlot, untilSlot, peaksKw: peaks.map(({ kw }) => kw) };
  });
}

/** Only the meter is looked at: the cars' own limits are those of the whole night. */
function feeOf(
  { home, fromSlot, untilSlot, peaksKw }: MonthPart,
  steps: readonly CapacityStep[],
  powerKw: Rows,
) {
  const inside = (slot: number) => Math.min(untilSlot, Math.max(fromSlot, slot)) - fromSlot;
  const vehicles = home.problem.vehicles.map((vehicle) => ({
    ...vehicle,
    ...{ arriveSlot: inside(vehicle.arriveSlot), departSlot: inside(vehicle.departSlot) },
    ...{ slotMaxKw: vehicle.slotMaxKw?.slice(fromSlot, untilSlot) },
  }));
  const slots = home.problem.slots.slice(fromSlot, untilSlot);
  const problem = { ...home.problem, slots, vehicles, capacitySteps: steps, monthTopPeaksKw: peaksKw };
  return checkPlan(
    problem,
    powerKw.map((row) => row.slice(fromSlot, untilSlot)),
  );
}

/** As many of the month's days outside the plan as the fee averages. */
const peaksShown = 3;

function highestPeaks({ house, startsAt }: HomeProblem): MonthPeak[] {
  const [first = 0, last = 0] = [startsAt[0], startsAt.at(-1)];
  const peaks = house.capacity?.peaksOutside(localDate(first), localDate(last)) ?? [];
  return peaks.toSorted((a, b) => b.kw - a.kw).slice(0, peaksShown);
}

/** The same energy of each car at full power from now. */
function atOnce({ cars, startsAt, current }: HomeProblem, powerKw: Rows): Rows {
  return cars.map(({ basis }, v) => {
    const quarters = startsAt.slice(current).map((startAt) => ({ startAt, priceOrePerKwh: 0 }));
    const energyKwh = gridKwh(
      quarters.map((quarter, i) => ({ ...quarter, powerKw: powerKw[v]?.[current + i] ?? 0 })),
    );
    const charging = quartersAtOnce(quarters, basis.now, energyKwh, basis.maxKw);
    return [...startsAt.slice(0, current).map(() => 0), ...charging.map((quarter) => quarter.powerKw)];
  });
}
