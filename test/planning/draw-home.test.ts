import { stripVTControlCharacters } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawPlan, modelOf, type Plan, type Problem, type Vehicle } from '../../lib/planning/index.ts';
import { explain } from '../../lib/planning/words/explain.ts';
import { madePlan } from './made-plan.ts';
import { slotsOf } from './problems.ts';
import { anyHome, EVERYTHING } from './support/any-home.ts';

const car = (of: Partial<Vehicle> = {}): Vehicle => ({
  id: 'car-1',
  capacityKwh: 40,
  soc: 0.5,
  targetSoc: 0.6,
  arriveSlot: 0,
  departSlot: 8,
  maxKw: 8,
  efficiency: 1,
  ...of,
});
const prices = [1, 1, 1, 1, 0.5, 0.5, 0.5, 0.5];
const loaded = slotsOf(prices).map((slot) => ({ ...slot, baseLoadKw: 2 }));
const two = [car({ arriveSlot: 1 }), car({ id: 'Kari', departSlot: 7, maxKw: 4, targetSoc: 0.55 })];
const powers = [
  [0, 0, 0, 0, 0, 8, 8, 0],
  [0, 0, 0, 0, 4, 2, 2, 0],
];
const draw = (problem: Problem, powerKw: Plan['powerKw'] = powers, told: Partial<Plan> = {}, options = {}) =>
  drawPlan(problem, madePlan(problem, powerKw, told), options).split('\n');

