import { energy, homes, owner, span, tariff, topThree } from './form.ts';

export const lysna = owner({
  key: 'lysna',
  name: 'Lysna AS',
  areas: ['NO2'],
  sources: [
    'https://lysna.no/prisar-for-private-kundar',
    'https://lysna.no/prisar-for-mindre-naeringslivskundar-2024-forbruk-under-100-000-kwh-2',
  ],
  checkedOn: '2026-08-18',
  tariffs: [
    tariff(
      span('2024-02-01', '2026-08-01', homes),
      energy(24, { name: 'Dag', hours: [6, 21], ore: 32 }),
      topThree([0, 2, 5, 10, 15, 20], [3720, 4740, 5724, 6960, 8220, 9420]),
    ),
    tariff(
      span('2026-08-01', null, homes),
      energy(26, { name: 'Dag', hours: [6, 22], ore: 32 }),
      topThree([0, 2, 5, 10, 15, 20, 25], [3600, 4377.6, 5280, 6960, 9060, 11760, 18000]),
    ),
  ],
});
