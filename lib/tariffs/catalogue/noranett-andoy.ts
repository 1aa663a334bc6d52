import { energy, everyone, owner, span, tariff, topThree } from './form.ts';

const kw = [0, 2, 4, 6, 8, 10, 15, 20, 25, 30, 35, 40, 45, 50, 75, 100, 125, 150, 175, 200];

export const noranettAndoy = owner({
  key: 'noranett-andoy',
  name: 'Noranett Andøy AS',
  areas: ['NO4'],
  sources: [
    'https://www.noranett.no/nettleiepriser/category2415.html',
    'https://www.noranett.no/nettleiepriser/nettleiepriser-andoy-fra-1-1-2026-article4140-2415.html',
    'https://www.noranett.no/getfile.php/1330159-1765880234/Noranett/Filer/Nettleie%202026%20-%20And%C3%B8y.pdf',
  ],
  checkedOn: '2025-12-20',
  tariffs: [
    tariff(
      span('2025-01-01', '2026-01-01', everyone),
      energy(21.2),
      topThree(
        kw,
        [
          3720, 4920, 6240, 7560, 8760, 11040, 14160, 17400, 20400, 23760, 27120, 30480, 33960, 43200, 59400,
          76080, 92760, 109440, 126240, 142920,
        ],
      ),
    ),
    tariff(
      span('2026-01-01', null, everyone),
      energy(16.4),
      topThree(
        kw,
        [
          3720, 4920, 6240, 7560, 8760, 11040, 14160, 17400, 20400, 23760, 27120, 30480, 33960, 43200, 59400,
          76080, 92760, 109440, 126240, 142920,
        ],
      ),
    ),
  ],
});
