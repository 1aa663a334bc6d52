import { energy, everyone, owner, span, tariff, topThree } from './form.ts';

const kw = [0, 2, 5, 10, 15, 20, 25, 50, 75, 100, 150, 200];

export const rknett = owner({
  key: 'rknett',
  name: 'RK Nett AS',
  areas: ['NO2'],
  sources: ['https://www.rauland-nett.no/nettprisar'],
  checkedOn: '2025-10-22',
  tariffs: [
    tariff(
      span('2024-05-01', '2025-06-01', everyone),
      energy(24.65),
      topThree(kw, [3096, 4020, 5568, 7116, 8664, 10212, 17952, 25692, 33432, 48900, 64380, 92856]),
    ),
    tariff(
      span('2025-06-01', '2025-10-01', everyone),
      energy(22.65),
      topThree(kw, [2556, 3324, 4608, 5892, 7164, 8448, 14844, 21252, 27648, 40452, 53244, 76800]),
    ),
    tariff(
      span('2025-10-01', null, everyone),
      energy(20.14),
      topThree(kw, [2556, 3324, 4608, 5892, 7176, 8448, 14856, 21252, 27660, 40464, 53268, 76836]),
    ),
  ],
});
