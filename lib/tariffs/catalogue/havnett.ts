import { energy, homes, owner, span, tariff, topThree } from './form.ts';

export const havnett = owner({
  key: 'havnett',
  name: 'Havnett AS',
  areas: ['NO2'],
  sources: ['https://havnett.as/priser/nettleigetariff/'],
  checkedOn: '2025-02-24',
  tariffs: [
    tariff(
      span('2024-08-01', null, homes),
      energy(29.72),
      topThree([0, 5, 10, 15, 20], [2400, 3072, 5404.8, 7564.8, 8284.8]),
    ),
  ],
});
