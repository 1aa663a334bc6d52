import type { CrashPoint } from '../../../lib/local/functions/crash-point.ts';

/**
 * Runs a scenario once for every place where an invocation can die, until it outlives them all; the scenario sets the
 * crash after the nth call to the world outside and answers it. Dying before a call leaves what dying after the one
 * before it left, so "after" covers every state that a crash can leave. Answers how many places there were.
 */
export async function crashEverywhere(scenario: (nth: number) => Promise<CrashPoint>): Promise<number> {
  let places = 0;
  while ((await scenario(places + 1)).fired) places += 1;
  return places;
}
