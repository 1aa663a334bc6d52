import { energy, homes, owner, span, tariff, topThree } from './form.ts';

const kw = [0, 2, 5, 10, 15, 20, 25, 50, 75, 100];

export const nordvest = owner({
  key: 'nordvest',
  name: 'Nordvest Nett AS',
  areas: ['NO3'],
  sources: ['https://www.nvn.no/nettleige/', 'https://www.nvn.no/nettleige/nettleie-privatkunder'],
  checkedOn: '2026-06-20',
  tariffs: [
    tariff(
      span('2025-01-01', '2026-01-01', homes),
      energy(18.79, { name: 'Høylast', hours: [6, 21], ore: 24.79 }),
      topThree(kw, [1440, 3542.4, 4368, 6633.6, 7872, 9177.6, 17606.4, 26054.4, 34492.8, 67843.2]),
    ),
    tariff(
      span('2026-01-01', '2026-07-01', homes),
      energy(20.03, { name: 'Høylast', hours: [6, 21], ore: 26.03 }),
      topThree(kw, [1516.8, 3724.8, 4588.8, 6969.6, 8265.6, 9638.4, 18489.6, 27360, 36220.8, 71232]),
    ),
    tariff(
      span('2026-07-01', null, homes),
      energy(25.23, { name: 'Dag', hours: [6, 21], ore: 31.23 }),
      topThree(kw, [1824, 4473.6, 5500.8, 8361.6, 9916.8, 11568, 22185.6, 32832, 43468.8, 85478.4]),
    ),
  ],
});
