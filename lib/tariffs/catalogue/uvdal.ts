import { energy, homes, owner, span, tariff, topThree } from './form.ts';

const kw = [0, 5, 10, 15, 20, 25, 50, 75, 100];

export const uvdal = owner({
  key: 'uvdal',
  name: 'Uvdal Kraftforsyning',
  areas: ['NO5'],
  sources: [
    'http://www.uvdalkraft.no/contact/nett/',
    'http://www.uvdalkraft.no/pdf/Tariffhefte01052024.pdf',
    'http://www.uvdalkraft.no/pdf/Tariffhefte01012025.pdf',
    'https://uvdalkraft.no/pdf/Tariffhefte01012026.pdf',
  ],
  checkedOn: '2025-12-20',
  tariffs: [
    tariff(
      span('2025-01-01', '2025-06-01', homes),
      energy(16.23, { name: 'Høylast', hours: [6, 21], ore: 24.23 }),
      topThree(kw, [3532.8, 5308.8, 7785.6, 14860.8, 21936, 32544, 50236.8, 71452.8, 99753.6]),
    ),
    tariff(
      span('2025-06-01', '2026-01-01', homes),
      energy(15.14, { name: 'Dag', hours: [6, 21], ore: 23.14 }),
      topThree(kw, [3350.4, 5030.4, 7382.4, 14092.8, 20803.2, 30864, 47635.2, 67766.4, 94608]),
    ),
    tariff(
      span('2026-01-01', null, homes),
      energy(15.12, { name: 'Dag', hours: [6, 21], ore: 23.12 }),
      topThree(kw, [3331.2, 5001.6, 7334.4, 13996.8, 20668.8, 30662.4, 47328, 67334.4, 93993.6]),
    ),
  ],
});
