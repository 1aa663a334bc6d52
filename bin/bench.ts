import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { type BenchFigures, benchTable } from './bench/bench-table.ts';
import { classes } from './bench/classes.ts';
import { HELP } from './bench/help.ts';
import { type ClassFigures, type ClassLimits, measureClass } from './bench/measure-class.ts';
import { type FleetFigures, measureFleet } from './bench/measure-fleet.ts';
import { parseArguments } from './parse-arguments.ts';
import { progressBar } from './progress-bar.ts';
import { UsageError } from './usage-error.ts';

const FLEET_HOMES = 8000;
const WHOLE = { share: 1, limits: { warmUpMs: 2000, highsMs: 12_000 } };
const QUICK = { share: 0.1, limits: { warmUpMs: 200, highsMs: 1000 } };

async function main(): Promise<void> {
  const {
    quick = false,
    json = false,
    help = false,
    out,
  } = parseArguments(process.argv.slice(2), {
    quick: { type: 'boolean' },
    json: { type: 'boolean' },
    out: { type: 'string' },
    help: { type: 'boolean', short: 'h' },
  });
  if (help) {
    process.stdout.write(HELP);
    return;
  }
  const figures = await measure(quick ? QUICK : WHOLE);
  const text = json ? `${JSON.stringify(figures)}\n` : benchTable(figures);
  if (out === undefined) process.stdout.write(text);
  else writeFileSync(out, text);
}

async function measure({
  share,
  limits,
}: {
  readonly share: number;
  readonly limits: ClassLimits;
}): Promise<BenchFigures> {
  const chosen = classes.map((one) => ({ ...one, homes: Math.ceil(one.homes * share) }));
  const bar = progressBar(
    process.stderr,
    chosen.reduce((sum, { homes }) => sum + homes, 0),
  );
  const fleets: FleetFigures[] = [];
  for (const slots of [96, 144]) fleets.push(await measureFleet(Math.ceil(FLEET_HOMES * share), slots));
  const measured: ClassFigures[] = [];
  for (const one of chosen)
    measured.push(
      await measureClass(one, limits, () => bar.advance(`${one.name}, ${one.of.cars} × ${one.of.slots}`)),
    );
  bar.end();
  const machine = `${cpus()[0]?.model.trim() ?? 'unknown processor'}, ${cpus().length} cores, Node ${process.versions.node}`;
  return { fleets, classes: measured, date: new Date().toISOString().slice(0, 10), machine };
}

try {
  await main();
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
}
