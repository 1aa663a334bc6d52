/** Beyond these a number is a slip of the unit (øre for NOK, W for kW), not a home. */
export const MOST_NOK_PER_KWH = 1000;
export const MOST_NOK = 1_000_000;
export const MOST_KWH = 10_000;
export const MOST_KW = 10_000;

/** Power so little is none, kW: below what a meter counts, and what a checker takes for off. */
export const NOTHING_KW = 1e-6;

/** More than any home has. */
export const MOST_SLOTS = 300;
export const MOST_VEHICLES = 8;
