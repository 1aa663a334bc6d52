/**
 * Prices of what the cars share (Lagrange multipliers), each from 0. Whatever they are, they give a valid lower bound; the duals of an
 * optimal linear program give the best one.
 */
export interface Prices {
  /** What one more kWh of fuse would be worth in each slot, NOK; empty: nothing in any. */
  readonly fuse: Float64Array;
  /** What one kWh less in each clock hour would be worth to the month's demand, NOK; empty: nothing in any, as where there are no capacity steps. */
  readonly hour: Float64Array;
  /** What one more kWh of sun would be worth in each slot, NOK, where several cars share it. Absent: nothing. */
  readonly sun?: Float64Array | undefined;
  /** What a battery kWh missing is reckoned to cost, NOK, where cars keep it from each other. Absent: none is missing that a car alone would not miss. */
  readonly missing?: number | undefined;
  /** How that price is shared out on the points of each car's reserve, NOK per grid kWh; absent: all on the last. */
  readonly reserve?: readonly (readonly number[])[] | undefined;
  /**
   * The capacity step they are meant for: each car is then held within what the clock hours of that step leave to it, so that they say
   * nothing of plans beyond it. Absent: they are for all.
   */
  readonly step?: number | undefined;
}
