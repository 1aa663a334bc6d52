import type { Schedule } from './cheapest-schedule.ts';
import type { Allowance, OnOffTask } from './task.ts';

/** Less than this below a goal is a rounding, kWh. */
const ROUNDING_KWH = 1e-7;

/** Whether a schedule meets all goals that must be met, those inside an hour that shares an allowance too. */
export function isWithinGoals({ goals }: OnOffTask, { kwh }: Schedule): boolean {
  return goals.every(({ slot, kwh: goal, nokPerKwh }) => {
    if (nokPerKwh !== undefined) return true;
    let has = 0;
    for (let t = 0; t < slot; t += 1) has += kwh[t] as number;
    return has >= goal - ROUNDING_KWH;
  });
}

/** Allowances divided where a goal lies within: as much as can be for the part before it. */
export function splitAtGoals(task: OnOffTask): OnOffTask {
  const cuts = new Set(task.goals.map(({ slot }) => slot));
  return { ...task, allowances: task.allowances.flatMap((allowance) => divided(task, allowance, cuts)) };
}

function divided(
  { mostKwh, cheapKwh }: OnOffTask,
  { from, to, kwh }: Allowance,
  cuts: ReadonlySet<number>,
): Allowance[] {
  const parts: Allowance[] = [];
  let [begin, left, most] = [from, kwh, 0];
  for (let t = from; t < to; t += 1) {
    most += Math.max(0, (mostKwh[t] as number) - (cheapKwh[t] as number));
    if (t + 1 < to && !cuts.has(t + 1)) continue;
    const share = t + 1 < to ? Math.min(left, most) : left;
    parts.push({ from: begin, to: t + 1, kwh: share });
    [begin, left, most] = [t + 1, left - share, 0];
  }
  return parts;
}
