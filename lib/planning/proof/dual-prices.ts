/**
 * Prices of what the cars share (Lagrange multipliers), each from 0. Whatever they are, they give a valid lower bound; the duals of an
 * optimal linear program give the best one.
 */
export interface Prices {
  /** What one more kWh of fuse would be worth in each slot, NOK. */
  readonly fuse: Float64Array;
  /** What one kWh less in each clock hour would be worth to the month's demand, NOK; empty where there are no capacity steps. */
  readonly hour: Float64Array;
}
