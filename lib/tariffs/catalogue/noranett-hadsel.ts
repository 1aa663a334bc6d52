import { energy, everyone, owner, span, tariff, topThree } from './form.ts';

const kw = [0, 2, 4, 6, 8, 10, 15, 20, 25, 30, 35, 40, 45, 50, 75, 100, 125, 150, 175, 200];

export const noranettHadsel = owner({
  key: 'noranett-hadsel',
  name: 'Noranett Hadsel AS',
  areas: ['NO4'],
  sources: [
    'https://www.noranett.no/nettleiepriser/category2415.html',
    'https://www.noranett.no/nettleiepriser/nettleiepriser-hadsel-fra-1-1-2026-article4141-2415.html',
    'https://www.noranett.no/getfile.php/1330162-1765880236/Noranett/Filer/Nettleie%202026%20-%20Hadsel.pdf',
  ],
  checkedOn: '2025-12-20',
  tariffs: [
    tariff(
      span('2025-01-01', '2026-01-01', everyone),
      energy(21.8, { name: 'Dag', hours: [6, 21], ore: 26.8 }),
      topThree(
        kw,
        [
          3240, 4200, 5040, 5880, 6720, 7800, 9840, 11760, 14040, 15960, 17880, 19800, 21840, 27360, 37080,
          47280, 57720, 68280, 78720, 89160,
        ],
      ),
    ),
    tariff(
      span('2026-01-01', null, everyone),
      energy(9, { name: 'Dag', hours: [6, 21], ore: 14 }),
      topThree(
        kw,
        [
          3240, 4200, 5040, 5880, 6720, 7800, 9840, 11760, 14040, 15960, 17880, 19800, 21840, 27360, 37080,
          47280, 57720, 68280, 78720, 89160,
        ],
      ),
    ),
  ],
});
