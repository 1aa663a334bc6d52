import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkPlan, type Problem, planCharging, type Vehicle } from '../../lib/planning/index.ts';
import { slotsOf } from './problems.ts';
import { anyHome, EVERYTHING } from './support/any-home.ts';
import { bruteForce, HAIR_KW } from './support/brute-force.ts';
import { reference } from './support/highs-reference.ts';
import { judge } from './support/judge.ts';

/**
 * Homes so small that every schedule can be tried. All numbers are whole or half and slots are hours, so an optimum lies on the half
 * kilowatts (a day's peak may be half a kilowatt where two days share a step).
 */
const half = (most: number) => fc.nat(2 * most).map((halves) => halves / 2);
const whole = (least: number, most: number) => fc.integer({ min: least, max: most });
const option = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: undefined });

const aCar = (count: number, maxKw: number): fc.Arbitrary<Vehicle> =>
  fc
    .record({
      socEighths: whole(0, 8),
      targetEighths: whole(0, 8),
      minEighths: whole(0, 6),
      ceilingEighths: fc.constantFrom(8, 8, 6),
      minKw: fc.constantFrom(0, 0, 1, 1.5, maxKw + 1),
      window: fc.tuple(fc.nat(count), fc.nat(count)),
      isThere: fc.boolean(),
      oneBlock: fc.boolean(),
      milestones: fc.array(fc.record({ slot: fc.nat(count), eighths: whole(0, 8) }), { maxLength: 1 }),
      slotMaxKw: option(fc.array(half(maxKw), { minLength: count, maxLength: count })),
    })
    .map(({ window, isThere, ...car }) => {
      const [arriveSlot, departSlot] = isThere ? [0, count] : window.toSorted((a, b) => a - b);
      return {
        capacityKwh: 8,
        soc: car.socEighths / 8,
        targetSoc: car.targetEighths / 8,
        minSoc: car.minEighths / 8,
        ceilingSoc: car.ceilingEighths / 8,
        arriveSlot: arriveSlot ?? 0,
        departSlot: departSlot ?? count,
        maxKw,
        minKw: car.minKw,
        efficiency: 1,
        milestones: car.milestones.map(({ slot, eighths }) => ({ slot, soc: eighths / 8 })),
        ...(car.slotMaxKw && { slotMaxKw: car.slotMaxKw }),
        ...(car.oneBlock && { oneBlock: true }),
      };
    });

const aHome = (count: number, cars: number, maxKw: number): fc.Arbitrary<Problem> =>
  fc
    .record({
      prices: fc.array(whole(-2, 5), { minLength: count, maxLength: count }),
      loads: fc.array(whole(0, 3), { minLength: count, maxLength: count }),
      suns: fc.array(fc.constantFrom(0, 0, 1, 4), { minLength: count, maxLength: count }),
      exportBelow: fc.constantFrom(0, 1, 2),
      startsAtHour: fc.constantFrom(0, 5, 6),
      vehicles: fc.tuple(...Array.from({ length: cars }, () => aCar(count, maxKw))),
      fuseKw: option(whole(1, 6)),
      limits: option(fc.uniqueArray(whole(1, 6), { minLength: 1, maxLength: 3 })),
      peaks: fc.array(whole(0, 4), { maxLength: 3 }),
      startPenaltyNok: option(fc.constantFrom(0, 0.5, 2)),
    })
    .map(
      ({
        prices,
        loads,
        suns,
        exportBelow,
        startsAtHour,
        vehicles,
        fuseKw,
        limits,
        peaks,
        startPenaltyNok,
      }) => ({
        // From 17:00 on, so midnight is inside the horizon or not.
        slots: slotsOf([...new Array<number>(startsAtHour).fill(0), ...prices], 60)
          .slice(startsAtHour)
          .map((slot, t) => ({
            ...slot,
            baseLoadKw: loads[t] ?? 0,
            solarKw: suns[t] ?? 0,
            exportPrice: slot.importPrice - exportBelow,
          })),
        vehicles,
        ...(fuseKw !== undefined && { fuseKw }),
        ...(limits && {
          capacitySteps: limits
            .toSorted((a, b) => a - b)
            .map((uptoKw, i) => ({ uptoKw, nokPerMonth: 3 * i * i })),
        }),
        monthTopPeaksKw: peaks,
        ...(startPenaltyNok !== undefined && { startPenaltyNok }),
      }),
    );

