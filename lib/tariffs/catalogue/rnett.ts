import { energy, everyone, homes, owner, span, tariff, topThree } from './form.ts';

const kw = [0, 5, 10, 15, 20, 25, 50, 75, 100];

export const rnett = owner({
  key: 'rnett',
  name: 'R-Nett AS',
  areas: ['NO1'],
  sources: [
    'https://r-nett.no/overforingspriser/',
    'https://r-nett.no/wp-content/uploads/application/pdf/Nettleietariffer_fra_01012024.pdf',
    'https://r-nett.no/wp-content/uploads/application/pdf/Overforingspriser-fra-01.01.2026.pdf',
    'https://r-nett.no/wp-content/uploads/application/pdf/Nettleiepriser-fra-01.06.2026.pdf',
  ],
  checkedOn: '2026-05-30',
  tariffs: [
    tariff(
      span('2025-01-01', '2025-04-01', homes),
      energy(14.81, { name: 'alle', hours: [6, 21], days: ['all'], ore: 24.41 }),
      topThree(kw, [3196.8, 4790.4, 7027.2, 13420.8, 19814.4, 29404.8, 45379.2, 64550.4, 90124.8]),
    ),
    tariff(
      span('2025-04-01', '2026-01-01', homes),
      energy(14.872, { name: 'alle', hours: [6, 21], days: ['all'], ore: 24.47 }),
      topThree(kw, [3196.8, 4790.4, 7027.2, 13420.8, 19814.4, 29404.8, 45379.2, 64550.4, 90124.8]),
    ),
    tariff(
      span('2026-01-01', '2026-06-01', homes),
      energy(16.07, { name: 'alle', hours: [6, 21], days: ['all'], ore: 25.67 }),
      topThree(kw, [3100.8, 4646.4, 6816, 13008, 19200, 28492.8, 43977.6, 62563.2, 87340.8]),
    ),
    tariff(
      span('2026-06-01', null, everyone),
      energy(16.87, { name: 'Dag', hours: [6, 21], ore: 26.47 }),
      topThree(kw, [3292.8, 4934.4, 7238.4, 13814.4, 20390.4, 30259.2, 46713.6, 66441.6, 92764.8]),
    ),
  ],
});
