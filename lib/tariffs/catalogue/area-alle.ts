import { energy, owner, span, tariff, topThree } from './form.ts';

/** Cabins, in all of Area Nett's grid; a home has the tariff of its part. */
export const areaAlle = owner({
  key: 'area-alle',
  name: 'Area Nett AS - Alle områder',
  areas: ['NO4'],
  sources: [
    'https://www.area.no/kunde-og-nettleie/priser-og-nettleie/',
    'https://www.area.no/getfile.php/132156-1766066155/Filer/20251218_Tariffer%202026.pdf',
  ],
  checkedOn: '2025-12-20',
  tariffs: [
    tariff(
      span('2026-01-01', null, ['cabin']),
      energy(
        26.89,
        { name: 'Lavlast sommer', hours: [22, 5], months: [4, 5, 6, 7, 8, 9, 10, 11, 12], ore: 24.89 },
        { name: 'Høylast vinter', hours: [6, 21], months: [1, 2, 3], ore: 29.89 },
      ),
      topThree([0, 2, 5, 10, 15, 20, 25], [6936, 8004, 8772, 12192, 13716, 13716, 13716]),
    ),
  ],
});
