import { energy, homes, owner, span, tariff, topThree } from './form.ts';

export const mostraum = owner({
  key: 'mostraum',
  name: 'Mostraum Nett AS',
  areas: ['NO5'],
  sources: ['https://www.mostraumnett.no/nettprisar-for-2026-1', 'https://www.mostraumnett.no/nettprisar'],
  checkedOn: '2026-01-11',
  tariffs: [
    tariff(
      span('2025-01-01', '2025-11-01', homes),
      energy(39),
      topThree([0, 2, 5, 10, 15, 20], [750, 1236, 2100, 2964, 3828, 4686]),
    ),
    tariff(
      span('2025-11-01', null, homes),
      energy(39),
      topThree(
        [0, 2, 5, 10, 15, 20, 25, 50, 75, 100],
        [744, 1200, 1992, 2880, 3696, 4512, 8640, 25440, 33600, 66240],
      ),
    ),
  ],
});
