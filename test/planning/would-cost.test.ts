import { describe, expect, it } from 'vitest';
import {
  chargeAtOnce,
  checkPlan,
  type Problem,
  planCharging,
  type Vehicle,
} from '../../lib/planning/index.ts';
import { wouldCost } from '../../lib/planning/words/would-cost.ts';
import { problemOf, slotsOf } from './problems.ts';

const night = [1.5, 1.4, 0.9, 0.5, 0.45, 0.6, 1.1, 1.2];
const car = (of: Partial<Vehicle> = {}): Vehicle => ({
  id: 'car-1',
  capacityKwh: 64,
  soc: 0.3,
  targetSoc: 0.5,
  arriveSlot: 0,
  departSlot: 6,
  maxKw: 11,
  efficiency: 0.9,
  ...of,
});
const home = (of: Partial<Problem> = {}, cars = [car()]): Problem => ({
  slots: slotsOf(night, 60),
  vehicles: cars,
  ...of,
});
const pricesOf = async (problem: Problem) =>
  new Map(
    (await planCharging(problem, { withWouldCost: true })).wouldCost.map(({ change, nok }) => [change, nok]),
  );
const cost = async (problem: Problem) => (await planCharging(problem)).costNok;

describe('what other wishes would cost', () => {
  it('is the difference to the exact plan of the changed problem', async () => {
    const problem = home();
    const [prices, now] = [await pricesOf(problem), await cost(problem)];
    const changed = (of: Partial<Vehicle>) => cost(home({}, [car(of)]));
    expect([...prices.keys()]).toEqual([
      'ready one hour earlier',
      'ready one hour later',
      '5 % less in the battery',
      '5 % more in the battery',
      'charge at once',
    ]);
    expect(prices.get('ready one hour earlier')).toBeCloseTo((await changed({ departSlot: 5 })) - now, 5);
    expect(prices.get('ready one hour later')).toBeCloseTo((await changed({ departSlot: 7 })) - now, 5);
    expect(prices.get('5 % less in the battery')).toBeCloseTo((await changed({ targetSoc: 0.45 })) - now, 5);
    expect(prices.get('5 % more in the battery')).toBeCloseTo((await changed({ targetSoc: 0.55 })) - now, 5);
    const atOnce = checkPlan(problem, chargeAtOnce(problem)).costNok;
    expect(prices.get('charge at once')).toBeCloseTo(atOnce - now, 5);
    expect(prices.get('5 % less in the battery')).toBeLessThan(0);
  });

  it('is asked of each car by its name, and of the fuse that they share', async () => {
    const cars = [car(), car({ id: 'car-2', soc: 0.2, minSoc: 0.25 })];
    const [problem, loose] = [home({ fuseKw: 12 }, cars), home({}, cars)];
    const prices = await pricesOf(problem);
    expect(prices.has('car-1 ready one hour earlier')).toBe(true);
    expect(prices.has('car-2 5 % more in the battery')).toBe(true);
    expect(prices.has('car-1 no reserve')).toBe(false);
    expect(prices.get('car-2 no reserve')).toBeLessThan(0);
    expect(prices.get('without the fuse limit')).toBeCloseTo((await cost(loose)) - (await cost(problem)), 5);
    expect(prices.get('without the fuse limit')).toBeLessThan(-0.1);
    expect((await pricesOf(home({ fuseKw: 30 }, cars))).has('without the fuse limit')).toBe(false);
  });

  it('tells what a capacity step lower and higher would come to, fee and all', async () => {
    // 14.22 kWh from 17:00 to 22:00. At most 8 kW: 8 · 0.45 + 6.22 · 0.5, and one fee; 4 kW: 4 · (0.45 + 0.5 + 0.9) + 2.22 · 1.4;
    // 11 kW, the charger's most: 11 · 0.45 + 3.22 · 0.5, and two fees.
    const capacitySteps = [4, 8, 12].map((uptoKw, i) => ({ uptoKw, nokPerMonth: 3 * i }));
    const problem = home({ slots: slotsOf(night.slice(0, 5), 60), capacitySteps }, [car({ departSlot: 5 })]);
    expect(await cost(problem)).toBeCloseTo(9.711, 3);
    const prices = await pricesOf(problem);
    expect(prices.get('a capacity step lower')).toBeCloseTo(10.511 - 9.711, 3);
    expect(prices.get('a capacity step higher')).toBeCloseTo(12.561 - 9.711, 3);
  });

  it.each([
    [
      'that would leave more of the battery missing',
      slotsOf([1, 2, 3], 60),
      { soc: 0.4, targetSoc: 0.8 },
      'ready one hour earlier',
    ],
    ['to less where the car has that already', slotsOf(night, 60), { soc: 0.78 }, '5 % less in the battery'],
    ['to more than the ceiling', slotsOf(night, 60), { ceilingSoc: 0.82 }, '5 % more in the battery'],
    [
      'to more than the battery',
      slotsOf(night, 60),
      { soc: 0.7, targetSoc: 0.98 },
      '5 % more in the battery',
    ],
    ['past the end of the prices', slotsOf(night, 60), {}, 'ready one hour later'],
    ['to one block where it is one', slotsOf(night, 60), {}, 'in one unbroken block'],
  ] as const)('leaves out a change %s', async (_, slots, of, change) => {
    expect((await pricesOf(problemOf(slots, of))).has(change)).toBe(false);
  });

  it('asks for one block where there are several', async () => {
    const problem = problemOf(slotsOf([0.5, 3, 0.5, 3], 60), { soc: 0.3, targetSoc: 0.6 });
    const { powerKw } = await planCharging(problem);
    const asked: Problem[] = [];
    await wouldCost(problem, powerKw, async (changed) => {
      asked.push(changed);
      return null;
    });
    expect(asked.filter(({ vehicles: [one] }) => one?.oneBlock)).toHaveLength(1);
  });

  it('leaves out what was not proved', async () => {
    const problem = home();
    const { powerKw } = await planCharging(problem);
    const answers = await wouldCost(problem, powerKw, async () => null);
    expect(answers.map(({ change }) => change)).toEqual(['charge at once']);
  });

  it('leaves out a step that the changed plan does not keep', async () => {
    const capacitySteps = [4, 8, 12].map((uptoKw, i) => ({ uptoKw, nokPerMonth: 3 * i }));
    const slots = slotsOf(night.slice(0, 5), 60);
    const problem = home({ slots, capacitySteps }, [car({ departSlot: 5 })]);
    const { powerKw } = await planCharging(problem);
    const answers = await wouldCost(problem, powerKw, async () => powerKw);
    expect(answers.map(({ change }) => change)).not.toContain('a capacity step lower');
    expect(answers.map(({ change }) => change)).not.toContain('a capacity step higher');
  });

  it('is not asked unless wished', async () => {
    expect((await planCharging(home())).wouldCost).toEqual([]);
  });
});
