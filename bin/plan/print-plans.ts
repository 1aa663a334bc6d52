import { drawPlan, type Plan, type Problem } from '../../lib/planning/index.ts';
import type { ProblemsRead } from './read-problems.ts';

/** From here on a person wants to see that something happens. */
const MANY = 500;

/** Plans and prints one problem after the other: as JSON (one plan to a line), or drawn. */
export function printPlans(
  { problems, many }: ProblemsRead,
  plan: (problem: Problem) => Plan,
  json: boolean,
): void {
  const draw = drawer();
  if (json && many) process.stdout.write('[');
  for (const [i, problem] of problems.entries()) {
    showProgress(i, problems.length);
    const made = plan(problem);
    if (json) process.stdout.write(`${many ? `${i > 0 ? ',' : ''}\n` : ''}${JSON.stringify(made)}`);
    else process.stdout.write(`${i > 0 ? '\n' : ''}${draw(problem, made)}\n`);
  }
  if (json) process.stdout.write(many ? '\n]\n' : '\n');
}

/** Colour and width are the terminal's; in a pipe, and with NO_COLOR (no-color.org), plain text of 80 columns. */
function drawer(): (problem: Problem, plan: Plan) => string {
  const { isTTY, columns } = process.stdout;
  const width = isTTY ? Math.min(100, Math.max(60, columns)) : 80;
  const color = isTTY === true && !process.env['NO_COLOR'] && process.env['TERM'] !== 'dumb';
  return (problem, plan) => drawPlan(problem, plan, { width, color });
}

function showProgress(done: number, of: number): void {
  if (of < MANY || !process.stderr.isTTY || done % 100 !== 0) return;
  process.stderr.write(`\r${done} of ${of} planned`);
  if (done + 100 >= of) process.stderr.write('\r\u001b[K');
}
