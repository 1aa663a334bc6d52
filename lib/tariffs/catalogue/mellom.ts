import { energy, everyone, owner, span, tariff, topThree } from './form.ts';

export const mellom = owner({
  key: 'mellom',
  name: 'Mellom AS',
  areas: ['NO3'],
  sources: ['https://mellom.no/nettleie/nettleiepriser/'],
  checkedOn: '2025-11-12',
  tariffs: [
    tariff(
      span('2024-08-01', null, everyone),
      energy(23.47, { name: 'Høylast', hours: [6, 21], ore: 29.77 }),
      topThree(
        [0, 2, 5, 10, 15, 20, 25, 50],
        [2438.4, 3648, 6057.6, 8006.4, 10137.6, 12700.8, 15993.6, 21369.6],
      ),
    ),
  ],
});
