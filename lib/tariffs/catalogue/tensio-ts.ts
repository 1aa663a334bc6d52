import { energy, everyone, homes, owner, span, tariff, topThree } from './form.ts';

const kw = [0, 2, 5, 10, 15, 20, 25, 50, 75, 100, 150, 200, 300, 400, 500];

export const tensioTs = owner({
  key: 'tensio-ts',
  name: 'Tensio TS AS',
  areas: ['NO3'],
  sources: [
    'https://www.tensio.no/no/kunde/nettleie/nettleiepriser-for-privat',
    'https://www.tensio.no/no/kunde/nettleie/nettleiepriser-for-bedrift',
    'https://www.tensio.no/no/kunde/nettleie/nettleiepriser-september-ts',
  ],
  checkedOn: '2026-06-19',
  tariffs: [
    tariff(
      span('2025-01-01', '2025-07-01', homes),
      energy(11.498, { name: 'Dag', hours: [6, 21], days: ['all'], ore: 23.202 }),
      topThree(
        kw,
        [
          1315.2, 2342.4, 3993.6, 5884.8, 7776, 9686.4, 16636.8, 26112, 35596.8, 51408, 70358.4, 101942.4,
          139910.4, 177801.6, 215740.8,
        ],
      ),
    ),
    tariff(
      span('2025-07-01', '2026-01-01', everyone),
      energy(10.9, { name: 'Dag', hours: [6, 21], ore: 22 }),
      topThree(
        kw,
        [
          1248, 2227.2, 3792, 5587.2, 7392, 9206.4, 15801.6, 24806.4, 33820.8, 48835.2, 66844.8, 96844.8,
          132912, 168912, 204950.4,
        ],
      ),
    ),
    tariff(
      span('2026-01-01', '2026-07-01', everyone),
      energy(10.206, { name: 'Dag', hours: [6, 21], ore: 20.702 }),
      topThree(
        kw,
        [
          1171.2, 2092.8, 3561.6, 5251.2, 6950.4, 8649.6, 14851.2, 23318.4, 31795.2, 45907.2, 62832, 91036.8,
          124934.4, 158774.4, 192652.8,
        ],
      ),
    ),
    tariff(
      span('2026-07-01', null, everyone),
      energy(10.902, { name: 'Dag', hours: [6, 21], ore: 22.102 }),
      topThree(
        kw,
        [
          1257.6, 2236.8, 3811.2, 5616, 7440, 9254.4, 15888, 24950.4, 34022.4, 49123.2, 67228.8, 97411.2,
          133680, 169891.2, 206140.8,
        ],
      ),
    ),
  ],
});
