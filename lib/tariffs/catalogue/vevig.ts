import { energy, everyone, homes, owner, span, steps, tariff, topThree } from './form.ts';

const kw = [0, 2, 5, 10, 15, 20, 25, 30, 40, 50, 75, 100, 125, 150, 200, 300, 400];

export const vevig = owner({
  key: 'vevig',
  name: 'Vevig AS',
  areas: ['NO1', 'NO3'],
  sources: ['https://vevig.no/nettleie-og-vilkar/nettleie-privat/'],
  checkedOn: '2025-11-12',
  tariffs: [
    tariff(
      span('2025-01-01', '2025-07-01', homes),
      energy(14.1, { name: 'Dag', hours: [6, 21], ore: 22.5 }),
      steps(
        'top-three-days',
        false,
        kw,
        [
          2112, 2748, 3816, 4896, 5976, 7032, 8100, 10248, 12372, 17712, 23064, 28392, 33744, 44424, 65796,
          87156, 215364,
        ],
      ),
    ),
    tariff(
      span('2025-07-01', null, everyone),
      energy(15.81, { name: 'Høylast', hours: [6, 21], days: ['all'], ore: 25.21 }),
      topThree(
        kw,
        [
          2412, 3132, 4356, 5580, 6816, 8016, 9240, 11688, 14940, 20196, 26292, 32364, 38472, 50640, 70092,
          97980, 196680,
        ],
      ),
    ),
  ],
});
