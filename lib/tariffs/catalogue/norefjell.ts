import { energy, everyone, homes, owner, span, tariff, topThree } from './form.ts';

const kw = [0, 2, 5, 10, 15, 20, 25, 50, 75, 100];

export const norefjell = owner({
  key: 'norefjell',
  name: 'Norefjell Nett AS',
  areas: ['NO1'],
  sources: [
    'https://norefjell-nett.no/strompris',
    'https://norefjell-nett.no/uploads/Dok/Nettleiepriser/Nettleiepriser-01.01.2024.pdf',
    'https://norefjell-nett.no/uploads/Dok/Nettleiepriser/Nettleiepriser-fra-01.01.2025.pdf',
    'https://norefjell-nett.no/uploads/Nettleiepriser-01.01.2026_2025-12-12-102717_wqzu.pdf',
    'https://norefjell-nett.no/uploads/Nettleiepriser-01.08.2026.pdf',
  ],
  checkedOn: '2026-08-18',
  tariffs: [
    tariff(
      span('2025-01-01', '2026-01-01', homes),
      energy(14.028, { name: 'Dag', hours: [6, 21], days: ['all'], ore: 20.958 }),
      topThree(kw, [2160, 2808, 3888, 5832, 7560, 9288, 15120, 22680, 30240, 43200]),
    ),
    tariff(
      span('2026-01-01', '2026-08-01', everyone),
      energy(15.08, { name: 'Dag', hours: [6, 21], days: ['all'], ore: 22.53 }),
      topThree(kw, [2328, 3024, 4176, 6264, 8124, 9984, 16260, 24384, 32508, 46440]),
    ),
    tariff(
      span('2026-08-01', null, everyone),
      energy(18.58, { name: 'Dag', hours: [6, 22], days: ['all'], ore: 23.53 }),
      topThree(kw, [2556, 3324, 4596, 6900, 8940, 10980, 17880, 26820, 35760, 51084]),
    ),
  ],
});
