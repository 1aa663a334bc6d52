/** A level that the car's energy should reach when a slot begins (or the window ends). */
export interface Goal {
  /** Counted from the window's first slot; the number of slots is the end. */
  readonly slot: number;
  readonly kwh: number;
  /** What a missing kWh costs, NOK; a goal without it must be met. */
  readonly nokPerKwh?: number;
}

/** Slots that share an allowance of energy bought at the dear price: a clock hour under a capacity step. */
export interface Allowance {
  /** First slot, and the one after the last. */
  readonly from: number;
  readonly to: number;
  readonly kwh: number;
}

/**
 * One car that is either off or takes at least so much: its window's slots, counted from 0, energy in grid-side kWh. In each slot
 * the first `cheapKwh` (sun that would be given away) cost `cheapPrice`, the rest `price`, which is not below it.
 */
export interface OnOffTask {
  readonly leastKwh: Float64Array;
  /** 0 where the car may not charge. */
  readonly mostKwh: Float64Array;
  /** Slots that cannot be off: without them a goal is out of reach. */
  readonly must: Uint8Array;
  readonly price: Float64Array;
  readonly cheapPrice: Float64Array;
  readonly cheapKwh: Float64Array;
  /** Most that the battery may give, as the charging that it undoes, and what each kWh of that earns, NOK. */
  readonly giveKwh: Float64Array;
  readonly givePrice: Float64Array;
  /** Between these the battery stays, counted from its begin: the floor is not above 0. */
  readonly floorKwh: number;
  readonly roomKwh: number;
  readonly goals: readonly Goal[];
  readonly allowances: readonly Allowance[];
  readonly startNok: number;
  /** At most one start. */
  readonly oneBlock: boolean;
  /** Of equally dear slots of a clock hour the last are taken first. */
  readonly late: boolean;
}
