import type { Problem } from '../../lib/planning/index.ts';
import type { ProblemsRead } from './read-problems.ts';

/** From here on a person wants to see that something happens. */
const MANY = 500;

/** A problem's plan as it is printed. */
type Printer = (problem: Problem) => Promise<string>;

/** Plans and prints one problem after the other: as JSON (an array for an array, one plan to a line), or drawn. */
export async function printPlans(
  { problems, many }: ProblemsRead,
  print: Printer,
  json: boolean,
): Promise<void> {
  const [before, between, after] = layout(many, json);
  process.stdout.write(before);
  for (const [i, problem] of problems.entries()) {
    showProgress(i, problems.length);
    process.stdout.write((i > 0 ? between : '') + (await print(problem)));
  }
  process.stdout.write(after);
}

function layout(many: boolean, json: boolean): [before: string, between: string, after: string] {
  if (!json) return ['', '\n\n', '\n'];
  return many ? ['[\n', ',\n', '\n]\n'] : ['', '', '\n'];
}

function showProgress(done: number, of: number): void {
  if (of < MANY || !process.stderr.isTTY || done % 100 !== 0) return;
  process.stderr.write(done + 100 < of ? `\r${done} of ${of} planned` : '\r\u001b[K');
}
