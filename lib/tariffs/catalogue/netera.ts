import { energy, everyone, homes, owner, span, steps, tariff } from './form.ts';

const amperes = [0, 10, 63];

export const netera = owner({
  key: 'netera',
  name: 'Netera AS',
  areas: ['NO3'],
  sources: ['https://netera.no/nettleie/avtaler/bedrift/', 'https://netera.no/nettleie/avtaler/privat/'],
  checkedOn: '2026-03-07',
  tariffs: [
    tariff(
      span('2025-01-01', '2026-01-01', homes),
      energy(18.6, { name: 'Høylast', hours: [6, 21], months: [1, 2, 3, 4, 11, 12], ore: 20.9 }),
      steps('main-fuse', true, amperes, [1600, 3200, 6400]),
    ),
    tariff(
      span('2026-01-01', null, everyone),
      energy(20),
      steps('main-fuse', true, amperes, [1600, 3200, 6400]),
    ),
  ],
});
