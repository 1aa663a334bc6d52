import { checkPlan, type Plan } from '../planning/index.ts';
import { hourStart } from '../time/index.ts';
import type { HomeProblem } from './home-problem.ts';
import { leastAmpere } from './physics.ts';

/** Powers below this are rounding, kW; costs likewise, NOK. */
const noKw = 1e-6;
const sameCostNok = 1e-6;

/**
 * The same energy in each clock hour at one power instead of several: where an hour costs the same throughout, a solver spreads a car's
 * share of it as it likes, and each change of current is a call to the car.
 */
export function levelled(home: HomeProblem, powerKw: Plan['powerKw']): Plan['powerKw'] {
  let rows = powerKw;
  for (const v of home.cars.keys()) {
    for (const slots of stretches(home, rows[v] ?? [])) {
      rows = firstThatHolds(home, rows, v, slots);
    }
  }
  return rows;
}

/** With every car that is on throughout, so that two do not take turns behind a fuse; else this car alone; else as it was. */
function firstThatHolds(
  home: HomeProblem,
  rows: Plan['powerKw'],
  v: number,
  slots: readonly number[],
): Plan['powerKw'] {
  const isOn = (row: readonly number[]) => slots.every((t) => (row[t] ?? 0) > noKw);
  const together = rows.map((row) => (isOn(row) ? levelRow(row, slots) : row));
  const alone = rows.map((row, other) => (other === v ? levelRow(row, slots) : row));
  const holds = (candidate: Plan['powerKw']) =>
    rows.every((row, car) => !isOn(row) || isLeastPower(home, car, candidate, slots)) &&
    costsTheSame(home, rows, candidate);
  return [together, alone].find(holds) ?? rows;
}

/** Runs of slots of one clock hour and one price in which the car is on throughout; the current slot is partly behind and stays. */
function stretches({ problem, startsAt, current }: HomeProblem, row: readonly number[]): number[][] {
  const found: number[][] = [];
  for (const [t, kw] of row.entries()) {
    const last = found.at(-1)?.at(-1);
    if (kw <= noKw || t === current) continue;
    const goesOn =
      last === t - 1 &&
      hourStart(startsAt[last] ?? 0) === hourStart(startsAt[t] ?? 0) &&
      problem.slots[last]?.importPrice === problem.slots[t]?.importPrice;
    if (goesOn) found.at(-1)?.push(t);
    else found.push([t]);
  }
  return found.filter((slots) => slots.length > 1);
}

function levelRow(row: readonly number[], slots: readonly number[]): number[] {
  const meanKw = slots.reduce((sum, t) => sum + (row[t] ?? 0), 0) / slots.length;
  return row.map((kw, t) => (slots.includes(t) ? meanKw : kw));
}

function isLeastPower(
  home: HomeProblem,
  v: number,
  rows: Plan['powerKw'],
  [first = 0]: readonly number[],
): boolean {
  return (rows[v]?.[first] ?? 0) >= leastAmpere * (home.cars[v]?.basis.kwPerAmpere ?? 0);
}

function costsTheSame({ problem }: HomeProblem, before: Plan['powerKw'], after: Plan['powerKw']): boolean {
  const [was, is] = [checkPlan(problem, before), checkPlan(problem, after)];
  return (
    is.violations.length === 0 &&
    is.costNok <= was.costNok + sameCostNok &&
    is.shortfallKwh <= was.shortfallKwh + noKw
  );
}
