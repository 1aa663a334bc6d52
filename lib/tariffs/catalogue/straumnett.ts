import { energy, everyone, homes, owner, span, tariff, topThree } from './form.ts';

const kw = [0, 2, 5, 10, 15, 20, 25, 50, 75, 100];

export const straumnett = owner({
  key: 'straumnett',
  name: 'Straumnett AS',
  areas: ['NO5'],
  sources: ['https://straumnett.no/prisar-for-nettleige'],
  checkedOn: '2026-04-15',
  tariffs: [
    tariff(
      span('2024-01-01', '2025-05-09', homes),
      energy(11.07, { name: 'Dag', hours: [6, 21], ore: 16.07 }),
      topThree(kw, [2435.33, 2922.43, 3165.98, 3409.54, 3653.09, 4261.92, 4627.2, 5114.3, 5601.31, 6088.42]),
    ),
    tariff(
      span('2025-05-09', '2026-01-01', homes),
      energy(15.97, { name: 'Dag', hours: [6, 21], ore: 20.97 }),
      topThree(
        kw,
        [3494.21, 4192.99, 4542.43, 4891.87, 5241.31, 6114.53, 6638.98, 7337.76, 8036.64, 8735.42],
      ),
    ),
    tariff(
      span('2026-01-01', null, everyone),
      energy(15.96, { name: 'Høylast', hours: [6, 21], days: ['all'], ore: 20.96 }),
      topThree(kw, [4200, 5052, 5472, 5892, 6312, 7356, 7992, 8832, 9672, 10512]),
    ),
  ],
});
