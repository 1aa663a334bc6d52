import { energy, homes, owner, span, steps, tariff } from './form.ts';

const kw = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 25];

export const fjellnett = owner({
  key: 'fjellnett',
  name: 'Fjellnett AS',
  areas: ['NO3'],
  sources: [
    'https://www.fjellnett.no/nettleie/avtaler-og-vilkar/fellesbestemmelser/',
    'https://www.fjellnett.no/nettleie/nettleiepriser/',
  ],
  checkedOn: '2026-08-18',
  tariffs: [
    tariff(
      span('2025-01-01', '2025-07-01', homes),
      energy(12.43),
      steps(
        'five-weighted-weeks',
        true,
        kw,
        [
          2000, 2524.8, 3049.6, 3574.4, 4099.2, 4624, 5148.8, 5673.6, 6198.4, 6723.2, 7248, 7772.8, 8297.6,
          8822.4, 9347.2, 9872, 10396.8, 10921.6, 11446.4, 11971.2, 12496, 15120,
        ],
      ),
    ),
    tariff(
      span('2025-07-01', '2026-01-01', homes),
      energy(11.43),
      steps(
        'five-weighted-weeks',
        true,
        kw,
        [
          2000, 2482.4, 2964, 3446.4, 3928, 4410.4, 4892, 5374.4, 5856, 6338.4, 6820, 7302.4, 7784, 8266.4,
          8748, 9230.4, 9712, 10194.4, 10676, 11158.4, 11640, 14050.4,
        ],
      ),
    ),
    tariff(
      span('2026-01-01', '2026-07-01', homes),
      energy(12.9),
      steps(
        'five-weighted-weeks',
        true,
        kw,
        [
          2000, 2534, 3068, 3602, 4136, 4670, 5204, 5738, 6272, 6806, 7340, 7874, 8408, 8942, 9476, 10010,
          10544, 11078, 11612, 12146, 12680, 15350,
        ],
      ),
    ),
    tariff(
      span('2026-07-01', null, homes),
      energy(14.8),
      steps(
        'five-weighted-weeks',
        true,
        kw,
        [
          2000, 2589, 3178, 3767, 4356, 4945, 5534, 6123, 6712, 7301, 7890, 8479, 9068, 9657, 10246, 10835,
          11424, 12013, 12602, 13191, 13780, 16725,
        ],
      ),
    ),
  ],
});
