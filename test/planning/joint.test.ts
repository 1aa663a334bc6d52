import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { joint } from '../../lib/planning/engines/joint/joint.ts';
import { type Plan, type Problem, planCharging } from '../../lib/planning/index.ts';
import { type MixedOptions, mixedProblem } from './mixed-problems.ts';
import { slotsOf } from './problems.ts';
import { reference } from './support/highs-reference.ts';
import { judge } from './support/judge.ts';

/** The contract's tolerances. */
const NOK = 1e-3;
const KWH = 1e-4;
/** How much dearer than the best a plan may be that is not proved: at worst, and in the middle, as a share (of a krone at least). */
const WORST = 0.05;
const MEDIAN = 1e-3;

/** By how much it is dearer than the best, as a share; what is told of it is checked. */
function dearness(problem: Problem, plan: Plan): number {
  const best = reference(problem);
  expect(judge(problem, plan.powerKw).broken).toEqual([]);
  expect(plan.shortfallKwh).toBeLessThanOrEqual(best.shortfallKwh + KWH);
  expect(plan.lowerBoundNok).toBeLessThanOrEqual(best.costNok + NOK);
  if (plan.status !== 'bounded') expect(plan.costNok).toBeLessThanOrEqual(best.costNok + NOK);
  const share = (plan.costNok - best.costNok) / Math.max(1, Math.abs(best.costNok));
  expect(share).toBeLessThanOrEqual(WORST);
  return share;
}

async function holds(options: MixedOptions, numRuns: number): Promise<void> {
  const shares: number[] = [];
  const property = fc.asyncProperty(mixedProblem(options), async (problem) => {
    shares.push(dearness(problem, await planCharging(problem, { engines: [joint] })));
  });
  await fc.assert(property, { numRuns });
  expect(shares.sort((a, b) => a - b)[shares.length >> 1]).toBeLessThanOrEqual(MEDIAN);
}

describe('several on/off cars: what is proved is the optimum by the contract’s words, what is not is near it', () => {
  it('two cars', () => holds({ slots: 10, cars: 2 }, 8));
  it('two under capacity steps', () => holds({ slots: 10, cars: 2, steps: true }, 6));
  it('three under capacity steps', () => holds({ slots: 8, cars: 3, steps: true }, 6));
  it('two that feed the house and each other', () => holds({ slots: 8, cars: 2, discharge: true }, 6));
});

const aCar = { capacityKwh: 60, soc: 0.4, targetSoc: 0.6, arriveSlot: 0, maxKw: 11, efficiency: 1 };

describe('several cars', () => {
  it('feed each other behind a fuse: what one gives is room for the other', async () => {
    const slots = slotsOf([1], 60).map((slot) => ({ ...slot, baseLoadKw: 2 }));
    const discharge = { maxKw: 5, efficiency: 1, wearNokPerKwh: 0, floorSoc: 0.2 };
    const giver = { ...aCar, soc: 0.9, targetSoc: 0.3, departSlot: 1, discharge };
    const plan = await planCharging({ slots, vehicles: [giver, { ...aCar, departSlot: 1 }], fuseKw: 5 });
    expect(plan).toMatchObject({ status: 'best-effort', shortfallKwh: 4 });
    expect(plan.powerKw).toEqual([[-5], [8]]);
  });

  it('one that feeds the house lowers the month’s fee, also beside one that is never there', async () => {
    const slots = slotsOf([1, 1], 60).map((slot, t) => ({ ...slot, baseLoadKw: t === 0 ? 5.2 : 1 }));
    const discharge = { maxKw: 5, efficiency: 0.9, wearNokPerKwh: 2, floorSoc: 0.3 };
    const giver = { ...aCar, soc: 0.8, targetSoc: 0.5, departSlot: 2, efficiency: 0.9, discharge };
    const capacitySteps = [5, 10].map((uptoKw, i) => ({ uptoKw, nokPerMonth: 250 + 170 * i }));
    const absent = { ...aCar, targetSoc: 0.4, departSlot: 0 };
    const plan = await planCharging({ slots, vehicles: [giver, absent], capacitySteps });
    expect(plan.costNok).toBeCloseTo(-169.8, 3);
    expect(plan.status).toBe('optimal');
  });

  it('one in one block is on at any power, also beside one that is never there', async () => {
    const one = { ...aCar, capacityKwh: 40, soc: 0, targetSoc: 0.5, maxKw: 10, oneBlock: true };
    const vehicles = [
      { ...one, departSlot: 3 },
      { ...one, targetSoc: 0, departSlot: 0 },
    ];
    const plan = await planCharging({ slots: slotsOf([0.1, 5, 0.1], 60), vehicles });
    expect(plan).toMatchObject({ status: 'optimal', starts: 1 });
    expect(plan.costNok).toBeCloseTo(2, 3);
  });

  it('are planned the same each time, with and without a stopwatch that stands still', async () => {
    const [problem] = fc.sample(mixedProblem({ slots: 12, cars: 3, steps: true }), { numRuns: 1, seed: 5 });
    if (!problem) throw new Error('no problem');
    const once = await planCharging(problem);
    expect(await planCharging(structuredClone(problem), { stopwatchMs: () => 0 })).toEqual(once);
  });
});
