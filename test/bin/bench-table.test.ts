import { describe, expect, it } from 'vitest';
import { benchTable } from '../../bin/bench/bench-table.ts';
import { goals } from '../../bin/bench/goals.ts';
import type { ClassFigures } from '../../bin/bench/measure-class.ts';
import type { FleetFigures } from '../../bin/bench/measure-fleet.ts';

const fleet: FleetFigures = { homes: 100, slots: 96, workers: 2, plansPerSecond: 2500.4, proved: 1 };
const priceOnly: ClassFigures = {
  name: 'price only',
  kind: 'linear',
  cars: 1,
  slots: 96,
  homes: 40,
  medianMs: 0.046,
  p99Ms: 0.2,
  maxMs: 0.3,
  proved: 1,
  worstGapNok: 0,
  medianGap: 0,
  highsHomes: 10,
  highsMedianMs: 9.2,
  sameMedianMs: 0.046,
  worseThanHighsNok: 0,
};
const behindFuse = { ...priceOnly, name: 'fuse', slots: 192, p99Ms: 14 };
const leastPower = { ...priceOnly, name: 'least power, starts', kind: 'least power' as const, medianMs: 4 };
const threeCars = { ...leastPower, cars: 3, maxMs: 2900, medianGap: 0.012, worstGapNok: 3, highsHomes: 0 };
const all = [priceOnly, behindFuse, leastPower, threeCars];

const cellsOf = (page: string, begin: string) =>
  page
    .split('\n')
    .filter((line) => line.startsWith(`| ${begin}`))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );

describe('the bench tells', () => {
  const page = benchTable({ fleets: [fleet], classes: all, date: '2026-11-22', machine: 'two cores' });

  it('the machine, the date, the fleet and every class with its ratio to HiGHS', () => {
    expect(page).toContain('on 2026-11-22: two cores.');
    expect(cellsOf(page, '75/20/5 %')[0]?.slice(1)).toEqual(['96', '100', '2', '2500', '100.0 %']);
    expect(cellsOf(page, 'price only')[0]).toEqual(
      ['price only', '1', '96', '40', '0.046', '0.200', '0.300', '100.0 %'].concat([
        '0.0000',
        '0.0 %',
        '10',
        '9.200',
        '200.0×',
        '0.0000',
      ]),
    );
    // Where HiGHS was not asked there is nothing to compare.
    expect(cellsOf(page, 'least power, starts ')[1]?.slice(-4)).toEqual(['0', '–', '–', '–']);
  });

  it('columns of one width', () => {
    const rows = page.split('\n').filter((line) => line.startsWith('|'));
    expect(new Set(rows.map((row) => row.split('|').length)).size).toBe(3);
    expect(cellsOf(page, 'fleet, 96 slots')).toHaveLength(1);
  });

  it('which goals are met, beside what was measured', () => {
    expect(goals([fleet, { ...fleet, slots: 144, plansPerSecond: 1 }], all)).toEqual([
      expect.objectContaining({ measured: '2500 plans/s, 100.0 % proved', isMet: true }),
      expect.objectContaining({ measured: 'median 46 µs', isMet: true }),
      expect.objectContaining({ measured: 'p99 14.0 ms', isMet: true }),
      expect.objectContaining({ measured: '100.0 % proved, gap ≤ 0.000 NOK, median 4.0 ms', isMet: true }),
      expect.objectContaining({ measured: 'worst time 2.9 s, median gap 1.2 %', isMet: true }),
    ]);
  });

  it.each([
    ['a fleet too slow', [{ ...fleet, plansPerSecond: 1999 }], []],
    ['one plan of a fleet unproved', [{ ...fleet, proved: 0.999 }], []],
    ['a price-only plan too slow', [], [{ ...priceOnly, medianMs: 0.051 }]],
    ['one linear class of several too slow', [], [behindFuse, { ...behindFuse, p99Ms: 26 }]],
    ['too few proved of one car with a least power', [], [leastPower, { ...leastPower, proved: 0.89 }]],
    ['one gap too wide', [], [leastPower, { ...leastPower, worstGapNok: 0.11 }]],
    ['three cars too slow', [], [{ ...threeCars, maxMs: 3001 }]],
    ['three cars with too wide a gap', [], [{ ...threeCars, medianGap: 0.021 }]],
  ])('a goal missed by %s', (_, fleets, classes) => {
    expect(goals(fleets, classes).map(({ isMet }) => isMet)).toEqual([false]);
  });

  it('nothing of goals that it has no figures of', () => {
    expect(goals([], [])).toEqual([]);
  });
});
