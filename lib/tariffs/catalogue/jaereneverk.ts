import { energy, homes, owner, span, tariff, topThree } from './form.ts';

const kw = [0, 2, 5, 10, 15, 20, 25, 50, 75, 100, 150, 200];

export const jaereneverk = owner({
  key: 'jaereneverk',
  name: 'Jæren Everk AS',
  areas: ['NO2'],
  sources: [
    'https://jev.no/tariffer',
    'https://jev.no/nettleie-for-kunder-med-forbruk-under-100-000-kwh-2-2-2-2',
  ],
  checkedOn: '2025-09-01',
  tariffs: [
    tariff(
      span('2024-01-01', '2025-09-01', homes),
      energy(13, { name: 'Ukedag', hours: [6, 21], days: ['weekday'], ore: 19 }),
      topThree(kw, [1896, 3060, 4896, 7200, 9516, 11820, 18732, 30264, 41796, 59100, 82128, 105156]),
    ),
    tariff(
      span('2025-09-01', null, homes),
      energy(10, { name: 'Ukedag', hours: [6, 21], days: ['weekday'], ore: 16 }),
      topThree(kw, [1896, 3060, 4896, 7200, 9516, 11820, 18732, 30264, 41796, 59100, 82128, 105156]),
    ),
  ],
});
