import { energy, everyone, owner, span, tariff, topThree } from './form.ts';

const kw = [0, 2, 5, 10, 15, 20, 25, 50, 75];

export const foie = owner({
  key: 'foie',
  name: 'Føie AS',
  areas: ['NO1', 'NO2', 'NO5'],
  sources: ['https://www.foie.no/nettleie/priser'],
  checkedOn: '2025-12-17',
  tariffs: [
    tariff(
      span('2025-07-01', '2026-01-01', everyone),
      energy(11, { name: 'Dag', hours: [6, 21], ore: 17.5 }),
      topThree(kw, [2400, 3000, 4200, 6600, 8400, 10800, 14400, 24000, 39000]),
    ),
    tariff(
      span('2026-01-01', null, everyone),
      energy(9.998, { name: 'Dag', hours: [6, 21], ore: 16.502 }),
      topThree(kw, [2280, 2820, 4020, 6360, 8040, 10320, 13800, 22800, 28800]),
    ),
  ],
});
