/**
 * Beyond these a figure is a slip of somebody's pen, and must not steer a car: several times the dearest grid owner of 2026.
 * Below zero a little: where more is produced than used, losses fall with use (KE Nett, autumn 2024: −2 øre at night).
 */
export const MIN_ORE_PER_KWH = -20;
export const MAX_ORE_PER_KWH = 500;
export const MAX_NOK_PER_YEAR = 1_000_000;
/** The longest name of a tariff that a customer can choose by. */
export const MAX_TARIFF_NAME = 100;
/** kW, or amperes of a main fuse. */
export const MAX_THRESHOLD = 10_000;
