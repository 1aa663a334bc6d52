import { energy, everyone, homes, owner, span, tariff, topThree } from './form.ts';

const kw = [0, 2, 5, 10, 15, 20, 25, 50, 75, 100];

export const linja = owner({
  key: 'linja',
  name: 'Linja AS',
  areas: ['NO3'],
  sources: ['https://www.linja.no/nettleige'],
  checkedOn: '2026-06-19',
  tariffs: [
    tariff(
      span('2026-01-01', '2026-07-01', everyone),
      energy(15.382, { name: 'Høylast', hours: [6, 21], ore: 22.382 }),
      topThree(kw, [2640, 3292.8, 3945.6, 6585.6, 7910.4, 9216, 13180.8, 14496, 15801.6, 19766.4]),
    ),
    tariff(
      span('2026-07-01', null, homes),
      energy(14.808, { name: 'Høylast', hours: [6, 21], ore: 22.808 }),
      topThree(kw, [2870.4, 3580.8, 4300.8, 7152, 8592, 10022.4, 14313.6, 15744, 17184, 21465.6]),
    ),
  ],
});
