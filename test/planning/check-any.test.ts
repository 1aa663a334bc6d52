import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkPlan, type Problem, type Vehicle } from '../../lib/planning/index.ts';
import { anyHome, EVERYTHING } from './support/any-home.ts';
import { judge } from './support/judge.ts';

/** What a power may be, as a share of the car's most, so that limits are kept, met and broken. */
const share = fc.oneof(
  { weight: 6, arbitrary: fc.constant(0) },
  fc.constantFrom(1, 1, 0.5, 0.25),
  fc.double({ min: 0, max: 1, noNaN: true }),
);
const any = { ...EVERYTHING, slots: [4, 24], isOneBlock: true, feedsHouse: true } as const;

/** A home and a schedule that keeps to windows and powers; what else it breaks is chance. */
const schedules = fc
  .tuple(anyHome(any), fc.infiniteStream(share), fc.boolean())
  .map(([problem, shares, mayDischarge]) => ({ problem, powerKw: powersOf(problem, shares, mayDischarge) }));

function powersOf(problem: Problem, shares: Iterator<number>, mayDischarge: boolean): number[][] {
  return problem.vehicles.map((vehicle) =>
    problem.slots.map((_, t) => {
      const part: number = shares.next().value ?? 0;
      const isHere = t >= vehicle.arriveSlot && t < vehicle.departSlot;
      const kw = isHere ? powerOf(vehicle, t, part, mayDischarge) : 0;
      // What the checker takes for rounding is no power.
      return Math.abs(kw) > 1e-4 ? kw : 0;
    }),
  );
}

function powerOf(vehicle: Vehicle, t: number, part: number, mayDischarge: boolean): number {
  const { maxKw, minKw = 0, slotMaxKw, discharge } = vehicle;
  if (discharge && mayDischarge && part < 0.5) return -part * discharge.maxKw;
  const most = Math.min(maxKw, slotMaxKw?.[t] ?? maxKw);
  return part === 0 || most < minKw ? 0 : minKw + part * (most - minKw);
}

describe('the checker', () => {
  it('says of any schedule what a second reading of the contract says', () => {
    let good = 0;
    fc.assert(
      fc.property(schedules, ({ problem, powerKw }) => {
        const [check, judged] = [checkPlan(problem, powerKw), judge(problem, powerKw)];
        good += check.violations.length === 0 ? 1 : 0;
        expect(check.violations.length > 0).toBe(judged.broken.length > 0);
        // What is missing in a battery that is below empty is anybody's guess.
        if (judged.broken.length === 0) expect(check.shortfallKwh).toBeCloseTo(judged.shortfallKwh, 8);
        expect(check.costNok).toBeCloseTo(judged.costNok, 8);
        expect(check.parts.energyNok).toBeCloseTo(judged.energyNok, 8);
        expect(check.parts.capacityNok).toBeCloseTo(judged.capacityNok, 8);
        expect(check.parts.startNok).toBeCloseTo(judged.startNok, 8);
        expect(check.starts).toBe(judged.starts);
      }),
      { numRuns: 1000 },
    );
    expect(good).toBeGreaterThan(100);
  });

  it('finds whatever is planted in a schedule that holds', () => {
    const planted = fc.tuple(schedules, fc.nat(), fc.nat(), fc.double({ min: 1e-4, max: 50, noNaN: true }));
    fc.assert(
      fc.property(planted, ([{ problem, powerKw }, car, slot, amount]) => {
        fc.pre(checkPlan(problem, powerKw).violations.length === 0);
        const [v, t] = [car % problem.vehicles.length, slot % problem.slots.length];
        const vehicle = problem.vehicles[v];
        const wrong = (kw: number) =>
          checkPlan(problem, powerKw.with(v, (powerKw[v] ?? []).with(t, kw))).violations;
        expect(wrong((vehicle?.maxKw ?? 0) + amount)).not.toEqual([]);
        expect(wrong(-(vehicle?.discharge?.maxKw ?? 0) - amount)).not.toEqual([]);
        expect(wrong(Number.NaN)).not.toEqual([]);
        const isAway = t < (vehicle?.arriveSlot ?? 0) || t >= (vehicle?.departSlot ?? 0);
        if (isAway) expect(wrong(amount)).not.toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});
