import { energy, everyone, homes, owner, span, tariff, topThree } from './form.ts';

const kw = [0, 2, 5, 10, 15, 20, 25, 50, 75, 100, 150, 200, 300, 400, 500];

export const tensioTn = owner({
  key: 'tensio-tn',
  name: 'Tensio TN AS',
  // NO4: Lierne, Røyrvik and Namsskogan.
  areas: ['NO3', 'NO4'],
  sources: [
    'https://www.tensio.no/no/kunde/nettleie/nettleiepriser-for-privat',
    'https://www.tensio.no/no/kunde/nettleie/nettleiepriser-for-bedrift',
    'https://www.tensio.no/no/kunde/nettleie/nettleiepriser-september-2024-tn',
  ],
  checkedOn: '2026-06-19',
  tariffs: [
    tariff(
      span('2025-01-01', '2025-07-01', homes),
      energy(14.698, { name: 'Dag', hours: [6, 21], days: ['all'], ore: 29.402 }),
      topThree(
        kw,
        [
          1459.2, 2928, 5299.2, 8035.2, 10771.2, 13516.8, 23539.2, 37248, 50937.6, 73737.6, 101145.6,
          146745.6, 201523.2, 256300.8, 311030.4,
        ],
      ),
    ),
    tariff(
      span('2025-07-01', '2026-01-01', everyone),
      energy(13.5, { name: 'Dag', hours: [6, 21], days: ['all'], ore: 27 }),
      topThree(
        kw,
        [
          1344, 2697.6, 4876.8, 7392, 9907.2, 12432, 21657.6, 34272, 46867.2, 67843.2, 93052.8, 135004.8,
          185404.8, 235795.2, 286147.2,
        ],
      ),
    ),
    tariff(
      span('2026-01-01', '2026-07-01', everyone),
      energy(13.006, { name: 'Dag', hours: [6, 21], days: ['all'], ore: 25.902 }),
      topThree(
        kw,
        [
          1286.4, 2592, 4684.8, 7094.4, 9513.6, 11932.8, 20793.6, 32899.2, 44995.2, 65126.4, 89328, 129600,
          177984, 226368, 274704,
        ],
      ),
    ),
    tariff(
      span('2026-07-01', null, everyone),
      energy(13.702, { name: 'Dag', hours: [6, 21], days: ['all'], ore: 27.198 }),
      topThree(
        kw,
        [
          1353.6, 2726.4, 4915.2, 7449.6, 9993.6, 12528, 21830.4, 34540.8, 47241.6, 68380.8, 93792, 136080,
          186883.2, 237686.4, 288441.6,
        ],
      ),
    ),
  ],
});
