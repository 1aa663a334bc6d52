import { describe, expect, it } from 'vitest';
import { chargeAtOnce, checkPlan, planCharging } from '../../lib/planning/index.ts';
import { problemOf, slotsOf } from './problems.ts';

const reasons = (...problem: Parameters<typeof problemOf>) =>
  planCharging(problemOf(...problem)).explanation.join(' ');
const night = [1.5, 1.4, 0.9, 0.5, 0.45, 0.6, 1.1, 1.2];

describe('the explanation says', () => {
  it('which prices it charges at, what it leaves, and what charging at once would add', () => {
    expect(reasons(slotsOf(night, 60), { soc: 0.5, targetSoc: 0.7 })).toBe(
      'It charges at 0.450 to 0.500 NOK/kWh; no slot left out costs less than 0.600. Charging at once would cost 14.45 NOK more.',
    );
  });

  it('that the target is there already', () => {
    expect(reasons(slotsOf(night, 60), { soc: 0.9 })).toBe(
      'The battery already has its target, 80 %: nothing needs to be charged.',
    );
  });

  it('that the time is too short, and how much will be missing', () => {
    expect(reasons(slotsOf([1, 2], 60))).toBe(
      'The time is too short for the target: 11.6 kWh will be missing, whatever the plan. Every slot before departure is needed, so there is no choice.',
    );
  });

  it('that all slots cost the same', () => {
    expect(reasons(slotsOf([1, 1, 1, 1, 1], 60))).toBe('Every slot costs the same, so it charges early.');
  });

  it('that prices below zero fill the battery past its target', () => {
    expect(reasons(slotsOf([-1, 1, -1], 60), { soc: 0.7 })).toContain(
      'Prices below zero pay for charging past the target, to 100 %.',
    );
  });

  it('that the car leaves when it arrives', () => {
    expect(reasons(slotsOf(night, 60), { arriveSlot: 3, departSlot: 3, soc: 0.8 })).toBe(
      'The car leaves when it arrives: nothing can be charged.',
    );
  });
});

describe('what it would cost', () => {
  const problem = problemOf(slotsOf(night, 60), { soc: 0.3, departSlot: 6 });
  const plan = planCharging(problem, { withWouldCost: true });
  const cost = (change: Partial<(typeof problem)['vehicles'][0]>) =>
    planCharging(problemOf(problem.slots, { ...problem.vehicles[0], ...change })).costNok;

  it('is the difference to the exact plan of the changed problem', () => {
    const atOnce = checkPlan(problem, chargeAtOnce(problem)).costNok;
    expect(plan.wouldCost.map(({ change }) => change)).toEqual([
      'ready one hour earlier',
      '5 % less in the battery',
      'charge at once',
    ]);
    const [earlier, less, once] = plan.wouldCost.map(({ nok }) => nok);
    expect(earlier).toBeCloseTo(cost({ departSlot: 5 }) - plan.costNok, 5);
    expect(less).toBeCloseTo(cost({ targetSoc: 0.75 }) - plan.costNok, 5);
    expect(once).toBeCloseTo(atOnce - plan.costNok, 5);
    expect(earlier).toBeGreaterThan(0);
    expect(less).toBeLessThan(0);
  });

  it('leaves out a change that would leave more of the battery missing', () => {
    const tight = problemOf(slotsOf([1, 2, 3], 60), { soc: 0.4, targetSoc: 0.8 });
    const changes = planCharging(tight, { withWouldCost: true }).wouldCost.map(({ change }) => change);
    expect(changes).toEqual(['5 % less in the battery', 'charge at once']);
  });

  it('leaves out less battery where the car has it already', () => {
    const almost = problemOf(slotsOf(night, 60), { soc: 0.78, targetSoc: 0.8 });
    const changes = planCharging(almost, { withWouldCost: true }).wouldCost.map(({ change }) => change);
    expect(changes).toEqual(['ready one hour earlier', 'charge at once']);
  });

  it('is not asked unless wished', () => {
    expect(planCharging(problem).wouldCost).toEqual([]);
  });
});

describe('the time it took', () => {
  it('is the stopwatch’s', () => {
    let ms = 40;
    const stopwatchMs = () => {
      ms += 1.5;
      return ms;
    };
    expect(planCharging(problemOf(slotsOf(night)), { stopwatchMs }).solveMs).toBe(1.5);
    expect(planCharging(problemOf(slotsOf(night))).solveMs).toBe(0);
  });
});
