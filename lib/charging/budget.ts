import type { Command } from '../devices/index.ts';
import type { CallBudget } from '../homes/index.ts';
import { type Instant, localDate } from '../time/index.ts';

/** Calls per car and Europe/Oslo day. A car polled every quarter hour takes 96 reads; a night has a handful of commands and one wake. */
export const dailyCalls = { reads: 150, commands: 30, wakes: 6 } as const;
/** The last of each is kept for what matters most: reads for a command's sake, commands that start charging. */
const keptForPurpose = 40;
const keptForStart = 10;

/** Today's budget: a new day starts at nothing spent. */
export function budgetOn(budget: CallBudget, now: Instant): CallBudget {
  const date = localDate(now);
  return budget.date === date ? budget : { date, reads: 0, commands: 0, wakes: 0 };
}

export function spend(budget: CallBudget, what: 'reads' | 'commands' | 'wakes', now: Instant): CallBudget {
  const today = budgetOn(budget, now);
  return { ...today, [what]: today[what] + 1 };
}

/** `poll`: just to know; `purpose`: a command or a plan hangs on it. */
export function mayRead(budget: CallBudget, why: 'poll' | 'purpose', now: Instant): boolean {
  const kept = why === 'poll' ? keptForPurpose : 0;
  return budgetOn(budget, now).reads < dailyCalls.reads - kept;
}

/** A car is never stopped with the last commands of the day: there must be one left to start it again. */
export function mayCommand(budget: CallBudget, kind: Command['kind'], now: Instant): boolean {
  const kept = kind === 'start' ? 0 : keptForStart;
  return budgetOn(budget, now).commands < dailyCalls.commands - kept;
}

export function mayWake(budget: CallBudget, now: Instant): boolean {
  return budgetOn(budget, now).wakes < dailyCalls.wakes;
}
