import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  chargeAtOnce,
  checkPlan,
  greedy,
  lowerBound,
  lp,
  modelOf,
  type Problem,
  planCharging,
} from '../../lib/planning/index.ts';
import { anyProblem, problemOf, slotsOf, theCar } from './problems.ts';

const RUNS = { numRuns: 1500 };
/** The contract's tolerance. */
const NOK = 1e-3;

describe('a plan', () => {
  it('costs the same from the greedy engine and the linear program, and both meet the lower bound', async () => {
    await fc.assert(
      fc.asyncProperty(anyProblem(), async (problem) => {
        const byGreedy = await planCharging(problem, { engines: [greedy] });
        const byLp = await planCharging(problem, { engines: [lp] });
        expect(byGreedy.solver).toBe('greedy');
        expect(byLp.solver).toBe('lp');
        expect(Math.abs(byGreedy.costNok - lowerBound(modelOf(problem)))).toBeLessThan(1e-5);
        expect(Math.abs(byLp.costNok - byGreedy.costNok)).toBeLessThan(NOK);
        expect(Math.abs(byLp.shortfallKwh - byGreedy.shortfallKwh)).toBeLessThan(1e-4);
        const least = checkPlan(problem, chargeAtOnce(problem)).shortfallKwh;
        fc.pre(least < 1e-9 || least > 1e-4);
        const status = least > 1e-4 ? 'best-effort' : 'optimal';
        expect([byGreedy.status, byLp.status]).toEqual([status, status]);
      }),
      RUNS,
    );
  });

  it('breaks no limit, not even by a rounding, and tells its own numbers', async () => {
    await fc.assert(
      fc.asyncProperty(anyProblem(), fc.constantFrom(greedy, lp), async (problem, engine) => {
        const plan = await planCharging(problem, { engines: [engine] });
        const vehicle = theCar(problem);
        const [row = []] = plan.powerKw;
        const check = checkPlan(problem, plan.powerKw);
        expect(check.violations).toEqual([]);
        expect(row.every((kw) => kw >= 0 && kw <= vehicle.maxKw)).toBe(true);
        expect(
          row.filter((_, t) => t < vehicle.arriveSlot || t >= vehicle.departSlot).every((kw) => kw === 0),
        ).toBe(true);
        const battery = vehicle.soc * vehicle.capacityKwh + vehicle.efficiency * check.energyKwh;
        expect(battery).toBeLessThanOrEqual(vehicle.capacityKwh * (1 + 1e-12));
        expect(plan.costNok).toBeCloseTo(check.costNok, 6);
        expect(plan.shortfallKwh).toBeCloseTo(check.shortfallKwh, 6);
        expect(plan.starts).toBe(check.starts);
        expect(plan.gapNok).toBeCloseTo(plan.costNok - plan.lowerBoundNok, 9);
      }),
      RUNS,
    );
  });

  it('never costs more, nor leaves more missing, than charging at once', async () => {
    await fc.assert(
      fc.asyncProperty(anyProblem(120), async (problem) => {
        const plan = await planCharging(problem);
        const atOnce = checkPlan(problem, chargeAtOnce(problem));
        expect(atOnce.violations).toEqual([]);
        expect(plan.shortfallKwh).toBeLessThanOrEqual(atOnce.shortfallKwh + 1e-6);
        expect(plan.costNok).toBeLessThanOrEqual(atOnce.costNok + 1e-6);
      }),
      RUNS,
    );
  });

  it('of one block is an engine’s, where charging at once would need two', async () => {
    const car = { capacityKwh: 75, departSlot: 4 };
    const paused = { ...car, soc: 0, targetSoc: 0.8, maxKw: 7, slotMaxKw: [7, 0, 7, 7], oneBlock: true };
    const one = problemOf(slotsOf([1, 1, 2, 2]), paused);
    const other = theCar(problemOf(one.slots, { ...car, soc: 0.5, targetSoc: 0.55, maxKw: 3 }));
    const home = { ...one, vehicles: [theCar(one), other], fuseKw: 9 };
    const atOnce = checkPlan(home, chargeAtOnce(home));
    expect(atOnce.violations).toEqual([]);
    const plan = await planCharging(home);
    expect(plan.solver).not.toBe('none');
    expect(plan.shortfallKwh).toBeLessThan(atOnce.shortfallKwh + 1e-6);
  });

  it('is as cheap as the best of all schedules where they can be counted', async () => {
    // Power is nothing, half or full, and need and room are whole halves of a slot: the optimum is among these schedules.
    const tiny = fc.record({
      prices: fc.array(fc.integer({ min: -3, max: 5 }), { minLength: 1, maxLength: 6 }),
      socHalves: fc.integer({ min: 0, max: 8 }),
      targetHalves: fc.integer({ min: 0, max: 8 }),
    });
    await fc.assert(
      fc.asyncProperty(tiny, async ({ prices, socHalves, targetHalves }) => {
        const problem = problemOf(slotsOf(prices, 60), {
          capacityKwh: 8,
          soc: socHalves / 8,
          targetSoc: targetHalves / 8,
          maxKw: 2,
          efficiency: 1,
        });
        const best = bestOfAll(problem, [0, 1, 2]);
        const plan = await planCharging(problem);
        expect(plan.shortfallKwh).toBeCloseTo(best.shortfallKwh, 6);
        expect(plan.costNok).toBeCloseTo(best.costNok, 6);
      }),
      { numRuns: 300 },
    );
  });

  it('is the same to the byte for the same problem', async () => {
    await fc.assert(
      fc.asyncProperty(anyProblem(), async (problem) => {
        const again = structuredClone(problem);
        const options = { withWouldCost: true };
        expect(JSON.stringify(await planCharging(again, options))).toBe(
          JSON.stringify(await planCharging(problem, options)),
        );
      }),
      { numRuns: 200 },
    );
  });
});

