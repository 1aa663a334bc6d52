import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { shareOfHome, staggered } from '../../lib/charging/stagger.ts';
import { checkPlan, planCharging } from '../../lib/planning/index.ts';
import { aHomeProblem, stretches } from './support/a-home-problem.ts';

const night = stretches([20, 120], [32, 40], [8, 90]);
/** Half an hour of full power in one clock hour is on a lower step than a whole one. */
const capacity = {
  steps: [
    { uptoKw: 5.999, nokPerMonth: 100 },
    { uptoKw: 10_000, nokPerMonth: 200 },
  ],
  ...{ peaksOutside: () => [], earlierToday: null, assumed: false },
};
const beginsAt = (row: readonly number[] = []) => {
  const first = row.findIndex((kw) => kw > 1e-6);
  return first + 1 - (row[first] ?? 0) / Math.max(...row);
};

it('costs the same to a thousandth of a krone, holds every limit and is the same each time', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.constantFrom(20, 40, 40, 40, 90), { minLength: 6, maxLength: 12 }),
      fc.double({ min: 0.1, max: 0.75, noNaN: true }),
      fc.double({ min: 0, max: 0.999, noNaN: true }),
      fc.constantFrom('early' as const, 'late' as const),
      fc.boolean(),
      async (hourly, soc, share, prefer, hasFee) => {
        const home = aHomeProblem(
          hourly.flatMap((ore) => stretches([4, ore])),
          hasFee ? { capacity } : {},
          [{ soc, wishes: { prefer } }],
        );
        const { powerKw } = await planCharging(home.problem);
        const moved = staggered(home, powerKw, share);
        const [was, is] = [checkPlan(home.problem, powerKw), checkPlan(home.problem, moved)];
        expect(is.violations).toEqual([]);
        expect(is.costNok).toBeLessThanOrEqual(was.costNok + 1e-3);
        expect(is.shortfallKwh).toBeLessThanOrEqual(was.shortfallKwh + 1e-6);
        expect(staggered(home, powerKw, share)).toEqual(moved);
      },
    ),
    { numRuns: 150 },
  );
});

it('homes begin at many different minutes of the plateau, and none before or after it', async () => {
  const home = aHomeProblem(night);
  const { powerKw } = await planCharging(home.problem);
  const homes = Array.from({ length: 60 }, (_, i) => shareOfHome(`home-${i}`));
  const begins = homes.map((share) => beginsAt(staggered(home, powerKw, share)[0]));
  expect(Math.min(...begins)).toBeGreaterThanOrEqual(20);
  expect(new Set(begins.map((at) => Math.round(at * 15))).size).toBeGreaterThan(25);
  expect(Math.max(...begins)).toBeLessThanOrEqual(28);
  expect(Math.max(...begins) - Math.min(...begins)).toBeGreaterThan(6);
});

it('a car that is to end late is moved the other way', async () => {
  const home = aHomeProblem(night, {}, [{ wishes: { prefer: 'late' } }]);
  const { powerKw } = await planCharging(home.problem);
  expect(beginsAt(staggered(home, powerKw, 0.9)[0])).toBeLessThan(beginsAt(powerKw[0]));
});

it('a home’s share is its own every night', () => {
  expect(shareOfHome('home-1')).toBe(shareOfHome('home-1'));
  expect(shareOfHome('home-1')).not.toBe(shareOfHome('home-2'));
});

it('a start is not moved where a clock hour, and with it the fee, would rise', () => {
  const home = aHomeProblem(night, { capacity });
  // Half an hour on each side of the full hour; a little later all of it would lie on one side.
  const across = [stretches([30, 0], [4, 11.04], [26, 0])];
  for (const share of [0.25, 0.75]) expect(staggered(home, across, share)).toEqual(across);
  expect(staggered(aHomeProblem(night), across, 0.5)).not.toEqual(across);
});
