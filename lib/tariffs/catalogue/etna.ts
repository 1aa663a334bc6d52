import { energy, homes, owner, span, tariff, topThree } from './form.ts';

const kw = [0, 2, 5, 10, 15, 20];

export const etna = owner({
  key: 'etna',
  name: 'Etna Nett AS',
  areas: ['NO1'],
  sources: [
    'https://etna.no/uploads/Kunde-og-nettleie/Etna-Nett-Nettariff-1-oktober-2025.pdf',
    'https://etna.no/om-nettleie',
    'https://etna.no/uploads/Kunde-og-nettleie/Etna-Nett-Nettariff-1-mai-2026.pdf',
  ],
  checkedOn: '2026-04-09',
  tariffs: [
    tariff(
      span('2024-03-01', '2025-03-01', homes),
      energy(15.16, { name: 'Virkedag', hours: [6, 21], days: ['workday'], ore: 21.16 }),
      topThree(kw, [2640, 3960, 5160, 6360, 10200, 12000]),
    ),
    tariff(
      span('2025-03-01', '2025-10-01', homes),
      energy(16.53, { name: 'Dag', hours: [6, 21], days: ['workday'], ore: 23.17 }),
      topThree(kw, [2916.48, 4373.76, 5699.52, 7025.28, 9278.4, 11598.72]),
    ),
    tariff(
      span('2025-10-01', '2026-05-01', homes),
      energy(17.59, { name: 'Dag', hours: [6, 21], days: ['workday'], ore: 24.55 }),
      topThree(kw, [3063.36, 4595.52, 5987.52, 7380.48, 9746.88, 12184.32]),
    ),
    tariff(
      span('2026-05-01', null, homes),
      energy(18.59, { name: 'Dag', hours: [6, 21], days: ['workday'], ore: 25.55 }),
      topThree(kw, [3360, 5040, 5976, 7380, 9747.6, 12184.8]),
    ),
  ],
});
