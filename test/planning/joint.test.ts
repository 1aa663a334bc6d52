import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { homeProgram } from '../../lib/planning/engines/highs-home.ts';
import { loadHighs, minimise } from '../../lib/planning/engines/highs-model.ts';
import { joint } from '../../lib/planning/engines/joint/joint.ts';
import { modelOf } from '../../lib/planning/problem/model.ts';
import type { Problem } from '../../lib/planning/problem/problem.ts';
import { lowerBound } from '../../lib/planning/proof/bound.ts';
import { checkPlan } from '../../lib/planning/proof/check.ts';
import { settlePowers } from '../../lib/planning/proof/settle-powers.ts';
import { mixedProblem, stepsOf } from './mixed-problems.ts';

type Highs = Awaited<ReturnType<typeof loadHighs>>;
let highs: Highs;
beforeAll(async () => {
  highs = await loadHighs();
});

async function holds(problem: Problem): Promise<void> {
  const model = modelOf(problem);
  const answer = await joint.solve(model);
  expect(answer).not.toBeNull();
  const check = checkPlan(problem, settlePowers(model, answer?.powerKw ?? []));
  expect(check.violations).toEqual([]);
  const alone = model.cars.reduce((sum, car) => sum + car.leastShortfallKwh, 0);
  if (check.shortfallKwh > alone + 1e-5) return;
  const theirs = minimise(highs, homeProgram(model, { wanting: 'met', steps: stepsOf(model) }).program);
  expect(lowerBound(model, answer?.prices ?? [])).toBeLessThanOrEqual(theirs.cost + 2e-4);
  // Found, not proved: where the solver is not the one to find it a plan may be somewhat dearer, and says so by its gap.
  expect(check.costNok).toBeLessThanOrEqual(theirs.cost + 0.1 * Math.max(1, Math.abs(theirs.cost)));
}

describe('several on/off cars', () => {
  it('hold every limit, cost what can be found, and no bound is above that', async () => {
    await fc.assert(fc.asyncProperty(mixedProblem({ slots: 10, cars: 2 }), holds), { numRuns: 10 });
  });

  it('the same under capacity steps', async () => {
    await fc.assert(fc.asyncProperty(mixedProblem({ slots: 10, cars: 2, steps: true }), holds), {
      numRuns: 6,
    });
  });
});
