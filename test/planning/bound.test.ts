import { describe, expect, it } from 'vitest';
import { type Problem, planCharging } from '../../lib/planning/index.ts';
import { modelOf } from '../../lib/planning/problem/model.ts';
import { leastShortfallKwh } from '../../lib/planning/proof/bound.ts';

const ready = { capacityKwh: 20, efficiency: 1, maxKw: 11, arriveSlot: 0, departSlot: 1 };

/** One hour under a fuse of 5 kW: the first car wants 8 kWh, the other can spare them. */
const home = (giveKw: number): Problem => ({
  slots: [{ start: '2026-01-12T17:00:00+01:00', minutes: 60, importPrice: 1 }],
  vehicles: [
    { ...ready, soc: 0.2, targetSoc: 0.6 },
    {
      ...ready,
      soc: 0.9,
      targetSoc: 0.1,
      discharge: { maxKw: giveKw, efficiency: 1, wearNokPerKwh: 1, floorSoc: 0 },
    },
  ],
  fuseKw: 5,
});

const least = (giveKw: number, missing: number) =>
  leastShortfallKwh(modelOf(home(giveKw)), [
    { fuse: Float64Array.of(missing), hour: new Float64Array(0), missing },
  ]);

describe('what must be missing where cars feed each other', () => {
  it('is not made more by what giving wears', () => {
    expect(least(3, 1)).toBeCloseTo(0, 4);
    expect(least(3, 0.1)).toBeCloseTo(0, 4);
  });

  it('is what the fuse and the other car leave', () => {
    expect(least(1, 1)).toBeCloseTo(2, 4);
  });
});

describe('what a home costs at least whose one car feeds it', () => {
  it('knows which capacity steps are out of its reach', async () => {
    const discharge = { maxKw: 0.5, efficiency: 1, wearNokPerKwh: 1, floorSoc: 0 };
    const plan = await planCharging({
      slots: [17, 18, 19, 20].map((hour) => ({
        start: `2026-01-12T${hour}:00:00+01:00`,
        minutes: 60,
        importPrice: 1,
        baseLoadKw: 3,
      })),
      vehicles: [{ ...ready, departSlot: 4, soc: 0.2, targetSoc: 0.5, discharge }],
      capacitySteps: [2, 5, 10].map((uptoKw, i) => ({ uptoKw, nokPerMonth: 100 + 100 * i })),
    });
    expect(plan).toMatchObject({ status: 'optimal', costNok: 6 });
  });
});
