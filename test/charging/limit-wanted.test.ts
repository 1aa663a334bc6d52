import { expect, it } from 'vitest';
import { limitWanted } from '../../lib/charging/limit-wanted.ts';
import type { HomeVehicle, PlanInForce } from '../../lib/homes/index.ts';
import { planned } from './support/a-vehicle.ts';

const ending = (endSoc: number, over: Partial<PlanInForce> = {}): HomeVehicle => {
  const vehicle = planned();
  return { ...vehicle, plan: vehicle.plan && { ...vehicle.plan, targetSoc: 0.8, endSoc, ...over } };
};
const onOrOff = { fuseKw: 15, kwPerAmpere: null };

it('the car stops by itself where the plan ends, at whole percent', () => {
  expect(limitWanted(ending(0.8))).toBe(0.8);
  expect(limitWanted(ending(0.931))).toBe(0.94);
});

it('of a car that is on or off, not a part of its last quarter hour later than was wished; what prices below zero add stays', () => {
  expect(limitWanted(ending(0.829, onOrOff))).toBe(0.8);
  expect(limitWanted(ending(0.95, onOrOff))).toBe(0.95);
  expect(limitWanted(ending(0.829, { ...onOrOff, kwPerAmpere: 0.69 }))).toBe(0.83);
});
