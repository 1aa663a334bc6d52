import type { Instant } from '../time/index.ts';

/** What one ended session cost and would have cost at full power from plug-in. Whole øre incl. VAT, grid-side kWh. */
export interface SavedSession {
  readonly vehicleRef: string;
  readonly pluggedInAt: Instant;
  readonly endedAt: Instant;
  readonly gridKwh: number;
  readonly costOre: number;
  readonly chargeNowOre: number;
  /** True where the price of some of the energy was unknown: the sums leave it out. */
  readonly unpriced: boolean;
  /** True where some energy was priced at rates not known for its day, or without the grid tariff. */
  readonly assumed: boolean;
}
