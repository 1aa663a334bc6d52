import type { Budget } from '../budget.ts';
import type { Move, Stage, State } from './stages.ts';

const STATES: readonly State[] = [0, 1, 2];
const HALVINGS = 40;
/** What a segment of a move costs to look at, units. */
const SEGMENT_UNITS = 0.07;
/** Worths nearer than this, NOK per kWh, give the same bound but for a hair. */
const FINE_NOK = 1e-5;
const FIRST_WORTH = 0.25;
const LEAST_WORTH = 1e4;

/** What a schedule at least costs that is paid `worth` for each kWh: from the begin to each stage and state. */
export interface Potential {
  /** NOK per kWh. */
  readonly worth: number;
  /** [stage][state]: least cost until there, less the worth of the energy bought. */
  readonly reached: readonly Float64Array[];
  /** Least cost of a whole schedule that has its goals met (weak duality). */
  readonly boundNok: number;
}

/**
 * The worth of a kWh that gives the best lower bound: buying between `needKwh` and `roomKwh` is put into the price. The bound is
 * concave in the worth, its slope is the need less what is bought, so halving finds the top. `mostWorth` limits it from above.
 */
export function bestPotential(
  stages: readonly Stage[],
  needKwh: number,
  roomKwh: number,
  mostWorth: number,
  budget: Budget,
): Potential {
  const units = SEGMENT_UNITS * segmentsOf(stages);
  const at = (worth: number) => {
    budget.spend(units);
    return potentialAt(stages, worth, needKwh, roomKwh);
  };
  let best = at(0);
  const upwards = best.slope > 0;
  if (!upwards && best.bought <= roomKwh) return best;
  let [low, high] = upwards ? [0, firstOver(at, mostWorth)] : [firstUnder(at), 0];
  for (let i = 0; i < HALVINGS && high - low > FINE_NOK; i += 1) {
    const found = at((low + high) / 2);
    if (found.boundNok > best.boundNok) best = found;
    if (found.slope > 0) low = found.worth;
    else high = found.worth;
  }
  const last = at(high);
  return last.boundNok > best.boundNok ? last : best;
}

function segmentsOf(stages: readonly Stage[]): number {
  let count = 0;
  for (const { moves } of stages) for (const { segments } of moves) count += 2 + segments.length;
  return count;
}

type Potentials = (worth: number) => ReturnType<typeof potentialAt>;

/** A worth at which enough is bought. */
function firstOver(at: Potentials, mostWorth: number): number {
  let worth = FIRST_WORTH;
  while (worth < mostWorth && at(worth).slope > 0) worth *= 2;
  return Math.min(worth, mostWorth);
}

/** A worth below 0 at which no more is bought than there is room for. */
function firstUnder(at: Potentials): number {
  let worth = -FIRST_WORTH;
  while (worth > -LEAST_WORTH && at(worth).slope < 0) worth *= 2;
  return worth;
}

function potentialAt(stages: readonly Stage[], worth: number, needKwh: number, roomKwh: number) {
  const reached = [Float64Array.of(0, Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY)];
  let bought = new Float64Array(3);
  for (const [k, { moves }] of stages.entries()) {
    const cost = new Float64Array(3).fill(Number.POSITIVE_INFINITY);
    const kwh = new Float64Array(3);
    for (const move of moves) relax(move, worth, reached[k] as Float64Array, bought, cost, kwh);
    reached.push(cost);
    bought = kwh;
  }
  const cost = reached.at(-1) as Float64Array;
  const end = STATES.reduce((a, b) => ((cost[b] as number) < (cost[a] as number) ? b : a));
  const wanted = worth >= 0 ? needKwh : roomKwh;
  const total = bought[end] as number;
  return {
    worth,
    reached,
    boundNok: (cost[end] as number) + worth * wanted,
    slope: wanted - total,
    bought: total,
  };
}

function relax(
  move: Move,
  worth: number,
  reached: Float64Array,
  bought: Float64Array,
  cost: Float64Array,
  kwh: Float64Array,
): void {
  const nok = leastAt(move, worth);
  for (const entry of move.entries) {
    const sum = (reached[entry.from] as number) + entry.nok + nok;
    if (sum >= (cost[move.to] as number)) continue;
    cost[move.to] = sum;
    kwh[move.to] = (bought[entry.from] as number) + energyAt(move, worth);
  }
}

/** The cheapest a move can be when each kWh is worth so much. */
export function leastAt({ leastKwh, leastNok, segments }: Move, worth: number): number {
  let nok = leastNok - worth * leastKwh;
  for (const { price, kwh } of segments) nok += Math.min(0, price - worth) * kwh;
  return nok;
}

function energyAt({ leastKwh, segments }: Move, worth: number): number {
  let energy = leastKwh;
  for (const { price, kwh } of segments) if (price < worth) energy += kwh;
  return energy;
}
