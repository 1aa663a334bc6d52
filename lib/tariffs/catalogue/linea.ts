import { energy, everyone, homes, owner, span, tariff, topThree } from './form.ts';

const kw = [0, 2, 5, 10, 15, 20, 25, 50, 75, 100, 150, 200, 300, 400, 500];

export const linea = owner({
  key: 'linea',
  name: 'Linea AS',
  areas: ['NO4'],
  sources: [
    'https://www.linea.no/no/kunde/nettleie/nettleiepriser',
    'https://cdn.sanity.io/files/fqnowpz5/open-prod/aaec4fe54a6d5ddd8fe31807ae33542bcd482ca3.pdf',
  ],
  checkedOn: '2025-11-12',
  tariffs: [
    tariff(
      span('2025-01-01', '2025-07-01', homes),
      energy(16.1, { name: 'Høylast', hours: [6, 21], days: ['workday'], ore: 26.1 }),
      topThree(
        kw,
        [
          3000, 3000, 4656, 6540, 8436, 10344, 17292, 26772, 36252, 52068, 71016, 102576, 140544, 178440,
          216372,
        ],
      ),
    ),
    tariff(
      span('2025-07-01', null, everyone),
      energy(13.5, { name: 'Høylast', hours: [6, 21], days: ['workday'], ore: 23.5 }),
      topThree(
        kw,
        [
          2700, 2700, 4188, 5892, 7596, 9312, 15564, 24096, 32628, 46860, 63912, 92316, 126492, 160596,
          194736,
        ],
      ),
    ),
  ],
});
