import { energy, everyone, owner, span, tariff, topThree } from './form.ts';

const kw = [0, 2, 5, 10, 15, 20, 25];

export const areaNettinord = owner({
  key: 'area-nettinord',
  name: 'Area Nett AS - Område 1- NettiNord',
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
        26.89,
        { name: 'Lavlast sommer', hours: [22, 5], months: [4, 5, 6, 7, 8, 9, 10, 11, 12], ore: 24.89 },
        { name: 'Høylast vinter', hours: [6, 21], months: [1, 2, 3], ore: 29.89 },
      ),
      topThree(kw, [6300, 6615, 7245, 10080, 12140, 14030, 17180]),
    ),
    tariff(
      span('2026-01-01', null, ['household', 'small-business']),
      energy(
        26.89,
        { name: 'Lavlast sommer', hours: [22, 5], months: [4, 5, 6, 7, 8, 9, 10, 11, 12], ore: 24.89 },
        { name: 'Høylast vinter', hours: [6, 21], months: [1, 2, 3], ore: 29.89 },
      ),
      topThree(kw, [6300, 6615, 7245, 10080, 12140, 14030, 17180]),
    ),
  ],
});
