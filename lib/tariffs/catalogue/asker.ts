import { energy, everyone, owner, span, tariff, topThree } from './form.ts';

const kw = [0, 2, 5, 10, 15, 20, 25, 50, 75, 100];

export const asker = owner({
  key: 'asker',
  name: 'Asker Nett',
  areas: ['NO1'],
  sources: [
    'https://askernett.no/nettleie-og-priser/',
    'https://askernett.no/prisliste-for-naeringskunder-i-2025/',
  ],
  checkedOn: '2025-12-20',
  tariffs: [
    tariff(
      span('2024-01-01', '2026-01-01', everyone),
      energy(15.89, { name: 'Høylast', hours: [6, 21], ore: 23.89 }),
      topThree(kw, [1776, 2208, 3264, 6816, 8592, 10848, 15360, 24384, 32448, 51840]),
    ),
    tariff(
      span('2026-01-01', null, everyone),
      energy(15.87, { name: 'Høylast', hours: [6, 21], ore: 23.87 }),
      topThree(kw, [2064, 2592, 3792, 7920, 9888, 12480, 17664, 27840, 37344, 60000]),
    ),
  ],
});
