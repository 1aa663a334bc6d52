import { checkPlan, type Plan } from '../planning/index.ts';
import { HOUR_MS, QUARTER_MS } from '../time/index.ts';
import type { HomeProblem } from './home-problem.ts';
import { leastAmpere } from './physics.ts';

/** A schedule as cars can be told it: powers, and where a car is to take less than it could, how many amperes on each phase. */
export interface Currents {
  readonly powerKw: readonly (readonly number[])[];
  /** Null: off, or as much as the car takes. */
  readonly ampere: readonly (readonly (number | null)[])[];
}

type Draft = { readonly powerKw: number[][]; readonly ampere: (number | null)[][] };

/** Powers and energies below this are rounding, kW and kWh. */
const nothing = 1e-6;
const hoursOfSlot = QUARTER_MS / HOUR_MS;

/**
 * Whole amperes, last of all: a quarter hour inside a block that is charged with less than full power is charged at the amperes below
 * it, and what that leaves missing is made up ampere by ampere in the cheapest quarters that have room. At the edge of a block the
 * car charges at full power for part of the quarter hour instead, unless the fuse forbids. Null where the rounded schedule breaks a limit
 * or costs a step of the fee.
 */
export function roundToAmperes(home: HomeProblem, plan: Pick<Plan, 'powerKw'>): Currents | null {
  const before = checkPlan(home.problem, plan.powerKw);
  const { powerKw, ampere } = roundedDown(home, plan.powerKw);
  const holds = (rows: readonly (readonly number[])[]) => {
    const check = checkPlan(home.problem, rows);
    return check.violations.length === 0 && check.parts.capacityNok <= before.parts.capacityNok + nothing;
  };
  for (const v of home.cars.keys()) {
    const wantedKwh = energyOf(plan.powerKw[v] ?? []);
    while (raiseAll(home, { powerKw, ampere }, { v, wantedKwh }, holds));
  }
  const after = checkPlan(home.problem, powerKw);
  return holds(powerKw) && after.shortfallKwh <= before.shortfallKwh + nothing ? { powerKw, ampere } : null;
}

/**
 * At the amperes below, where rounding found nothing better. Behind a fuse that is what is told as well; without one the powers stay:
 * a step of the fee is not reached for a crumb.
 */
export function amperesBelow(home: HomeProblem, powerKw: Plan['powerKw']): Currents {
  const rounded = roundedDown(home, powerKw);
  return home.problem.fuseKw === undefined ? { ...rounded, powerKw } : rounded;
}

function roundedDown(home: HomeProblem, rows: Plan['powerKw']): Draft {
  const powerKw = rows.map((row) => [...row]);
  const ampere = rows.map((row) => row.map((): number | null => null));
  for (const [v, { basis }] of home.cars.entries()) {
    const { kwPerAmpere } = basis;
    if (kwPerAmpere === null) continue;
    for (const [t, kw] of (rows[v] ?? []).entries()) {
      if (!isThrottled(home, rows, v, t)) continue;
      const perAmpere = kwPerAmpere * restOf(home, t);
      const most = Math.max(leastAmpere, Math.floor(kw / perAmpere + nothing));
      (ampere[v] as (number | null)[])[t] = most;
      (powerKw[v] as number[])[t] = Math.min(kw, most * perAmpere);
    }
  }
  return { powerKw, ampere };
}

/** The share of a slot's time that lies ahead: the current one is partly behind. */
function restOf({ startsAt, current, cars }: HomeProblem, t: number): number {
  const now = cars[0]?.basis.now ?? 0;
  return t === current ? ((startsAt[t] ?? now) + QUARTER_MS - now) / QUARTER_MS : 1;
}

/** Charges with less than it could, and not because the quarter hour is only partly used. */
function isThrottled(home: HomeProblem, rows: Plan['powerKw'], v: number, t: number): boolean {
  const kwAt = (car: number, slot: number) => rows[car]?.[slot] ?? 0;
  const { problem } = home;
  const vehicle = problem.vehicles[v];
  if (vehicle === undefined || kwAt(v, t) <= nothing) return false;
  if (kwAt(v, t) >= vehicle.maxKw * restOf(home, t) - nothing) return false;
  const isInside = kwAt(v, t - 1) > nothing && kwAt(v, t + 1) > nothing;
  const fullKw = problem.vehicles.reduce(
    (sum, { maxKw }, car) => sum + (kwAt(car, t) > nothing ? maxKw : 0),
    0,
  );
  const load = home.meter[t]?.baseLoadKw ?? 0;
  return isInside || load + fullKw > (problem.fuseKw ?? Number.POSITIVE_INFINITY) + nothing;
}

/** One ampere more in every quarter of the car that has room, the cheapest first, while energy is missing; false where none had. */
function raiseAll(
  home: HomeProblem,
  schedule: Draft,
  { v, wantedKwh }: { v: number; wantedKwh: number },
  holds: (rows: number[][]) => boolean,
): boolean {
  let isRaised = false;
  for (const t of cheapestFirst(home, schedule.powerKw[v] ?? [])) {
    const missing = wantedKwh - energyOf(schedule.powerKw[v] ?? []);
    if (missing > nothing && raise(home, schedule, { v, t, missing }, holds)) isRaised = true;
  }
  return isRaised;
}

/** One ampere more, or at an edge as much of the quarter hour as is missing; false where a limit says no. */
function raise(
  home: HomeProblem,
  { powerKw, ampere }: Draft,
  { v, t, missing }: { v: number; t: number; missing: number },
  holds: (rows: number[][]) => boolean,
): boolean {
  const row = powerKw[v] ?? [];
  const kw = row[t] ?? 0;
  const told = ampere[v]?.[t] ?? null;
  const maxKw = (home.problem.vehicles[v]?.maxKw ?? 0) * restOf(home, t);
  const perAmpere = (home.cars[v]?.basis.kwPerAmpere ?? 0) * restOf(home, t);
  const step = told === null ? missing / hoursOfSlot : perAmpere;
  const raised = Math.min(maxKw, kw + step);
  row[t] = raised;
  if (raised <= kw + nothing || !holds(powerKw)) {
    row[t] = kw;
    return false;
  }
  if (told !== null) (ampere[v] as (number | null)[])[t] = told + 1;
  return true;
}

function cheapestFirst({ problem }: HomeProblem, row: readonly number[]): number[] {
  const on = [...row.keys()].filter((t) => (row[t] ?? 0) > nothing);
  const price = (t: number) => problem.slots[t]?.importPrice ?? 0;
  return on.sort((a, b) => price(a) - price(b) || a - b);
}

function energyOf(row: readonly number[]): number {
  return row.reduce((sum, kw) => sum + kw * hoursOfSlot, 0);
}
