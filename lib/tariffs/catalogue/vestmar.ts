import { energy, homes, owner, span, tariff, topThree } from './form.ts';

const kw = [0, 5, 10, 15, 20, 25, 50, 75, 100, 150, 200];

export const vestmar = owner({
  key: 'vestmar',
  name: 'Vestmar Nett AS',
  areas: ['NO2'],
  sources: [
    'https://vestmar-nett.no/nett-og-nettleie/',
    'https://vestmar-nett.no/wp-content/uploads/2025/07/Tariffer-01.07.2025.pdf',
    'https://vestmar-nett.no/wp-content/uploads/2025/12/Tariffer-010126.pdf',
  ],
  checkedOn: '2025-12-20',
  tariffs: [
    tariff(
      span('2025-01-01', '2025-07-01', homes),
      energy(19.86),
      topThree(kw, [4104, 7260, 10416, 13572, 16728, 26184, 41964, 57732, 81396, 112932, 160248]),
    ),
    tariff(
      span('2025-07-01', '2026-01-01', homes),
      energy(18.87),
      topThree(
        kw,
        [3898.8, 6897, 9895.2, 12893.4, 15891.6, 24874.8, 39865.8, 54845.4, 77326.2, 107285.4, 152235.6],
      ),
    ),
    tariff(
      span('2026-01-01', null, homes),
      energy(17.1),
      topThree(kw, [3490.848, 6175.2, 8940, 11640, 14349.6, 22440, 36000, 49200, 69600, 96600, 136800]),
    ),
  ],
});
