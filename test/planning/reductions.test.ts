import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Plan, type Problem, planCharging, type Slot } from '../../lib/planning/index.ts';
import { isoLocal, parseIso } from '../../lib/time/index.ts';
import { anyHome, EVERYTHING, type HomeKind } from './support/any-home.ts';

const NOK = 2e-3;
const small: HomeKind = { cars: [1, 3], slots: [4, 16], hasLoad: true, hasReserve: true, hasWishes: true };
const oneCar: HomeKind = { ...EVERYTHING, cars: [1, 1], slots: [4, 20] };

/** Two homes that must come to the same; where an answer is only bounded, their ranges must meet. */
function expectSame(one: Plan, other: Plan): void {
  expect(Math.abs(one.shortfallKwh - other.shortfallKwh)).toBeLessThan(2e-4);
  expect(one.lowerBoundNok).toBeLessThan(other.costNok + NOK);
  expect(other.lowerBoundNok).toBeLessThan(one.costNok + NOK);
}

const same = (kind: HomeKind, change: (problem: Problem) => Problem) =>
  fc.assert(
    fc.asyncProperty(anyHome(kind), async (problem) => {
      expectSame(await planCharging(problem), await planCharging(change(problem)));
    }),
    { numRuns: 100 },
  );

describe('a plan is the same', () => {
  it('for cars that share nothing, together or each alone', async () => {
    await fc.assert(
      fc.asyncProperty(anyHome(small), async (problem) => {
        const plans = await Promise.all(
          problem.vehicles.map((vehicle) => planCharging({ ...problem, vehicles: [vehicle] })),
        );
        const sum = (of: (plan: Plan) => number) => plans.reduce((total, plan) => total + of(plan), 0);
        const together = await planCharging(problem);
        expect(together.costNok).toBeCloseTo(
          sum(({ costNok }) => costNok),
          3,
        );
        expect(together.shortfallKwh).toBeCloseTo(
          sum(({ shortfallKwh }) => shortfallKwh),
          3,
        );
      }),
      { numRuns: 100 },
    );
  });

  it('in whatever order the cars are told', () =>
    same({ ...small, hasFuse: true, hasSteps: true }, (problem) => ({
      ...problem,
      vehicles: problem.vehicles.toReversed(),
    })));

  it('with limits that are no limits', () =>
    same(oneCar, (problem) => ({
      ...problem,
      fuseKw: problem.fuseKw ?? 9000,
      capacitySteps: problem.capacitySteps ?? [{ uptoKw: 5, nokPerMonth: 100 }],
      startPenaltyNok: problem.startPenaltyNok ?? 0,
      vehicles: problem.vehicles.map((vehicle) => ({
        ...vehicle,
        minSoc: vehicle.minSoc ?? 0,
        minKw: vehicle.minKw ?? 0,
        ceilingSoc: vehicle.ceilingSoc ?? 1,
        slotMaxKw: vehicle.slotMaxKw ?? problem.slots.map(() => vehicle.maxKw),
      })),
    })));

  it('with steps that all cost the same', async () => {
    const steps = { ...small, hasFuse: true, hasSteps: true };
    await fc.assert(
      fc.asyncProperty(anyHome(steps), async ({ capacitySteps = [], ...problem }) => {
        const equal = capacitySteps.map((step) => ({ ...step, nokPerMonth: 100 }));
        expectSame(await planCharging(problem), await planCharging({ ...problem, capacitySteps: equal }));
      }),
      { numRuns: 100 },
    );
  });

  it('with a car more that cannot charge', () =>
    same({ ...small, hasFuse: true, hasSteps: true }, (problem) => ({
      ...problem,
      vehicles: [
        ...problem.vehicles,
        { capacityKwh: 50, soc: 0.5, targetSoc: 0.5, arriveSlot: 0, departSlot: 0, maxKw: 11, efficiency: 1 },
      ],
    })));

  it('in quarters or in hours, where neither power nor starts bind it to slots', () =>
    same({ cars: [1, 2], slots: [4, 24], hasLoad: true, hasSun: true, hasFuse: true }, inQuarters));
});

describe('a plan costs no more', () => {
  it('behind a larger fuse, where as little is missing', async () => {
    await fc.assert(
      fc.asyncProperty(anyHome({ ...oneCar, hasSteps: false }), async (problem) => {
        const { fuseKw = 10 } = problem;
        const narrow = await planCharging({ ...problem, fuseKw });
        const wide = await planCharging({ ...problem, fuseKw: 2 * fuseKw + 1 });
        expect(wide.shortfallKwh).toBeLessThan(narrow.shortfallKwh + 2e-4);
        if (wide.shortfallKwh < narrow.shortfallKwh - 1e-4) return;
        expect(wide.lowerBoundNok).toBeLessThan(narrow.costNok + NOK);
      }),
      { numRuns: 100 },
    );
  });
});

function inQuarters(problem: Problem): Problem {
  const first: number[] = [];
  const slots: Slot[] = [];
  for (const slot of problem.slots) {
    first.push(slots.length);
    const startAt = parseIso(slot.start) ?? Number.NaN;
    for (let quarter = 0; quarter < slot.minutes / 15; quarter += 1) {
      slots.push({ ...slot, start: isoLocal(startAt + quarter * 900_000), minutes: 15 });
    }
  }
  const at = (slot: number) => first[slot] ?? slots.length;
  const vehicles = problem.vehicles.map((vehicle) => ({
    ...vehicle,
    arriveSlot: at(vehicle.arriveSlot),
    departSlot: at(vehicle.departSlot),
  }));
  return { ...problem, slots, vehicles };
}
