import { energy, everyone, homes, owner, span, tariff, topThree } from './form.ts';

const kw = [0, 2, 5, 10, 15, 20, 25, 50, 75, 100];

export const tendranett = owner({
  key: 'tendranett',
  name: 'Tendranett AS',
  areas: ['NO5'],
  sources: ['https://www.tendranett.no/prisar-og-vilkar-for-nettleige'],
  checkedOn: '2025-12-20',
  tariffs: [
    tariff(
      span('2025-01-01', '2025-06-01', homes),
      energy(14, { name: 'Dag', hours: [6, 21], ore: 19 }),
      topThree(kw, [1600, 2100, 2600, 3600, 4500, 5500, 6800, 8100, 9400, 9700]),
    ),
    tariff(
      span('2025-06-01', '2026-01-01', everyone),
      energy(18.47, { name: 'Dag', hours: [6, 21], ore: 23.51 }),
      topThree(kw, [2008, 2610.4, 3212.8, 4418.4, 5623.2, 6828, 8434.4, 10040.8, 11648, 12049.6]),
    ),
    tariff(
      span('2026-01-01', null, everyone),
      energy(20.35, { name: 'Dag', hours: [6, 21], ore: 25.87 }),
      topThree(kw, [2208, 2870.4, 3532.8, 4857.6, 6182.4, 7507.2, 9273.6, 11049.6, 12816, 13257.6]),
    ),
  ],
});
