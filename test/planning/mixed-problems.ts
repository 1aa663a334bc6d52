import fc from 'fast-check';
import type { Model } from '../../lib/planning/problem/model.ts';
import type { Problem, Vehicle } from '../../lib/planning/problem/problem.ts';
import { slotsOf } from './problems.ts';

export interface MixedOptions {
  readonly slots: number;
  readonly cars?: number;
  readonly car?: Partial<Vehicle>;
  readonly discharge?: boolean;
  readonly steps?: boolean;
}

const tenths = (min: number, max: number) =>
  fc.integer({ min: min * 10, max: max * 10 }).map((tenth) => tenth / 10 + 0);

const steps = [2, 5, 10, 15, 25].map((uptoKw, i) => ({ uptoKw, nokPerMonth: 150 + 20 * i }));

/** Homes whose cars take at least so much or start at a cost, with fuse and sun; prices with ties and below zero. */
export function mixedProblem({
  slots,
  cars = 1,
  car = {},
  discharge,
  steps: withSteps,
}: MixedOptions): fc.Arbitrary<Problem> {
  const vehicle = fc
    .record({
      soc: tenths(0.1, 0.6),
      targetSoc: tenths(0.3, 1),
      minSoc: fc.constantFrom(0, 0.2, 0.3),
      minKw: fc.constantFrom(0, 1.38, 1.38, 4.14),
      maxKw: fc.constantFrom(3.68, 7.36, 11),
      efficiency: fc.constantFrom(0.9, 1),
      capacityKwh: fc.constantFrom(8, 20, 40),
      arriveSlot: fc.integer({ min: 0, max: 2 }),
      milestone: fc.option(tenths(0.2, 0.6), { nil: undefined }),
    })
    .map(({ milestone, ...fields }) => ({
      ...fields,
      departSlot: slots,
      ...(milestone !== undefined && { milestones: [{ slot: slots >> 1, soc: milestone }] }),
      ...(discharge && { discharge: { maxKw: 5, efficiency: 0.93, wearNokPerKwh: 0.05, floorSoc: 0.1 } }),
      ...car,
    }));
  return fc
    .record({
      prices: fc.array(fc.oneof(tenths(-1, 3), fc.double({ min: -1, max: 3, noNaN: true })), {
        minLength: slots,
        maxLength: slots,
      }),
      loads: fc.array(tenths(0, 4), { minLength: slots, maxLength: slots }),
      sun: fc.array(fc.constantFrom(0, 0, 0, 3.3), { minLength: slots, maxLength: slots }),
      vehicles: fc.array(vehicle, { minLength: cars, maxLength: cars }),
      fuseKw: fc.constantFrom(9.2, 13.8, 40),
      startPenaltyNok: fc.constantFrom(0, 0.2, 1),
    })
    .map(({ prices, loads, sun, ...rest }) => ({
      slots: slotsOf(prices).map((slot, t) => ({
        ...slot,
        baseLoadKw: loads[t] ?? 0,
        solarKw: sun[t] ?? 0,
        exportPrice: slot.importPrice > 0 ? slot.importPrice / 2 : slot.importPrice,
      })),
      ...rest,
      ...(withSteps && { capacitySteps: steps, monthTopPeaksKw: [4.1, 3.2] }),
    }));
}

/** The model with its capacity steps from the house's own on. */
export function stepsOf({ capacity }: Model): number[] {
  return capacity ? Array.from(capacity.steps.keys()).slice(capacity.aloneStep) : [];
}
