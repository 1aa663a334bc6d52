import { goals } from './goals.ts';
import { type ClassFigures, HIGHS_HOME_MS } from './measure-class.ts';
import type { FleetFigures } from './measure-fleet.ts';

export interface BenchFigures {
  readonly fleets: readonly FleetFigures[];
  readonly classes: readonly ClassFigures[];
  /** YYYY-MM-DD */
  readonly date: string;
  /** Processor, cores, Node. */
  readonly machine: string;
}

const CLASS_COLUMNS = [
  'class',
  'cars',
  'slots',
  'homes',
  'median ms',
  'p99 ms',
  'max ms',
  'proved',
  'worst gap NOK',
  'median gap',
  'HiGHS homes',
  'HiGHS ms',
  'ratio',
  'above HiGHS NOK',
];

/** The figures as a page of Markdown. */
export function benchTable({ fleets, classes, date, machine }: BenchFigures): string {
  return [
    '# Bench',
    '',
    `\`npm run bench\` on ${date}: ${machine}. Generated homes, the same on every machine (\`bin/bench/make-home.ts\`). A time is one plan from problem to`,
    'proved answer: reading, engine, check and lower bound, without the words. HiGHS alone solves every fourth home, as far as its time for a class reaches,',
    `as one mixed-integer programme (at most ${HIGHS_HOME_MS / 1000} s each); the ratio is its median time by ours on the same homes in the same run.`,
    '',
    '## Goals',
    '',
    ...table(
      ['', 'goal', 'measured', 'met'],
      goals(fleets, classes).map((each) => [each.what, each.goal, each.measured, each.isMet ? 'yes' : 'no']),
    ),
    '',
    '## Throughput',
    '',
    ...table(['fleet', 'slots', 'homes', 'workers', 'plans/s', 'proved'], fleets.map(fleetRow)),
    '',
    '## By class',
    '',
    ...table(CLASS_COLUMNS, classes.map(classRow)),
    '',
  ].join('\n');
}

function fleetRow(of: FleetFigures): string[] {
  return [
    '75/20/5 % one/two/three cars, fuse and step',
    `${of.slots}`,
    `${of.homes}`,
    `${of.workers}`,
    `${Math.round(of.plansPerSecond)}`,
    percent(of.proved),
  ];
}

function classRow(of: ClassFigures): string[] {
  const compared = of.highsHomes > 0;
  return [
    of.name,
    `${of.cars}`,
    `${of.slots}`,
    `${of.homes}`,
    ms(of.medianMs),
    ms(of.p99Ms),
    ms(of.maxMs),
    percent(of.proved),
    of.worstGapNok.toFixed(4),
    percent(of.medianGap),
    `${of.highsHomes}`,
    compared ? ms(of.highsMedianMs) : '–',
    compared ? `${(of.highsMedianMs / of.sameMedianMs).toFixed(1)}×` : '–',
    compared ? of.worseThanHighsNok.toFixed(4) : '–',
  ];
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const widths = head.map((name, i) => Math.max(name.length, ...rows.map((cells) => cells[i]?.length ?? 0)));
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join(' | ')} |`;
  return [line(head), `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`, ...rows.map(line)];
}

function ms(value: number): string {
  return value < 10 ? value.toFixed(3) : value.toFixed(1);
}

function percent(share: number): string {
  return `${(Math.round(share * 1000) / 10).toFixed(1)} %`;
}
