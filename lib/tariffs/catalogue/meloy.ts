import { energy, homes, owner, span, tariff, topThree } from './form.ts';

const kw = [0, 2, 5, 10, 15, 20, 25, 50, 75, 100];

export const meloy = owner({
  key: 'meloy',
  name: 'Meløy Nett AS',
  areas: ['NO4'],
  sources: [
    'https://meloyenergi.no/a/aktuelt/nye-nettleiepriser',
    'https://meloyenergi.no/ac/nettleie-avregning',
  ],
  checkedOn: '2025-12-20',
  tariffs: [
    tariff(
      span('2025-01-01', '2026-01-01', homes),
      energy(20, { name: 'Dag', hours: [6, 21], ore: 25.2 }),
      topThree(kw, [3168, 3804, 4116, 4440, 4752, 5544, 6012, 6648, 7284, 7920]),
    ),
    tariff(
      span('2026-01-01', null, homes),
      energy(17.4, { name: 'Dag', hours: [6, 21], ore: 27.4 }),
      topThree(kw, [3660, 4392, 4752, 5124, 5484, 6396, 6948, 7680, 8412, 9144]),
    ),
  ],
});
