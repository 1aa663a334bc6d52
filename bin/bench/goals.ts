import { quantile } from './figures.ts';
import type { ClassFigures } from './measure-class.ts';
import type { FleetFigures } from './measure-fleet.ts';

/** What was to be reached, and what was. */
export interface Goal {
  readonly what: string;
  readonly goal: string;
  readonly measured: string;
  readonly isMet: boolean;
}

/** The goals that these figures say something of. */
export function goals(fleets: readonly FleetFigures[], classes: readonly ClassFigures[]): Goal[] {
  const leastPower = classes.filter(({ kind }) => kind === 'least power');
  return [
    ...fleets.filter(({ slots }) => slots === 96).map(fleetGoal),
    ...classes.filter(isPriceOnly).map(priceOnlyGoal),
    ...linearGoal(classes.filter(({ kind, slots }) => kind === 'linear' && slots === 192)),
    ...leastPowerGoal(leastPower.filter(({ cars }) => cars === 1)),
    ...leastPower.filter(({ cars }) => cars === 3).map(jointGoal),
  ];
}

function fleetGoal({ plansPerSecond, proved, workers }: FleetFigures): Goal {
  return {
    what: `fleet, 96 slots, ${workers} workers`,
    goal: '≥ 2000 plans/s, all proved',
    measured: `${Math.round(plansPerSecond)} plans/s, ${percent(proved)} proved`,
    isMet: plansPerSecond >= 2000 && proved === 1,
  };
}

function isPriceOnly({ name, slots }: ClassFigures): boolean {
  return name === 'price only' && slots === 96;
}

function priceOnlyGoal({ medianMs }: ClassFigures): Goal {
  return {
    what: 'one car, price only, 96 slots',
    goal: 'median ≤ 50 µs',
    measured: `median ${Math.round(1000 * medianMs)} µs`,
    isMet: medianMs <= 0.05,
  };
}

function linearGoal(classes: readonly ClassFigures[]): Goal[] {
  if (classes.length === 0) return [];
  const worst = Math.max(...classes.map(({ p99Ms }) => p99Ms));
  return [
    {
      what: 'any power from 0 up, 192 slots, worst class',
      goal: 'p99 ≤ 25 ms',
      measured: `p99 ${worst.toFixed(1)} ms`,
      isMet: worst <= 25,
    },
  ];
}

function leastPowerGoal(classes: readonly ClassFigures[]): Goal[] {
  if (classes.length === 0) return [];
  const homes = classes.reduce((sum, each) => sum + each.homes, 0);
  const proved = classes.reduce((sum, each) => sum + each.proved * each.homes, 0) / homes;
  const worstGapNok = Math.max(...classes.map((each) => each.worstGapNok));
  const medianMs = quantile(
    classes.filter(({ slots }) => slots === 96).map((each) => each.medianMs),
    1,
  );
  return [
    {
      what: 'least power and starts, one car',
      goal: '≥ 95 % proved, gap ≤ 0.10 NOK, median ≤ 5 ms at 96 slots',
      measured: `${percent(proved)} proved, gap ≤ ${worstGapNok.toFixed(3)} NOK, median ${medianMs.toFixed(1)} ms`,
      isMet: proved >= 0.95 && worstGapNok <= 0.1 && medianMs <= 5,
    },
  ];
}

function jointGoal({ maxMs, medianGap, slots }: ClassFigures): Goal {
  return {
    what: `least power and starts, three cars together, ${slots} slots`,
    goal: 'worst time ≤ 3 s, median gap ≤ 2 %',
    measured: `worst time ${(maxMs / 1000).toFixed(1)} s, median gap ${percent(medianGap)}`,
    isMet: maxMs <= 3000 && medianGap <= 0.02,
  };
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}
