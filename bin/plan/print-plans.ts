import { planProgress } from './plan-progress.ts';
import type { Printer } from './printers.ts';
import type { ProblemsRead } from './read-problems.ts';

/** Plans and prints one problem after the other: as JSON (an array for an array, one plan to a line), or drawn. */
export async function printPlans(
  { problems, many }: ProblemsRead,
  print: Printer,
  json: boolean,
): Promise<void> {
  const [before, between, after] = layout(many, json);
  const progress = planProgress(problems.length);
  process.stdout.write(before);
  for (const [i, problem] of problems.entries()) {
    progress.show(i);
    process.stdout.write((i > 0 ? between : '') + (await print(problem)));
  }
  progress.end();
  process.stdout.write(after);
}

function layout(many: boolean, json: boolean): [before: string, between: string, after: string] {
  if (!json) return ['', '\n\n', '\n'];
  return many ? ['[\n', ',\n', '\n]\n'] : ['', '', '\n'];
}
