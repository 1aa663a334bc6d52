import { energy, everyone, homes, owner, span, tariff, topThree } from './form.ts';

const kw = [0, 2, 5, 10, 15, 20, 25, 50, 75, 100, 150, 200];

export const everket = owner({
  key: 'everket',
  name: 'Everket AS',
  areas: ['NO1', 'NO2'],
  sources: [
    'https://everket-notodden.no/wp-content/uploads/2025/09/251001-Nettleie-Everket.pdf',
    'https://everket-notodden.no/kunde/#nettleie',
  ],
  checkedOn: '2025-09-21',
  tariffs: [
    tariff(
      span('2024-01-01', '2025-10-01', homes),
      energy(24.8),
      topThree(kw, [3264, 4128, 4992, 6048, 7488, 9600, 12960, 17760, 24000, 32640, 43200, 57600]),
    ),
    tariff(
      span('2025-10-01', null, everyone),
      energy(19.2),
      topThree(kw, [2976, 3648, 4608, 6048, 7488, 9600, 12960, 17760, 24000, 32640, 43200, 57600]),
    ),
  ],
});
