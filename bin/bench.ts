import { benchTable } from './bench/bench-table.ts';
import { classes } from './bench/classes.ts';
import { HELP } from './bench/help.ts';
import { type ClassFigures, measureClass } from './bench/measure-class.ts';
import { type FleetFigures, measureFleet } from './bench/measure-fleet.ts';
import { parseArguments } from './parse-arguments.ts';
import { progressBar } from './progress-bar.ts';
import { UsageError } from './usage-error.ts';

const QUICK = 0.1;

async function main(): Promise<void> {
  const {
    quick = false,
    json = false,
    help = false,
  } = parseArguments(process.argv.slice(2), {
    quick: { type: 'boolean' },
    json: { type: 'boolean' },
    help: { type: 'boolean', short: 'h' },
  });
  if (help) {
    process.stdout.write(HELP);
    return;
  }
  const scale = quick ? QUICK : 1;
  const chosen = classes.map((one) => ({ ...one, homes: Math.ceil(one.homes * scale) }));
  const total = chosen.reduce((sum, { homes }) => sum + homes, 0);
  const bar = progressBar(process.stderr, total);
  const fleets: FleetFigures[] = [];
  for (const slots of [96, 144]) fleets.push(await measureFleet(Math.ceil(4000 * scale), slots));
  const figures: ClassFigures[] = [];
  for (const one of chosen) figures.push(await measureClass(one, () => bar.advance(one.name)));
  bar.end();
  const date = new Date().toISOString().slice(0, 10);
  process.stdout.write(
    json ? `${JSON.stringify({ fleets, classes: figures })}\n` : benchTable(fleets, figures, date),
  );
}

try {
  await main();
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
}
