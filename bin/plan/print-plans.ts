import { drawPlan, type Plan, type Problem } from '../../lib/planning/index.ts';
import type { ProblemsRead } from './read-problems.ts';

/** From here on a person wants to see that something happens. */
const MANY = 500;

type Planner = (problem: Problem) => Plan;

/** Plans and prints one problem after the other: as JSON (an array for an array, one plan to a line), or drawn. */
export function printPlans({ problems, many }: ProblemsRead, plan: Planner, json: boolean): void {
  const [before, between, after] = layout(many, json);
  const draw = json ? (_: Problem, made: Plan) => JSON.stringify(made) : drawer();
  process.stdout.write(before);
  for (const [i, problem] of problems.entries()) {
    showProgress(i, problems.length);
    process.stdout.write((i > 0 ? between : '') + draw(problem, plan(problem)));
  }
  process.stdout.write(after);
}

function layout(many: boolean, json: boolean): [before: string, between: string, after: string] {
  if (!json) return ['', '\n\n', '\n'];
  return many ? ['[\n', ',\n', '\n]\n'] : ['', '', '\n'];
}

/** Colour and width are the terminal's; in a pipe, and with NO_COLOR (no-color.org), plain text of 80 columns. */
function drawer(): (problem: Problem, plan: Plan) => string {
  const { isTTY, columns } = process.stdout;
  const { NO_COLOR, TERM } = process.env;
  const width = isTTY ? Math.min(100, Math.max(60, columns || 80)) : 80;
  const color = isTTY && !NO_COLOR && TERM !== 'dumb';
  return (problem, plan) => drawPlan(problem, plan, { width, color });
}

function showProgress(done: number, of: number): void {
  if (of < MANY || !process.stderr.isTTY || done % 100 !== 0) return;
  process.stderr.write(done + 100 < of ? `\r${done} of ${of} planned` : '\r\u001b[K');
}
