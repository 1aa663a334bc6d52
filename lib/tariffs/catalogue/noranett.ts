import { energy, everyone, owner, span, tariff, topThree } from './form.ts';

export const noranett = owner({
  key: 'noranett',
  name: 'Noranett AS',
  areas: ['NO4'],
  sources: [
    'https://www.noranett.no/nettleiepriser/category2415.html',
    'https://www.noranett.no/getfile.php/1323306-1704953748/Noranett/Filer/Nettleie%202024%20-%20H%C3%A5logaland%20pdf.pdf',
    'https://www.noranett.no/nettleiepriser/nettleiepriser-halogaland-fra-1-1-2024-article3870-2415.html',
    'https://www.noranett.no/getfile.php/1326768-1736159212/Noranett/Filer/Kopi%20av%20Nettleie%202025%20-%20H%C3%A5logaland%20pdf.pdf',
  ],
  checkedOn: '2025-11-22',
  tariffs: [
    tariff(
      span('2025-01-01', null, everyone),
      energy(0.8),
      topThree(
        [0, 2, 4, 6, 8, 10, 15, 20, 25, 30, 35, 40, 45, 50, 75, 100, 125, 150, 175, 200],
        [
          3720, 5280, 6360, 7320, 8160, 9000, 10680, 14400, 16800, 20400, 22800, 25200, 28800, 43200, 63600,
          85200, 106800, 128400, 150000, 213600,
        ],
      ),
    ),
  ],
});
