import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { onOff } from '../../lib/planning/engines/on-off.ts';
import { type Model, modelOf } from '../../lib/planning/problem/model.ts';
import { checkPlan } from '../../lib/planning/proof/check.ts';
import { leastOnOffPlan } from '../../lib/planning/proof/least-on-off-plan.ts';
import { settlePowers } from '../../lib/planning/proof/settle-powers.ts';
import { problemOf, slotsOf } from './problems.ts';

/** The cheapest block found by trying each first and last slot. */
function byTrying(model: Model): number {
  const wanted = model.cars[0]?.wants.at(-1)?.kwh ?? 0;
  let best = wanted <= 1e-9 ? 0 : Number.POSITIVE_INFINITY;
  for (let first = 0; first < model.slotCount; first += 1) {
    for (let last = first; last < model.slotCount; last += 1)
      best = Math.min(best, blockNok(model, first, last));
  }
  return best;
}

/** Full between its ends, which may be in part: at their least, their most, or what meets the want or the room. */
function blockNok(model: Model, first: number, last: number): number {
  const car = model.cars[0];
  if (!car) return Number.NaN;
  const [need, room] = [car.wants.at(-1)?.kwh ?? 0, car.roomKwh];
  const [price, most] = [(t: number) => model.importPrice[t] ?? 0, (t: number) => car.mostKwh[t] ?? 0];
  const least = (t: number) => car.minKw * (model.hours[t] ?? 0);
  const fits = (kwh: number, t: number) => kwh >= least(t) - 1e-12 && kwh <= most(t) + 1e-12;
  let [kwh, nok] = [0, model.startPenaltyNok];
  for (let t = first + 1; t < last; t += 1) [kwh, nok] = [kwh + most(t), nok + most(t) * price(t)];
  const ends = (t: number) => [least(t), most(t)];
  const pairs =
    first === last
      ? [...ends(first), need, room].map((x) => [x, 0])
      : [
          ...ends(first).flatMap((x) => [...ends(last), need - kwh - x, room - kwh - x].map((y) => [x, y])),
          ...ends(last).flatMap((y) => [need - kwh - y, room - kwh - y].map((x) => [x, y])),
        ];
  const possible = pairs.filter(([x = 0, y = 0]) => {
    const within = kwh + x + y >= need - 1e-9 && kwh + x + y <= room + 1e-9;
    return within && fits(x, first) && (first === last || fits(y, last));
  });
  return Math.min(...possible.map(([x = 0, y = 0]) => nok + x * price(first) + y * price(last)));
}

describe('one block', () => {
  it('is the cheapest of all blocks at full power, and one start', () => {
    const any = fc.record({
      prices: fc.array(
        fc.integer({ min: -5, max: 30 }).map((tenths) => tenths / 10 + 0),
        { minLength: 4, maxLength: 20 },
      ),
      car: fc.record({
        soc: fc.constantFrom(0.1, 0.35, 0.6),
        targetSoc: fc.constantFrom(0.3, 0.61, 0.8),
        minKw: fc.constantFrom(0, 1.38, 4.14),
        capacityKwh: fc.constantFrom(8, 20),
        maxKw: fc.constantFrom(7.36, 11),
      }),
      startPenaltyNok: fc.constantFrom(0, 0.5),
    });
    fc.assert(
      fc.property(any, ({ prices, car, startPenaltyNok }) => {
        const problem = {
          ...problemOf(slotsOf(prices), { ...car, oneBlock: true, efficiency: 1 }),
          startPenaltyNok,
        };
        const model = modelOf(problem);
        const answer = onOff.solve(model);
        const best = byTrying(model);
        if (!answer || answer instanceof Promise) return expect(best).toBe(Number.POSITIVE_INFINITY);
        const check = checkPlan(problem, settlePowers(model, answer.powerKw));
        expect(check.violations).toEqual([]);
        expect(check.starts).toBeLessThanOrEqual(1);
        expect(check.costNok).toBeCloseTo(best, 3);
        expect(leastOnOffPlan(model).boundNok).toBeLessThanOrEqual(best + 1e-6);
      }),
      { numRuns: 200 },
    );
  });
});
