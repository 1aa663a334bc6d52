import { energy, everyone, owner, span, tariff, topThree } from './form.ts';

const kw = [0, 2, 5, 10, 15, 20, 25];

export const areaLega = owner({
  key: 'area-lega',
  name: 'Area Nett AS - Område 3 - Lega',
  areas: ['NO4'],
  sources: [
    'https://www.area.no/kunde-og-nettleie/priser-og-nettleie/',
    'https://www.area.no/getfile.php/131319-1734525121/Filer/PRISBLAD%20TARIFFER%202025.pdf',
    'https://www.area.no/getfile.php/132156-1766066155/Filer/20251218_Tariffer%202026.pdf',
  ],
  checkedOn: '2025-12-20',
  tariffs: [
    tariff(
      span('2025-01-01', '2026-01-01', everyone),
      energy(
        21.3,
        { name: 'Lavlast - sommer', hours: [22, 5], months: [4, 5, 6, 7, 8, 9, 10, 11, 12], ore: 19.3 },
        { name: 'Høylast - vinter', hours: [6, 21], months: [1, 2, 3], ore: 24.3 },
      ),
      topThree(kw, [3300, 4290, 5280, 8580, 10065, 11880, 13200]),
    ),
    tariff(
      span('2026-01-01', null, ['household', 'small-business']),
      energy(
        23.9,
        { name: 'Lavlast - sommer', hours: [22, 5], months: [4, 5, 6, 7, 8, 9, 10, 11, 12], ore: 21.9 },
        { name: 'Høylast - vinter', hours: [6, 21], months: [1, 2, 3], ore: 26.9 },
      ),
      topThree(kw, [4296, 5580, 6864, 10080, 11340, 13224, 16380]),
    ),
  ],
});
