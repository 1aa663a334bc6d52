import { expect, it } from 'vitest';
import { modelOf } from '../../lib/planning/problem/model.ts';
import { lowerBound } from '../../lib/planning/proof/bound.ts';
import { slotsOf } from './problems.ts';

it('what a car takes from the roof is not held against what the month’s step leaves to buy', () => {
  const slots = slotsOf([0.2, 1], 60).map((slot, t) => ({
    ...slot,
    solarKw: t === 0 ? 8 : 0,
    exportPrice: 0,
  }));
  const car = {
    capacityKwh: 50,
    soc: 0.2,
    arriveSlot: 0,
    departSlot: 2,
    maxKw: 11,
    minKw: 1.38,
    efficiency: 1,
  };
  const vehicles = [
    { ...car, targetSoc: 0.4 },
    { ...car, targetSoc: 0.2 },
  ];
  const capacitySteps = [2, 5, 10].map((uptoKw, i) => ({ uptoKw, nokPerMonth: 150 + 100 * i }));
  const model = modelOf({ slots, vehicles, capacitySteps });
  const prices = { fuse: new Float64Array(2), hour: new Float64Array(2), step: 0 };
  // Eight from the roof and two bought, all in the first hour.
  expect(lowerBound(model, [prices])).toBeLessThanOrEqual(0.4);
});
