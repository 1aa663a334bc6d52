import { energy, homes, owner, span, tariff, topThree } from './form.ts';

const kw = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 14, 16, 18, 20, 40];

export const sygnir = owner({
  key: 'sygnir',
  name: 'Sygnir AS',
  areas: ['NO3', 'NO5'],
  sources: ['https://www.sygnir.no/nettleige', 'https://www.sygnir.no/s/Nettleigeprisar-010126.pdf'],
  checkedOn: '2025-12-25',
  tariffs: [
    tariff(
      span('2024-01-01', '2025-07-01', homes),
      energy(18.78),
      topThree(
        kw,
        [
          2422.4, 2906.4, 3391.2, 3875.2, 4360, 5086.4, 5812.8, 6539.2, 7266.4, 7992.8, 9446.4, 10899.2,
          12352.8, 13805.6, 15259.2, 27369.6, 39480,
        ],
      ),
    ),
    tariff(
      span('2025-07-01', '2026-01-01', homes),
      energy(23.19),
      topThree(
        kw,
        [
          2422.4, 2906.4, 3390.4, 3875.2, 4360, 5086.4, 5812.8, 6539.2, 7266.4, 7992.8, 9446.4, 10899.2,
          12352.8, 13805.6, 15259.2, 27369.6, 39480,
        ],
      ),
    ),
    tariff(
      span('2026-01-01', null, homes),
      energy(22.05),
      topThree(
        kw,
        [
          2304, 2760, 3240, 3684, 4140, 4836, 5520, 6216, 6912, 7596, 9000, 10380, 11760, 13140, 14580, 26040,
          37560,
        ],
      ),
    ),
  ],
});
