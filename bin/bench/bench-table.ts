import { cpus } from 'node:os';
import type { ClassFigures } from './measure-class.ts';
import type { FleetFigures } from './measure-fleet.ts';

/** The figures as a page of Markdown, with the machine they were measured on. */
export function benchTable(
  fleets: readonly FleetFigures[],
  figures: readonly ClassFigures[],
  date: string,
): string {
  const [cpu] = cpus();
  return [
    '# Bench',
    '',
    `\`npm run bench\` on ${date}: ${cpu?.model.trim() ?? 'unknown processor'}, ${cpus().length} cores, Node ${process.versions.node}. Generated homes, the same on every machine`,
    '(`bin/bench/make-home.ts`). A time is one plan from problem to proved answer: engine, check and lower bound. HiGHS alone solves every fourth home as one',
    'mixed-integer programme; the ratio is its median time by ours on the same machine in the same run.',
    '',
    '## Throughput',
    '',
    ...table(
      ['fleet', 'slots', 'homes', 'workers', 'plans/s', 'proved'],
      fleets.map((fleet) => [
        '75/20/5 % one/two/three cars, fuse and step',
        `${fleet.slots}`,
        `${fleet.homes}`,
        `${fleet.workers}`,
        `${Math.round(fleet.plansPerSecond)}`,
        percent(fleet.proved),
      ]),
    ),
    '',
    '## By class',
    '',
    ...table(
      [
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
        'HiGHS ms',
        'ratio',
        'above HiGHS NOK',
      ],
      figures.map(row),
    ),
    '',
  ].join('\n');
}

function row(of: ClassFigures): string[] {
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
    of.highsMedianMs === null ? '–' : ms(of.highsMedianMs),
    of.highsMedianMs === null ? '–' : `${(of.highsMedianMs / of.medianMs).toFixed(1)}×`,
    of.worseThanHighsNok.toFixed(4),
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
