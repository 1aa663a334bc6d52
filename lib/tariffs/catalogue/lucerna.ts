import { energy, everyone, owner, span, tariff, topThree } from './form.ts';

const kw = [0, 2, 5, 10, 15, 20, 25, 50, 75];

export const lucerna = owner({
  key: 'lucerna',
  name: 'Lucerna AS',
  areas: ['NO4'],
  sources: ['https://www.lucerna.no/priser'],
  checkedOn: '2025-12-20',
  tariffs: [
    tariff(
      span('2024-01-01', '2026-01-01', everyone),
      energy(12.45, { name: 'Høylast', hours: [6, 21], ore: 18.45 }),
      topThree(kw, [3108, 3732, 4512, 4980, 6228, 7008, 7788, 8556, 9336]),
    ),
    tariff(
      span('2026-01-01', null, everyone),
      energy(13.32, { name: 'Høylast', hours: [6, 21], ore: 19.32 }),
      topThree(kw, [3108, 3732, 4512, 4980, 6228, 7008, 7788, 8556, 9336]),
    ),
  ],
});
