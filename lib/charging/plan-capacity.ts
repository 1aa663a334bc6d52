import type { MonthPeak, PlanInForce } from '../homes/index.ts';
import { type CapacityStep, checkPlan } from '../planning/index.ts';
import { localDate } from '../time/index.ts';
import { atOnceRows } from './at-once-rows.ts';
import type { Block } from './blocks-of.ts';
import type { HomeProblem } from './home-problem.ts';
import { monthsOf } from './months-of.ts';

type Rows = readonly (readonly number[])[];

/**
 * What the schedule makes of the month's capacity fee as the grid owner counts it, and what charging at once would have made. A night across
 * a month's end has hours of two fees: what rises is told of both, the demand of the month in which the car is to be ready. Null where it is
 * not weighed.
 */
export function planCapacity(home: HomeProblem, powerKw: Rows, roomNok: number): PlanInForce['capacity'] {
  const { capacity } = home.house;
  const steps = capacity?.steps ?? [];
  if (capacity === null || steps.length === 0) return null;
  const charged = feesOf(home, powerKw);
  const chargedAtOnce = feesOf(home, atOnceRows(home, powerKw));
  const { demandKw = 0, demandAloneKw = 0 } = charged.at(-1) ?? {};
  const step = stepAt(steps, demandKw);
  return {
    riseOre: riseOre(charged),
    chargeNowRiseOre: riseOre(chargedAtOnce),
    demandKw,
    demandAloneKw,
    uptoKw: step === steps.at(-1) ? null : step.uptoKw,
    feeOre: step.nokPerMonth * 100,
    chargeNowFeeOre: stepAt(steps, chargedAtOnce.at(-1)?.demandKw ?? 0).nokPerMonth * 100,
    roomOre: roomNok * 100,
    assumed: capacity.assumed,
    peaks: highestPeaks(home),
  };
}

/** What the month's fees rise by, NOK: of both months where the night crosses a month's end. */
export function feeRiseNok(home: HomeProblem, powerKw: Rows): number {
  return home.house.capacity === null ? 0 : riseOre(feesOf(home, powerKw)) / 100;
}

function riseOre(months: readonly { readonly parts: { readonly capacityNok: number } }[]): number {
  return months.reduce((sum, { parts }) => sum + parts.capacityNok * 100, 0);
}

function stepAt(steps: readonly CapacityStep[], demandKw: number): CapacityStep {
  const step = steps.find(({ uptoKw }) => demandKw <= uptoKw) ?? steps.at(-1);
  return step ?? { uptoKw: 0, nokPerMonth: 0 };
}

function feesOf(home: HomeProblem, powerKw: Rows) {
  const steps = home.house.capacity?.steps ?? [];
  return monthsOf(home.startsAt).map((month) =>
    feeOf({ home, ...month, peaksKw: peaksOf(home, month) }, steps, powerKw),
  );
}

/** The slots of one month, and the peaks of its days outside them. */
interface MonthPart extends Block {
  readonly home: HomeProblem;
  readonly peaksKw: readonly number[];
}

function peaksOf({ startsAt, house }: HomeProblem, { from, until }: Block): number[] {
  const [first = 0, last = 0] = [startsAt[from], startsAt[until - 1]];
  return (house.capacity?.peaksOutside(localDate(first), localDate(last)) ?? []).map(({ kw }) => kw);
}

/** Only the meter is looked at: the cars' own limits are those of the whole night. */
function feeOf({ home, from, until, peaksKw }: MonthPart, steps: readonly CapacityStep[], powerKw: Rows) {
  const inside = (slot: number) => Math.min(until, Math.max(from, slot)) - from;
  const vehicles = home.problem.vehicles.map((vehicle) => ({
    ...vehicle,
    ...{ arriveSlot: inside(vehicle.arriveSlot), departSlot: inside(vehicle.departSlot) },
    ...{ slotMaxKw: undefined, milestones: undefined },
  }));
  const slots = home.meter.slice(from, until);
  const problem = { ...home.problem, slots, vehicles, capacitySteps: steps, monthTopPeaksKw: peaksKw };
  return checkPlan(
    problem,
    powerKw.map((row) => row.slice(from, until)),
  );
}

/** As many of the month's days outside the plan as the fee averages. */
const peaksShown = 3;

/** The month's highest days so far, today's hours that are over among them. */
function highestPeaks({ house, startsAt }: HomeProblem): MonthPeak[] {
  const [first = 0, last = 0] = [startsAt[0], startsAt.at(-1)];
  const { earlierToday = null } = house.capacity ?? {};
  const isThisMonth = earlierToday?.date.slice(0, 7) === localDate(last).slice(0, 7);
  const peaks = house.capacity?.peaksOutside(localDate(first), localDate(last)) ?? [];
  const all = earlierToday !== null && isThisMonth ? [...peaks, earlierToday] : peaks;
  return all.toSorted((a, b) => b.kw - a.kw).slice(0, peaksShown);
}
