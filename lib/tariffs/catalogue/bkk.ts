import { energy, everyone, homes, owner, span, tariff, topThree } from './form.ts';

const kw = [0, 2, 5, 10, 15, 20, 25, 50, 75, 100];

export const bkk = owner({
  key: 'bkk',
  name: 'BKK AS',
  areas: ['NO2', 'NO3', 'NO5'],
  sources: [
    'https://www.bkk.no/alt-om-nettleie/nettleiepriser',
    'https://www.bkk.no/nettleiepriser/priser-privatkunder',
    'https://www.bkk.no/alt-om-nettleie/nettleie-for-bedriftskunder',
  ],
  checkedOn: '2025-12-12',
  tariffs: [
    tariff(
      span('2024-04-01', '2025-09-01', homes),
      energy(19.776, { name: 'Høylast virkedag', hours: [6, 21], days: ['workday'], ore: 29.96 }),
      topThree(kw, [1536, 2496, 4128, 5952, 7680, 9360, 17952, 26496, 35040, 69120]),
    ),
    tariff(
      span('2025-09-01', '2026-01-01', everyone),
      energy(18.99, { name: 'Høylast virkedag', hours: [6, 21], days: ['workday'], ore: 28.77 }),
      topThree(kw, [1488, 2400, 3984, 5760, 7392, 9024, 17280, 25440, 33600, 66240]),
    ),
    tariff(
      span('2026-01-01', null, everyone),
      energy(10.5, { name: 'Høylast virkedag', hours: [6, 21], days: ['workday'], ore: 28.77 }),
      topThree(kw, [1488, 2400, 3984, 5760, 7392, 9024, 17280, 25440, 33600, 66240]),
    ),
  ],
});
