import { stripVTControlCharacters } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawPlan, type Problem, planCharging } from '../../lib/planning/index.ts';
import { isoLocal, quartersOfDay } from '../../lib/time/index.ts';
import { anyProblem, problemOf, slotsOf } from './problems.ts';

const draw = async (problem: Problem, options = {}) =>
  drawPlan(problem, await planCharging(problem, { withWouldCost: true }), options).split('\n');

describe('the drawn plan', () => {
  it('shows prices as bars, the charging on the axis, hours and day', async () => {
    const hours = [1.6, 0.8, 0.4, 0.2, 1.2];
    const quarters = hours.flatMap((price) => [price, price, price, price]);
    const problem = problemOf(slotsOf(quarters), {
      soc: 0.7,
      targetSoc: 0.75,
      arriveSlot: 2,
      maxKw: 3.2,
      efficiency: 1,
    });
    expect((await draw(problem)).slice(0, 12)).toEqual([
      ' NOK/kWh   ━ charging  ─ plugged in  ┈ away',
      '  1.60 ┤████                ',
      '       │████                ',
      '       │████            ████',
      '       │████            ████',
      '  0.80 ┤████████        ████',
      '       │████████        ████',
      '       │████████████    ████',
      '       │████████████████████',
      '  0.00 ┼┈┈──────────━━━━────',
      '        17  18  19  20  21',
      '        Mon 12 Jan',
    ]);
  });

  it('hangs negative prices below the axis', async () => {
    const drawn = await draw(problemOf(slotsOf([1, 1, 1, 1, -0.5, -0.5, -1, -1])));
    const axis = drawn.findIndex((line) => line.startsWith('  0.00 ┼'));
    expect(drawn.slice(axis - 4, axis + 5)).toEqual([
      '  1.00 ┤████    ',
      '       │████    ',
      '       │████    ',
      '       │████    ',
      '  0.00 ┼━━━━━━━━',
      '       │    ████',
      '       │    ████',
      '       │      ██',
      ' -1.00 ┤      ██',
    ]);
  });

  it('shows both of the hours at 02 on the autumn day', async () => {
    const slots = quartersOfDay('2026-10-25').map((at) => ({
      start: isoLocal(at),
      minutes: 15 as const,
      importPrice: 1,
    }));
    expect((await draw(problemOf(slots))).join('\n')).toContain('00  01  02  02  03  04');
  });

  it('starts late in a part slot that leads up to a block', async () => {
    const problem = problemOf(slotsOf([2, 2, 2, 1, 3], 60), {
      capacityKwh: 20,
      soc: 0,
      targetSoc: 0.125,
      maxKw: 1,
      efficiency: 1,
    });
    expect((await draw(problem)).join('\n')).toContain('2.50 kWh: 18:30–21:00');
  });

  it('merges to hours where there is too much, and keeps the doubled hour two', async () => {
    const days = ['2026-10-24', '2026-10-25', '2026-10-26', '2026-10-27']
      .flatMap(quartersOfDay)
      .slice(0, 300);
    const slots = days.map((at) => ({ start: isoLocal(at), minutes: 15 as const, importPrice: 1 }));
    const axes = (await draw(problemOf(slots), { width: 60 })).filter((line) => line.includes('┼'));
    const columns = axes.map((line) => line.length - line.indexOf('┼') - 1);
    expect(columns.reduce((sum, count) => sum + count, 0)).toBe(75);
  });

  it('tells when to the minute, the cost, the proof and the reasons', async () => {
    const text = (await draw(problemOf(slotsOf([1, 1, 2, 0.5, 0.5, 0.7, 3, 3], 60), { soc: 0.6 }))).join(
      '\n',
    );
    expect(text).toContain('car-1, 64 kWh: 60 % → 80 % (target 80 % by Tue 13 Jan 01:00)');
    expect(text).toContain('14.22 kWh: 20:00–21:18');
    expect(text).toContain('7.11 NOK; charging at once 14.22 NOK: saves 7.11 NOK (50 %)');
    expect(text).toContain('optimal: no plan can cost less than 7.11 NOK; gap 0.000000 (greedy)');
    expect(text).toContain('what if');
  });

  it('keeps within the terminal, has no colour unless asked, and says the same in colour', async () => {
    const width = fc.constantFrom(60, 80, 100);
    await fc.assert(
      fc.asyncProperty(anyProblem(300), width, async (problem, columns) => {
        const plain = await draw(problem, { width: columns });
        for (const line of plain) {
          if ([...line].length > columns) expect.fail(`${[...line].length} columns: ${line}`);
          expect(line).not.toContain('\u001b');
        }
        const colored = await draw(problem, { width: columns, color: true });
        const bare = colored.map((line) => stripVTControlCharacters(line).trimEnd());
        expect(bare).toEqual(plain.map((line) => line.trimEnd()));
      }),
      { numRuns: 40 },
    );
  });
});
