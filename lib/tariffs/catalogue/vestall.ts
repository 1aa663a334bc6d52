import { energy, homes, owner, span, tariff, topThree } from './form.ts';

const kw = [0, 5, 10, 15, 20, 25, 50, 75, 100];

export const vestall = owner({
  key: 'vestall',
  name: 'Vestall AS',
  areas: ['NO4'],
  sources: [
    'https://vestall.no/nettleie/',
    'https://vestall.no/nettleiepriser-fra-01-07-2025/',
    'https://vestall.no/nettleiepriser-fra-01-01-2026/',
  ],
  checkedOn: '2025-12-20',
  tariffs: [
    tariff(
      span('2025-01-01', '2025-07-01', homes),
      energy(7, { name: 'Dag', hours: [6, 21], ore: 14 }),
      topThree(kw, [5736, 9564, 13512, 17472, 21252, 32940, 37188, 50844, 73548]),
    ),
    tariff(
      span('2025-07-01', '2026-01-01', homes),
      energy(7, { name: 'Dag', hours: [6, 21], ore: 14 }),
      topThree(kw, [5292, 8832, 12468, 16128, 19620, 30396, 34320, 46920, 67872]),
    ),
    tariff(
      span('2026-01-01', null, homes),
      energy(3, { name: 'Dag', hours: [6, 21], ore: 6 }),
      topThree(
        [0, 2, 5, 10, 15, 20, 25, 50, 75, 100],
        [3672, 5484, 9156, 12936, 16728, 20352, 31560, 35640, 48744, 70548],
      ),
    ),
  ],
});
