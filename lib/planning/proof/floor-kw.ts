/** Powers are told to the microwatt. */
export const STEPS_PER_KW = 1e9;

/** Down to whole microwatts. */
export function floorKw(kw: number): number {
  return Math.floor(kw * STEPS_PER_KW) / STEPS_PER_KW;
}
