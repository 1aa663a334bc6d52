import { energy, everyone, homes, owner, span, tariff, topThree } from './form.ts';

const kw = [0, 2, 5, 10, 15, 20, 25, 50, 75, 100];

export const glitre = owner({
  key: 'glitre',
  name: 'Glitre Nett AS',
  areas: ['NO1', 'NO2', 'NO5'],
  sources: [
    'https://www.glitrenett.no/kunde/nettleie-og-priser/nettleiepriser-privatkunde',
    'https://www.glitrenett.no/kunde/nettleie-og-priser/nettleiepriser-mindre-bedriftskunder',
  ],
  checkedOn: '2026-06-19',
  tariffs: [
    tariff(
      span('2024-10-01', '2025-09-01', homes),
      energy(15.36, { name: 'Høylast', hours: [6, 21], ore: 24.96 }),
      topThree(kw, [1632, 2064, 3552, 7296, 9504, 11904, 18432, 29184, 38880, 63168]),
    ),
    tariff(
      span('2025-09-01', '2026-07-01', everyone),
      energy(12.6, { name: 'Høylast', hours: [6, 21], ore: 24.6 }),
      topThree(kw, [1536, 1968, 3360, 6960, 9024, 11328, 17520, 27744, 36960, 60000]),
    ),
    tariff(
      span('2026-07-01', null, everyone),
      energy(13.6, { name: 'Høylast', hours: [6, 21], ore: 25.6 }),
      topThree(kw, [1536, 2232, 3744, 7008, 9264, 11616, 18096, 28704, 38304, 63984]),
    ),
  ],
});