const tiny = fc.oneof(aHome(4, 1, 2), aHome(3, 1, 3), aHome(2, 2, 2), aHome(3, 2, 1));

/** Half kilowatts; and next to nothing, where a car may be kept on so that it need not start again, with what that leaves room for. */
function best(problem: Problem) {
  const isKeptOn =
    (problem.startPenaltyNok ?? 0) > 0 || problem.vehicles.some(({ oneBlock }) => oneBlock === true);
  const besideHair = problem.vehicles.map(({ maxKw }) => maxKw - 2 * HAIR_KW);
  const kept = isKeptOn ? [HAIR_KW, ...new Set(besideHair)] : [];
  return bruteForce(problem, [0, ...kept, 0.5, 1, 1.5, 2, 2.5, 3]);
}

describe('where every schedule can be tried', () => {
  it('the reference finds the best of them', () => {
    fc.assert(
      fc.property(tiny, (problem) => {
        const [ours, tried] = [reference(problem), best(problem)];
        expect(Math.abs(ours.shortfallKwh - tried.shortfallKwh)).toBeLessThan(1e-4);
        expect(Math.abs(ours.costNok - tried.costNok)).toBeLessThan(1e-3);
      }),
      { numRuns: 150 },
    );
  });

  it('planning finds the best of them', async () => {
    let unproved = 0;
    await fc.assert(
      fc.asyncProperty(tiny, async (problem) => {
        const [plan, tried] = [await planCharging(problem), best(problem)];
        expect(plan.shortfallKwh).toBeGreaterThan(tried.shortfallKwh - 1e-4);
        if (plan.status === 'bounded') unproved += 1;
        if (plan.status === 'bounded' && problem.vehicles.length > 1) return;
        expect(plan.shortfallKwh).toBeLessThan(tried.shortfallKwh + 1e-4);
        expect(plan.lowerBoundNok).toBeLessThan(tried.costNok + 1e-4);
        if (plan.status === 'bounded') return;
        expect(Math.abs(plan.costNok - tried.costNok)).toBeLessThan(1e-3);
      }),
      { numRuns: 150 },
    );
    // Homes in which cars keep energy from each other are not always proved.
    expect(unproved).toBeLessThanOrEqual(3);
  });
});

describe('what the reference answers', () => {
  it.each([
    ['of the contract', { ...EVERYTHING, slots: [4, 20] }],
    ['with one block', { ...EVERYTHING, cars: [1, 2], slots: [4, 12], isOneBlock: true }],
    ['that feeds itself', { ...EVERYTHING, cars: [1, 2], slots: [4, 12], feedsHouse: true }],
  ] as const)('for a home %s holds its limits and costs what judge and checker say', (_, kind) => {
    fc.assert(
      fc.property(anyHome(kind), (problem) => {
        // Kept on at next to nothing, so that its powers are a schedule as they are.
        const ours = reference(problem, { hairKw: HAIR_KW });
        const powerKw = ours.powerKw.map((row) => row.map((kw) => (Math.abs(kw) < 1e-7 ? 0 : kw)));
        const [judged, checked] = [judge(problem, powerKw), checkPlan(problem, powerKw)];
        expect(checked.violations).toEqual([]);
        expect(checked.costNok).toBeCloseTo(ours.costNok, 5);
        expect(checked.shortfallKwh).toBeCloseTo(ours.shortfallKwh, 5);
        expect(judged.costNok).toBeCloseTo(checked.costNok, 8);
        expect(judged.shortfallKwh).toBeCloseTo(checked.shortfallKwh, 8);
        expect(judged.starts).toBe(checked.starts);
      }),
      { numRuns: 100 },
    );
  });
});
