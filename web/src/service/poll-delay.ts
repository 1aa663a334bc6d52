import type { LocalClock } from '../api/local-clock.ts';

/** Simulated time runs fast, and so must the page. */
const SIMULATED_MS = 1_000;
const CALM_MS = 30_000;
/** Shortly after the customer asked for something, they wait for it. */
const EAGER_MS = 2_000;
const LONGEST_MS = 60_000;

export interface PollSituation {
  readonly clock: LocalClock | null;
  readonly isEager: boolean;
  /** Unanswered polls in a row. */
  readonly failures: number;
}

/** How long to wait before asking again, ms. Each failure doubles it: a service in trouble is not asked more often. */
export function pollDelay({ clock, isEager, failures }: PollSituation): number {
  const isSimulated = clock !== null && clock.speed !== 1;
  const usual = isSimulated ? SIMULATED_MS : isEager ? EAGER_MS : CALM_MS;
  return Math.min(usual * 2 ** failures, Math.max(usual, LONGEST_MS));
}
