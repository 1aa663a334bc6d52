import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { homeProgram } from '../../lib/planning/engines/highs-home.ts';
import { loadHighs, minimise } from '../../lib/planning/engines/highs-model.ts';
import { onOff } from '../../lib/planning/engines/on-off.ts';
import { modelOf } from '../../lib/planning/problem/model.ts';
import type { Problem } from '../../lib/planning/problem/problem.ts';
import { Budget } from '../../lib/planning/proof/budget.ts';
import { checkPlan } from '../../lib/planning/proof/check.ts';
import { leastOnOffCost } from '../../lib/planning/proof/least-on-off-cost.ts';
import { leastOnOffPlan } from '../../lib/planning/proof/least-on-off-plan.ts';
import { afterBuying } from '../../lib/planning/proof/on-off/after-buying.ts';
import { lowerOf } from '../../lib/planning/proof/on-off/lower-of.ts';
import { Pieces } from '../../lib/planning/proof/on-off/pieces.ts';
import { settlePowers } from '../../lib/planning/proof/settle-powers.ts';
import { mixedProblem, stepsOf } from './mixed-problems.ts';

type Highs = Awaited<ReturnType<typeof loadHighs>>;
let highs: Highs;
beforeAll(async () => {
  highs = await loadHighs();
});

/** The search and a solver that knows nothing of it, on the same problem. */
function compare(problem: Problem, slackNok: number): void {
  const model = modelOf(problem);
  const { boundNok } = leastOnOffPlan(model);
  const answer = onOff.solve(model);
  const theirs = minimise(highs, homeProgram(model, { wanting: 'met', steps: stepsOf(model) }).program);
  if (answer === null || answer instanceof Promise) {
    // Cars without least power and starts are not its kind; and some wants cannot be met with such a least power.
    if (boundNok === Number.POSITIVE_INFINITY) expect(theirs.status).toBe('infeasible');
    return;
  }
  const check = checkPlan(problem, settlePowers(model, answer.powerKw));
  expect(check.violations).toEqual([]);
  expect(boundNok).toBeLessThanOrEqual(theirs.cost + 2e-4);
  expect(check.costNok).toBeLessThanOrEqual(theirs.cost + slackNok);
  expect(check.costNok - boundNok).toBeLessThanOrEqual(slackNok);
}

describe('one on/off car', () => {
  it('costs what the mixed-integer solver finds: least power, starts, fuse, sun, reserve, milestones', () => {
    fc.assert(
      fc.property(mixedProblem({ slots: 24 }), (problem) => compare(problem, 1e-3)),
      { numRuns: 50 },
    );
  });

  it('the same where it feeds the house', () => {
    fc.assert(
      fc.property(mixedProblem({ slots: 20, discharge: true }), (problem) => compare(problem, 1e-3)),
      { numRuns: 30 },
    );
  });

  it('under capacity steps its bound holds, and is near', () => {
    fc.assert(
      fc.property(mixedProblem({ slots: 30, steps: true }), (problem) => compare(problem, 0.1)),
      { numRuns: 12 },
    );
  });

  it('never claims more than the truth where it may search but little', () => {
    fc.assert(
      fc.property(mixedProblem({ slots: 24 }), fc.integer({ min: 1, max: 400 }), (problem, units) => {
        const model = modelOf(problem);
        const prices = { price: model.importPrice, cheap: null, cheapKwh: null };
        const most = leastOnOffCost(model, 0, prices, null);
        expect(leastOnOffCost(model, 0, prices, null, { budget: new Budget(units) })).toBeLessThanOrEqual(
          most + 1e-5,
        );
        expect(leastOnOffCost(model, 0, prices, 50)).toBeLessThanOrEqual(most + 1e-5);
      }),
      { numRuns: 60 },
    );
  });
});

const halves = (min: number, max: number) =>
  fc.integer({ min: 2 * min, max: 2 * max }).map((half) => half / 2 + 0);

/** Pieces whose ends are halves, with gaps, jumps and single points. */
const somePieces = fc
  .array(fc.record({ gap: halves(0, 1), length: halves(0, 2), atFrom: halves(0, 4), atTo: halves(0, 4) }), {
    minLength: 1,
    maxLength: 6,
  })
  .map((parts) => {
    const pieces = new Pieces();
    let at = 0;
    for (const { gap, length, atFrom, atTo } of parts) {
      at += gap;
      pieces.push(at, at + length, atFrom, length === 0 ? atFrom : atTo);
      at += length;
    }
    return pieces;
  });

describe('functions in pieces', () => {
  it('the lower of two is lower everywhere', () => {
    fc.assert(
      fc.property(somePieces, somePieces, (f, g) => {
        const lower = lowerOf(f, g, new Pieces());
        for (let kwh = -1; kwh < 16; kwh += 0.125)
          expect(lower.at(kwh)).toBeCloseTo(Math.min(f.at(kwh), g.at(kwh)), 9);
      }),
      { numRuns: 300 },
    );
  });

  it('after buying the best amount is bought, whatever the price', () => {
    fc.assert(
      fc.property(somePieces, halves(-1, 1), halves(0, 2), halves(-2, 2), (f, least, more, price) => {
        const bought = afterBuying(f, least, least + more, price, new Pieces());
        for (let kwh = -4; kwh < 16; kwh += 0.25) {
          let best = Number.POSITIVE_INFINITY;
          for (let u = least; u <= least + more; u += 0.25) best = Math.min(best, price * u + f.at(kwh + u));
          expect(bought.at(kwh)).toBeCloseTo(best, 9);
        }
      }),
      { numRuns: 300 },
    );
  });
});
