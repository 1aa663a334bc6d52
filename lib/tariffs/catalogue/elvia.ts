import { energy, everyone, homes, owner, span, tariff, topThree } from './form.ts';

const kw = [0, 2, 5, 10, 15, 20, 25, 50, 75, 100];

export const elvia = owner({
  key: 'elvia',
  name: 'Elvia AS',
  areas: ['NO1'],
  sources: [
    'https://www.elvia.no/nettleie/alt-om-nettleiepriser/',
    'https://www.elvia.no/nettleie/alt-om-nettleiepriser/nettleie-pris/',
    'https://www.elvia.no/nettleie/alt-om-nettleiepriser/nettleiepriser-for-bedrifter-og-naring/',
  ],
  checkedOn: '2026-06-05',
  tariffs: [
    tariff(
      span('2025-01-01', '2025-04-01', homes),
      energy(15.21, { name: 'Virkedag', hours: [6, 21], days: ['workday'], ore: 23.21 }),
      topThree(kw, [1296, 2064, 3360, 4656, 5952, 7248, 13680, 20160, 26640, 53808]),
    ),
    tariff(
      span('2025-04-01', '2026-07-01', everyone),
      energy(12.99, { name: 'Virkedag', hours: [6, 21], days: ['workday'], ore: 20.99 }),
      topThree(kw, [1200, 1824, 2880, 3936, 4992, 6048, 11280, 16512, 21792, 43872]),
    ),
    tariff(
      span('2026-07-01', null, everyone),
      energy(16.99, { name: 'Virkedag', hours: [6, 21], days: ['workday'], ore: 28.99 }),
      topThree(kw, [1440, 2400, 4032, 5616, 7248, 8880, 16896, 24960, 33024, 65280]),
    ),
  ],
});
