import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { roundToAmperes } from '../../lib/charging/round-to-amperes.ts';
import { checkPlan, type Plan } from '../../lib/planning/index.ts';
import { aHomeProblem, stretches } from './support/a-home-problem.ts';

const perAmpere = 0.69;
const fuseKw = 17.32;
const flat = stretches([24, 50]);

/** One current through a block, as the planner leaves it. */
const block = (kw: number, from: number, count: number) =>
  stretches([from, 0], [count, kw], [24 - from - count, 0]);

it('whole amperes between six and what the socket gives; limits kept; no energy more or less than a crumb', () => {
  const kw = fc.double({ min: 6 * perAmpere, max: 11.04, noNaN: true });
  fc.assert(
    fc.property(kw, kw, fc.integer({ min: 4, max: 12 }), (a, b, count) => {
      const home = aHomeProblem(flat, { fuseKw, loadKw: () => 2 }, [{}, {}]);
      const scale = Math.min(1, (fuseKw - 2) / (a + b));
      fc.pre(Math.min(a, b) * scale >= 6 * perAmpere);
      const rows = [block(a * scale, 4, count), block(b * scale, 4, count)];
      const rounded = roundToAmperes(home, { powerKw: rows });
      if (rounded === null) return;
      const check = checkPlan(home.problem, rounded.powerKw);
      expect(check.violations).toEqual([]);
      expect(check.shortfallKwh).toBeLessThanOrEqual(checkPlan(home.problem, rows).shortfallKwh + 1e-6);
      for (const [v, row] of rounded.ampere.entries()) {
        for (const [t, ampere] of row.entries()) {
          if (ampere === null) continue;
          expect(Number.isInteger(ampere)).toBe(true);
          expect(ampere).toBeGreaterThanOrEqual(6);
          expect(ampere).toBeLessThanOrEqual(16);
          expect(rounded.powerKw[v]?.[t]).toBeLessThanOrEqual(ampere * perAmpere + 1e-9);
        }
      }
    }),
    { numRuns: 100 },
  );
});

it('what rounding down leaves missing is made up in the cheapest quarters of the block', () => {
  const home = aHomeProblem(stretches([4, 90], [4, 60], [4, 40], [12, 90]));
  // Ten and a half amperes through two hours: eleven in the cheap one, ten in the other.
  const rounded = roundToAmperes(home, { powerKw: [stretches([4, 0], [8, 10.5 * perAmpere], [12, 0])] });
  expect(rounded?.ampere[0]?.slice(5, 11)).toEqual([10, 10, 10, 11, 11, 11]);
  const kwh = (row: Plan['powerKw'][number] = []) => row.reduce((sum, kw) => sum + kw / 4, 0);
  expect(kwh(rounded?.powerKw[0])).toBeCloseTo(21 * perAmpere, 6);
});

it('nothing is rounded where that would cost a step of the fee or leave energy missing', () => {
  const steps = [
    { uptoKw: 9, nokPerMonth: 250 },
    { uptoKw: 100, nokPerMonth: 420 },
  ];
  const capacity = { steps, peaksOutside: () => [], earlierToday: null, assumed: false };
  const home = aHomeProblem(flat, { capacity, loadKw: () => 1 }, [{ soc: 0.725 }]);
  // 7.9 kW beside a house of one: eleven amperes leave energy missing, twelve go over nine kilowatts.
  const rows = [stretches([4, 0], [4, 7.9], [16, 0])];
  const before = checkPlan(home.problem, rows);
  const rounded = roundToAmperes(home, { powerKw: rows });
  if (rounded !== null) {
    const after = checkPlan(home.problem, rounded.powerKw);
    expect(after.parts.capacityNok).toBeLessThanOrEqual(before.parts.capacityNok + 1e-6);
    expect(after.shortfallKwh).toBeLessThanOrEqual(before.shortfallKwh + 1e-6);
  }
});

it('less than six amperes are told as six', () => {
  const home = aHomeProblem(flat);
  const rounded = roundToAmperes(home, { powerKw: [block(5.5 * perAmpere, 4, 8)] });
  expect(rounded?.ampere[0]?.slice(5, 11)).toEqual([6, 6, 6, 6, 6, 6]);
});
