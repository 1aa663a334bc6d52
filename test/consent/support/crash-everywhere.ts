import type { CrashMoment, CrashPoint } from '../../../lib/local/functions/crash-point.ts';

/** Where an invocation was cut off: at its nth call to the world outside, before or after that call took effect. */
export interface Cut {
  readonly nth: number;
  readonly moment: CrashMoment;
}

/**
 * Runs a scenario once for every place where an invocation can die, until it outlives them all; the scenario answers the
 * crash point that it set. Answers how many places there were.
 */
export async function crashEverywhere(scenario: (cut: Cut) => Promise<CrashPoint>): Promise<number> {
  let places = 0;
  for (const moment of ['before', 'after'] as const) {
    for (let nth = 1; (await scenario({ nth, moment })).fired; nth += 1) places += 1;
  }
  return places;
}