function bestOfAll(problem: Problem, powers: readonly number[]) {
  let best = { shortfallKwh: Number.POSITIVE_INFINITY, costNok: Number.POSITIVE_INFINITY };
  const schedules = problem.slots.reduce<number[][]>(
    (all) => all.flatMap((row) => powers.map((kw) => [...row, kw])),
    [[]],
  );
  for (const row of schedules) {
    const { violations, shortfallKwh, costNok } = checkPlan(problem, [row]);
    const shorter = shortfallKwh < best.shortfallKwh;
    const cheaper = shortfallKwh === best.shortfallKwh && costNok < best.costNok;
    if (violations.length === 0 && (shorter || cheaper)) best = { shortfallKwh, costNok };
  }
  return best;
}

describe('the lower bound', () => {
  it('is never above the cost of a schedule with the least shortfall', async () => {
    await fc.assert(
      fc.asyncProperty(
        anyProblem(30),
        fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })),
        async (problem, shares) => {
          const vehicle = theCar(problem);
          // Some schedule: powers at random, then topped up to the target or cut to the battery, slot by slot.
          const least = checkPlan(problem, chargeAtOnce(problem)).shortfallKwh;
          const row = problem.slots.map((_, t) =>
            t >= vehicle.arriveSlot && t < vehicle.departSlot
              ? (shares.next().value ?? 0) * vehicle.maxKw
              : 0,
          );
          for (const t of row.keys()) topUp(problem, row, t, least);
          const { violations, shortfallKwh, costNok } = checkPlan(problem, [row]);
          fc.pre(violations.length === 0 && shortfallKwh <= least + 1e-9);
          expect(lowerBound(modelOf(problem))).toBeLessThanOrEqual(costNok + 1e-6);
        },
      ),
      RUNS,
    );
  });
});

function topUp(problem: Problem, row: number[], t: number, leastKwh: number): void {
  const { arriveSlot, departSlot, maxKw, efficiency, capacityKwh, soc } = theCar(problem);
  if (t < arriveSlot || t >= departSlot) return;
  const hours = (problem.slots[t]?.minutes ?? 0) / 60;
  const { shortfallKwh, energyKwh } = checkPlan(problem, [row]);
  const missing = Math.max(0, shortfallKwh - leastKwh) / efficiency;
  const over = Math.max(0, energyKwh - ((1 - soc) * capacityKwh) / efficiency);
  row[t] = Math.max(0, Math.min(maxKw, (row[t] ?? 0) + (missing - over) / hours));
}
