import { energy, everyone, owner, span, tariff, topThree } from './form.ts';

const kw = [0, 2, 5, 10, 15, 20, 25, 50, 75, 100, 150, 200, 300, 400, 500];

export const nettselskapet = owner({
  key: 'nettselskapet',
  name: 'Nettselskapet AS',
  areas: ['NO3'],
  sources: ['https://nettselskapet.as/strompris', 'https://nettselskapet.as/strompris-2'],
  checkedOn: '2026-05-25',
  tariffs: [
    tariff(
      span('2025-01-01', '2025-08-01', everyone),
      energy(
        4.9,
        { name: 'Høylast sommer', hours: [6, 21], months: [5, 6, 7, 8, 9, 10], ore: 14.9 },
        { name: 'Høylast vinter', hours: [6, 21], months: [1, 2, 3, 4, 11, 12], ore: 16.8 },
        { name: 'Lavlast vinter', hours: [22, 5], months: [1, 2, 3, 4, 11, 12], ore: 6.8 },
      ),
      topThree(
        kw,
        [
          1320, 2400, 4080, 6000, 7800, 9840, 16800, 26400, 36000, 51960, 71160, 103080, 141360, 179760,
          218040,
        ],
      ),
    ),
    tariff(
      span('2025-08-01', '2026-07-01', everyone),
      energy(
        1.6,
        { name: 'Høylast sommer', hours: [6, 21], months: [5, 6, 7, 8, 9, 10], ore: 11.6 },
        { name: 'Høylast vinter', hours: [6, 21], months: [1, 2, 3, 4, 11, 12], ore: 12.7 },
        { name: 'Lavlast vinter', hours: [22, 5], months: [1, 2, 3, 4, 11, 12], ore: 2.7 },
      ),
      topThree(
        kw,
        [
          1320, 2400, 4080, 6000, 7800, 9840, 16800, 26400, 36000, 51960, 71160, 103080, 141360, 179760,
          218040,
        ],
      ),
    ),
    tariff(
      span('2026-07-01', null, everyone),
      energy(
        1.6,
        { name: 'Høylast sommer', hours: [6, 21], months: [5, 6, 7, 8, 9, 10], ore: 11.6 },
        { name: 'Høylast vinter', hours: [6, 21], months: [1, 2, 3, 4, 11, 12], ore: 12.7 },
        { name: 'Lavlast vinter', hours: [22, 5], months: [1, 2, 3, 4, 11, 12], ore: 2.7 },
      ),
      topThree(
        kw,
        [
          1560, 2880, 4920, 7320, 9480, 11880, 20400, 31920, 43560, 62880, 86160, 124800, 171240, 217680,
          264120,
        ],
      ),
    ),
  ],
});
