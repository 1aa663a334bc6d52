import { energy, homes, owner, span, tariff, topThree } from './form.ts';

export const snett = owner({
  key: 'snett',
  name: 'S-NETT AS',
  areas: ['NO3'],
  sources: ['https://snett.no/nettleie-forbruk-under-100-000-kwh'],
  checkedOn: '2025-09-19',
  tariffs: [
    tariff(
      span('2025-01-01', null, homes),
      energy(21.41, { name: 'Dag', hours: [6, 21], days: ['all'], ore: 26.4 }),
      topThree(
        [0, 2, 5, 10, 15, 20, 25, 50, 75, 100, 150, 200],
        [2520, 3492, 5052, 6984, 8928, 10872, 16704, 26412, 36120, 50700, 70116, 99264],
      ),
    ),
  ],
});
