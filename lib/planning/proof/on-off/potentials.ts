import type { Purchase } from './purchase.ts';
import type { Stage } from './stages.ts';

/** What a schedule at least costs from the begin to each stage and state, when each kWh bought is worth so much. */
export interface PotentialAt {
  readonly worth: number;
  /** [stage][state] */
  readonly reached: readonly Float64Array[];
  /** At the end, in the cheapest state, and what is bought on the way there. */
  readonly endNok: number;
  readonly boughtKwh: number;
}

/** Potentials of all stages for any worth of a kWh. */
export class Potentials {
  /** How much there is to look at. */
  readonly size: number;
  readonly #stages: readonly Stage[];

  constructor(stages: readonly Stage[]) {
    this.#stages = stages;
    let size = 0;
    for (const { moves } of stages)
      for (const { purchase, entries } of moves) size += 2 + purchase.segments.length + entries.length;
    this.size = size;
  }

  at(worth: number): PotentialAt {
    const reached = [Float64Array.of(0, Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY)];
    let bought = new Float64Array(3);
    let before = reached[0] as Float64Array;
    for (let k = 0; k < this.#stages.length; k += 1) {
      const cost = new Float64Array(3).fill(Number.POSITIVE_INFINITY);
      const kwh = new Float64Array(3);
      relax(this.#stages[k] as Stage, worth, before, bought, cost, kwh);
      reached.push(cost);
      before = cost;
      bought = kwh;
    }
    let end = 0;
    for (let state = 1; state < 3; state += 1)
      if ((before[state] as number) < (before[end] as number)) end = state;
    return { worth, reached, endNok: before[end] as number, boughtKwh: bought[end] as number };
  }
}

function relax(
  { moves }: Stage,
  worth: number,
  before: Float64Array,
  bought: Float64Array,
  cost: Float64Array,
  kwh: Float64Array,
): void {
  let group = -1;
  let [nok, energy] = [0, 0];
  for (let m = 0; m < moves.length; m += 1) {
    const move = moves[m] as Stage['moves'][number];
    if (move.group !== group) {
      group = move.group;
      nok = leastAt(move.purchase, worth);
      energy = energyAt(move.purchase, worth);
    }
    for (let i = 0; i < move.entries.length; i += 1) {
      const entry = move.entries[i] as (typeof move.entries)[number];
      const sum = (before[entry.from] as number) + entry.nok + nok;
      if (sum >= (cost[move.to] as number)) continue;
      cost[move.to] = sum;
      kwh[move.to] = (bought[entry.from] as number) + energy;
    }
  }
}

/** The cheapest a purchase can be when each kWh is worth so much. */
export function leastAt({ leastKwh, leastNok, segments }: Purchase, worth: number): number {
  let nok = leastNok - worth * leastKwh;
  for (let i = 0; i < segments.length; i += 1) {
    const { price, kwh } = segments[i] as Purchase['segments'][number];
    if (price < worth) nok += (price - worth) * kwh;
  }
  return nok;
}

function energyAt({ leastKwh, segments }: Purchase, worth: number): number {
  let energy = leastKwh;
  for (let i = 0; i < segments.length; i += 1) {
    const { price, kwh } = segments[i] as Purchase['segments'][number];
    if (price < worth) energy += kwh;
  }
  return energy;
}
