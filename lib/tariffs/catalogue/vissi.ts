import { energy, homes, owner, span, tariff, topThree } from './form.ts';

export const vissi = owner({
  key: 'vissi',
  name: 'Vissi AS',
  areas: ['NO4'],
  sources: ['https://www.vissi.no/priser-og-vilkar/nettleie-privat/'],
  checkedOn: '2024-11-06',
  tariffs: [
    tariff(
      span('2025-01-01', null, homes),
      energy(13, { name: 'Dag', hours: [6, 21], ore: 29 }),
      topThree(
        [0, 5, 10, 15, 20, 25, 50, 75, 100, 150, 200],
        [3360, 5760, 7800, 9840, 11880, 18600, 24900, 30600, 36600, 41400, 47400],
      ),
    ),
  ],
});
