import type { Model } from './model.ts';

/** Whether every car takes any power from 0 up, on and off as it likes: then the cheapest plan is a linear program. */
export function isPlain({ cars, startPenaltyNok }: Model): boolean {
  return cars.every(
    ({ minKw, oneBlock, discharge }) => !(minKw > 0 || oneBlock || discharge !== null || startPenaltyNok > 0),
  );
}
