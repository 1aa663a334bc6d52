import { energy, homes, owner, span, tariff, topThree } from './form.ts';

const kw = [0, 5, 10, 15, 20, 25, 50, 75, 100];

export const kenett = owner({
  key: 'kenett',
  name: 'KE Nett AS',
  areas: ['NO2'],
  sources: [
    'https://ke-nett.no/getfile.php/132301-1757669563/Dokumenter/Nettleige/Nettleigebrosjyre%202025_01102025.pdf',
    'https://ke-nett.no/Nettleiepriser/',
    'https://ke-nett.no/getfile.php/132386-1766072857/Dokumenter/Nettleige/Nettleigebrosjyre%202026.pdf',
  ],
  checkedOn: '2025-12-20',
  tariffs: [
    tariff(
      span('2025-01-01', '2025-05-01', homes),
      energy(11, { name: 'Ukedag', hours: [6, 21], days: ['weekday'], ore: 23 }),
      topThree(kw, [3000, 4680, 6360, 8040, 9720, 19800, 25200, 33600, 64680]),
    ),
    tariff(
      span('2025-05-01', '2025-10-01', homes),
      energy(1, { name: 'Ukedag', hours: [6, 21], days: ['weekday'], ore: 13 }),
      topThree(kw, [3000, 4680, 6360, 8040, 9720, 19800, 25200, 33600, 64680]),
    ),
    tariff(
      span('2025-10-01', '2026-01-01', homes),
      energy(1, { name: 'Ukedag', hours: [6, 21], days: ['weekday'], ore: 13 }),
      topThree(kw, [1440, 3120, 4800, 6480, 8160, 18240, 23640, 32040, 63120]),
    ),
    tariff(
      span('2026-01-01', null, homes),
      energy(8, { name: 'Ukedag', hours: [6, 21], days: ['weekday'], ore: 18 }),
      topThree(kw, [2400, 3600, 5400, 8040, 9720, 19800, 25200, 33600, 64680]),
    ),
  ],
});
