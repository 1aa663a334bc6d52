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

/** On in each of these slots: the least in all of them, then the cheapest first up to what is wanted, and on while it is paid for. */
function blockNok(model: Model, first: number, last: number): number {
  const car = model.cars[0];
  if (!car) return Number.NaN;
  const [need, room] = [car.wants.at(-1)?.kwh ?? 0, car.roomKwh];
  const slots = Array.from({ length: last - first + 1 }, (_, i) => first + i)
    .map((t) => ({
      price: model.importPrice[t] ?? 0,
      least: car.minKw * (model.hours[t] ?? 0),
      most: car.mostKwh[t] ?? 0,
    }))
    .sort((a, b) => a.price - b.price);
  let kwh = slots.reduce((sum, { least }) => sum + least, 0);
  let nok = slots.reduce((sum, { least, price }) => sum + least * price, model.startPenaltyNok);
  for (const { price, least, most } of slots) {
    const goal = price < 0 ? room : need;
    const more = Math.max(0, Math.min(most - least, goal - kwh));
    [kwh, nok] = [kwh + more, nok + more * price];
  }
  const isPossible =
    slots.every(({ least, most }) => least <= most) && kwh <= room + 1e-9 && kwh >= need - 1e-9;
  return isPossible ? nok : Number.POSITIVE_INFINITY;
}

describe('one block', () => {
  it('is the cheapest of all blocks, and one start', () => {
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
