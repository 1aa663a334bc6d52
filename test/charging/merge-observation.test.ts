import { expect, it } from 'vitest';
import { mergeObservation } from '../../lib/charging/merge-observation.ts';
import { evening, minutes, seen } from './support/a-vehicle.ts';

const quarters = (from: number, soc: number, count: number) =>
  Array.from({ length: count }, (_, i) => seen(evening + minutes(15 * (from + i)), { soc }));

it('a single wild reading of the battery is not acted on', () => {
  const [known, wild, usual] = [
    seen(evening, { soc: 0.5 }),
    seen(evening + minutes(15), { soc: 0.05 }),
    seen(evening + minutes(30), { soc: 0.51 }),
  ];
  const doubting = mergeObservation(known, wild);
  expect(doubting.soc).toBe(0.5);
  expect(mergeObservation(doubting, usual).soc).toBe(0.51);
});

it('what the car goes on saying is believed within hours, also where the first reading was the wrong one', () => {
  const believed = quarters(1, 0.6, 9).reduce(mergeObservation, seen(evening, { soc: 0.05 }));
  expect(believed.soc).toBe(0.6);
});
