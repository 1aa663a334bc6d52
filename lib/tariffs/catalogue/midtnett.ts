import { energy, owner, span, tariff, topThree } from './form.ts';

const kw = [0, 5, 10, 15, 20, 25, 50, 75, 100];

export const midtnett = owner({
  key: 'midtnett',
  name: 'Midtnett AS',
  areas: ['NO1'],
  sources: [
    'https://www.midtnett.no/nettleie',
    'https://midtnett.no/wp-content/uploads/2025/03/Pristabell-1.april_.2025.pdf',
    'https://midtnett.no/nettleie-informasjon-og-priser/',
  ],
  checkedOn: '2024-12-27',
  tariffs: [
    tariff(
      span('2025-01-01', null, ['household']),
      energy(18.86, { name: 'Høylast', hours: [6, 21], days: ['all'], ore: 23.86 }),
      topThree(kw, [2640, 3964.8, 6000, 9004.8, 12000, 16761.6, 25152, 31200, 36000]),
    ),
    tariff(
      span('2025-01-01', '2026-01-01', ['cabin']),
      energy(18.86, { name: 'Høylast', hours: [6, 21], days: ['all'], ore: 23.86 }),
      topThree(kw, [2640, 3964.8, 6000, 9004.8, 12000, 16761.6, 25152, 31200, 36000]),
    ),
    tariff(
      span('2026-01-01', null, ['cabin']),
      energy(18.86, { name: 'Høylast', hours: [6, 21], days: ['all'], ore: 23.86 }),
      topThree(kw, [3168, 4752, 7200, 10800, 14400, 20112, 30180, 37440, 43200]),
    ),
  ],
});