describe('the drawn plan of a home', () => {
  it('has a row for each car below the prices, and the home’s total under its fuse', () => {
    expect(draw({ slots: loaded, vehicles: two, fuseKw: 12 }).slice(0, 20)).toEqual([
      ' NOK/kWh   ━ charging  ─ plugged in  ┈ away',
      '  1.00 ┤████    ',
      '       │████    ',
      '       │████    ',
      '       │████    ',
      '  0.50 ┤████████',
      '       │████████',
      '       │████████',
      '       │████████',
      '  0.00 ┼────────',
      ' car-1 │┈────━━─',
      '  Kari │────━╍╍┈',
      ' kW        █ cars  ▒ house  ┄ fuse, 12 kW',
      '  12.0 ┤┄┄┄┄┄██┄',
      '       │     ██ ',
      '       │    ▄██ ',
      '       │    ███ ',
      '       │▒▒▒▒▒▒▒▒',
      '   0.0 ┼────────',
      '        17  18',
    ]);
  });

  it('draws no line for a fuse far above, and no total where nothing is known of the home', () => {
    expect(draw({ slots: loaded, vehicles: two, fuseKw: 40 }).join('\n')).not.toContain('┄');
    expect(draw({ slots: slotsOf(prices), vehicles: two }).join('\n')).not.toContain(' kW  ');
    expect(draw({ slots: slotsOf(prices), vehicles: two, fuseKw: 12 }).join('\n')).toContain('┄ fuse, 12 kW');
  });

  it('names cars by number where ids are long, missing or doubled', () => {
    const ids = ['A very long name', undefined, 'twin', 'twin', 'short'];
    const vehicles = ids.map((id) => car({ id }));
    const rows = draw(
      { slots: slotsOf(prices), vehicles },
      vehicles.map(() => prices.map(() => 0)),
    );
    const labels = rows.filter((line) => /│─{8}$/.test(line)).map((line) => line.slice(0, 6).trim());
    expect(labels).toEqual(['car 1', 'car 2', 'car 3', 'car 4', 'short']);
    expect(rows.join('\n')).toContain('car 1     A very long name, 40 kWh');
  });

  it('tells when each car charges, and at what power where it is not its full one', () => {
    const text = draw({ slots: loaded, vehicles: two, fuseKw: 12 }).join('\n');
    expect(text).toContain(
      ' car-1     40 kWh: 50 % → 60 % (target 60 % by Mon 12 Jan 19:00)\n charges   4.00 kWh: 18:15–18:45\n',
    );
    expect(text).toContain(' charges   2.00 kWh: 18:00–18:45 at 2.7 kW\n');
    expect(text).toContain(' fuse      house and cars draw at most 12 of 12 kW, first at 18:15\n');
  });

  it('shows a battery that feeds the house', () => {
    const discharge = { maxKw: 4, efficiency: 1, wearNokPerKwh: 0, floorSoc: 0 };
    const lines = draw({ slots: loaded, vehicles: [car({ discharge })] }, [[-2, -2, 0, 0, 8, 8, 4, 0]]);
    expect(lines.join('\n')).toContain('▾ feeding the house');
    expect(lines.find((line) => line.startsWith('  0.00 ┼'))).toBe('  0.00 ┼▾▾──━━╍─');
    expect(lines.join('\n')).toContain(' gives     1.00 kWh to the house: 17:00–17:30\n');
    expect(lines.join('\n')).toContain('50 % → 60 %');
  });

  it.each<[string, Partial<Problem>, string]>([
    [
      'stays',
      { monthTopPeaksKw: [20, 20, 20] },
      "the month's demand stays 20 kW, still in the step above 10 kW: the fee does not rise",
    ],
    [
      'keeps its step',
      { monthTopPeaksKw: [1, 1] },
      "the month's demand goes from 1.33 to 2.5 kW, still in the step up to 5 kW: the fee does not rise",
    ],
    [
      'passes it',
      {},
      "the month's demand goes from 2 to 5.5 kW, from the step up to 5 kW to the one up to 10 kW: the fee rises by 170.00 NOK to 420.00 NOK",
    ],
  ])('says in words where the month’s demand %s', (_, month, words) => {
    const capacitySteps = [[5, 250], [10, 420], [15, 600]].map(([uptoKw = 0, nokPerMonth = 0]) => ({ uptoKw, nokPerMonth })); // biome-ignore format: one line
    const text = draw({ slots: loaded, vehicles: [car()], capacitySteps, ...month }, [
      [0, 0, 0, 0, 2, 4, 4, 4],
    ]);
    expect(text.join('\n').replaceAll(/\n {11}/g, ' ')).toContain(` capacity  ${words}\n`);
  });

  it('tells what starts cost', () => {
    const text = draw({ slots: loaded, vehicles: two, startPenaltyNok: 0.25 }).join('\n');
    expect(text).toContain(' starts    2 starts at 0.25 NOK: 0.50 NOK of the costs\n');
  });

  it.each<[Partial<Plan>, string]>([
    [{}, 'optimal: no plan can cost less than 5.00 NOK; gap 0.000000 (milp)'],
    [
      { status: 'bounded', lowerBoundNok: 4.5, gapNok: 0.5 },
      'bounded: no plan can cost less than 4.50 NOK: another could be 0.50 NOK cheaper at most (milp)',
    ],
    [
      { status: 'best-effort', shortfallKwh: 3.2, solveMs: 1.234 },
      'best-effort: no plan can cost less than 5.00 NOK; gap 0.000000; 3.20 kWh cannot be had in time (milp in 1.23 ms)',
    ],
  ])('says what is proved: %j', (told, words) => {
    const text = draw({ slots: loaded, vehicles: two }, powers, { costNok: 5, lowerBoundNok: 5, ...told });
    expect(text.join('\n').replaceAll(/\n {11}/g, ' ')).toContain(` proof     ${words}\n`);
  });

  it('puts the prices of wishes in a table: a column for each car, one for the home', () => {
    const wouldCost = [
      { change: 'car-1 ready one hour earlier', nok: 1.5 },
      { change: 'Kari ready one hour earlier', nok: -12 },
      { change: 'charge at once', nok: 3 },
    ];
    const lines = draw({ slots: loaded, vehicles: two }, powers, { wouldCost });
    expect(lines.slice(-3)).toEqual([
      ' what if   NOK                      car-1    Kari    home',
      '           ready one hour earlier   +1.50  −12.00',
      '           charge at once                           +3.00',
    ]);
  });

  it('keeps within the terminal, and says in colour what it says without, on any home', () => {
    const cases = anyHome({ ...EVERYTHING, cars: [1, 8], slots: [1, 200], feedsHouse: true }).chain(
      (problem) =>
        fc.record({
          problem: fc.constant(problem),
          width: fc.constantFrom(60, 80, 100),
          share: fc.array(fc.constantFrom(0, 0, 1, 0.4, -0.5), { minLength: 7, maxLength: 7 }),
        }),
    );
    fc.assert(
      fc.property(cases, ({ problem, width, share }) => {
        const rows = problem.vehicles.map(({ maxKw, discharge }, v) =>
          problem.slots.map((_, t) => Math.max(discharge ? -1 : 0, share[(t + v) % 7] ?? 0) * maxKw),
        );
        const made = madePlan(problem, rows);
        const plan = { ...made, explanation: explain(modelOf(problem), made) };
        const plain = drawPlan(problem, plan, { width }).split('\n');
        for (const line of plain) {
          if ([...line].length > width) expect.fail(`${[...line].length} columns: ${line}`);
          expect(line).not.toMatch(/NaN|Infinity|undefined|null/);
          expect(line).not.toContain('\u001b');
        }
        const colored = drawPlan(problem, plan, { width, color: true }).split('\n');
        expect(colored.map((line) => stripVTControlCharacters(line).trimEnd())).toEqual(
          plain.map((line) => line.trimEnd()),
        );
      }),
      { numRuns: 60 },
    );
  });
});
