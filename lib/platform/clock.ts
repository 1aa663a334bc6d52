import type { Clock } from './platform.ts';

/** The machine's own clock. Everything else is given one, so that time can be made to run fast. */
export const systemClock: Clock = { now: () => Date.now() };
