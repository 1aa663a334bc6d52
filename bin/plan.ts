import {
  type Engine,
  type Plan,
  type Problem,
  ProblemError,
  planCharging,
  standardEngines,
} from '../lib/planning/index.ts';
import { findHome } from './home/find-home.ts';
import { HELP } from './plan/help.ts';
import { printPlans } from './plan/print-plans.ts';
import { homePrinter, plainPrinter } from './plan/printers.ts';
import { type PlanCommand, readOptions } from './plan/read-options.ts';
import { readProblems } from './plan/read-problems.ts';
import { toldOfHome } from './plan/told-of-home.ts';
import { UsageError } from './usage-error.ts';

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2));
  if (options === 'help') {
    process.stdout.write(HELP);
    return;
  }
  const home = options.home && findHome(options.home);
  const { problems, many } = await readProblems(options.problem);
  const plan = (problem: Problem): Promise<Plan> =>
    planCharging(problem, {
      engines: enginesOf(options.engine),
      stopwatchMs: () => performance.now(),
      withWouldCost: options.whatIf,
    });
  const print = home ? homePrinter(plan, home, options.json) : plainPrinter(plan, options.json);
  const told = problems.map((problem) => toldOfHome(problem, options));
  await printPlans({ problems: told, many }, print, options.json);
}

function enginesOf(name: PlanCommand['engine']): readonly Engine[] {
  return name === 'auto' ? standardEngines : standardEngines.filter((engine) => engine.name === name);
}

// Whoever reads us may have seen enough (`| head`).
process.stdout.on('error', () => process.exit());

try {
  await main();
} catch (error) {
  if (!(error instanceof UsageError || error instanceof ProblemError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
}
