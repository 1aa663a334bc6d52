import { stripVTControlCharacters } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawPlan, type Problem } from '../../lib/planning/index.ts';
import type { Price } from '../../lib/tariffs/index.ts';
import { madePlan } from './made-plan.ts';
import { anyProblem, problemOf, slotsOf } from './problems.ts';

interface Layers {
  readonly power: number;
  readonly grid: number;
  readonly taxes: number;
}

/** A price of so much, NOK/kWh. */
function priceOf({ power, grid, taxes }: Layers): Price {
  const parts = {
    spot: power * 100,
    markup: 0,
    support: 0,
    gridEnergy: grid * 100,
    electricityTax: taxes * 100,
    enova: 0,
    vat: 0,
  };
  return { parts, oreInclVat: (power + grid + taxes) * 100, assumed: [] };
}

function draw(problem: Problem, prices: readonly Price[], options = {}) {
  const made = { prices, rows: [['price', 'as told']] as const };
  return drawPlan(problem, madePlan(problem, [problem.slots.map(() => 0)]), { ...options, made }).split('\n');
}

function stacked(layers: readonly Layers[], options = {}) {
  const slots = slotsOf(layers.map(({ power, grid, taxes }) => power + grid + taxes));
  return draw(problemOf(slots, { soc: 0.9 }), layers.map(priceOf), options);
}
/** The rows of the chart that are not the axis, without their labels. */
const bars = (lines: readonly string[]) =>
  lines.flatMap((line) => (/[┤│]/.test(line) ? [line.slice(8).trimEnd()] : []));

describe('the stacked bars', () => {
  it('show taxes at the axis, the grid tariff on them and power on top, with a legend', () => {
    const lines = stacked([
      { power: 0.8, grid: 0.3, taxes: 0.3 },
      { power: 0.35, grid: 0.3, taxes: 0.2 },
      { power: 0, grid: 0.3, taxes: 0.1 },
    ]);
    expect(lines.slice(0, 17)).toEqual([
      ' NOK/kWh   █ power after support  ▒ grid tariff  ░ taxes and VAT',
      '           ━ charging  ─ plugged in  ┈ away',
      '  1.40 ┤█  ',
      '       │█  ',
      '       │█  ',
      '       │█  ',
      '       │█  ',
      '       │█▄ ',
      '       │██ ',
      '  0.70 ┤██ ',
      '       │▒█ ',
      '       │▒▒ ',
      '       │▒▒▒',
      '       │░▒▒',
      '       │░░▒',
      '       │░░░',
      '  0.00 ┼───',
    ]);
    expect(lines.join('\n')).toContain(' price     as told');
  });

  it('hang what is negative, and mark the sum, which is then not where the bar ends', () => {
    const lines = stacked([
      { power: 0.4, grid: 0.2, taxes: 0.1 },
      { power: -0.5, grid: 0.2, taxes: 0.1 },
      { power: -0.2, grid: 0.2, taxes: 0.1 },
      { power: -0.4, grid: 0.2, taxes: -0.1 },
    ]);
    expect(lines[0]).toBe(' NOK/kWh   █ power after support  ▒ grid tariff  ░ taxes and VAT  • the sum');
    expect(bars(lines)).toEqual([
      '█',
      '█',
      '█',
      '█',
      '█',
      '▒▒▒',
      '▒▒•▒',
      '░░░▒',
      ' ██░',
      ' ███',
      ' •▔█',
      ' █ •',
      ' █ █',
      ' ▀ ▀',
    ]);
  });

  it('keep within 80 columns, and say in colour what they say without', () => {
    const anAmount = fc.double({ min: -2, max: 3, noNaN: true });
    const cases = anyProblem(200).chain((problem) =>
      fc
        .array(fc.record({ power: anAmount, grid: anAmount, taxes: anAmount }), {
          minLength: problem.slots.length,
          maxLength: problem.slots.length,
        })
        .map((layers) => ({ problem, layers })),
    );
    fc.assert(
      fc.property(cases, fc.constantFrom(60, 80, 100), ({ problem, layers }, width) => {
        const prices = layers.map(priceOf);
        const plain = draw(problem, prices, { width });
        const colored = draw(problem, prices, { width, color: true });
        for (const line of plain.slice(1)) expect([...line].length).toBeLessThanOrEqual(width);
        expect([...(plain[0] ?? '')].length).toBeLessThanOrEqual(Math.max(80, width));
        expect(colored.map((line) => stripVTControlCharacters(line).trimEnd())).toEqual(
          plain.map((line) => line.trimEnd()),
        );
        expect(plain.join('')).not.toContain('\u001b');
      }),
      { numRuns: 40 },
    );
  });

  it('reach as high as their price where nothing is negative', () => {
    const anAmount = fc.integer({ min: 0, max: 200 }).map((hundredths) => hundredths / 100);
    const layers = fc.array(fc.record({ power: anAmount, grid: anAmount, taxes: anAmount }), {
      minLength: 1,
      maxLength: 60,
    });
    fc.assert(
      fc.property(layers, (all) => {
        const rows = bars(stacked(all));
        const most = Math.max(...all.map(({ power, grid, taxes }) => power + grid + taxes));
        for (const [i, { power, grid, taxes }] of all.entries()) {
          const drawn = rows.filter((row) => ([...row][i] ?? ' ') !== ' ').length;
          const price = most === 0 ? 0 : ((power + grid + taxes) / most) * 14;
          expect(Math.abs(drawn - price)).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  it('merge to hours where there is too much', () => {
    const problem = problemOf(slotsOf(new Array<number>(300).fill(1)));
    const prices = problem.slots.map((_, i) =>
      priceOf({ power: i % 4 === 0 ? 2 : 0, grid: 0.3, taxes: 0.2 }),
    );
    const lines = draw(problem, prices, { width: 60 });
    expect(lines.join('\n')).toContain('  1.00 ┤');
  });
});
