import { energy, everyone, homes, owner, span, tariff, topThree } from './form.ts';

const kw = [0, 2, 5, 10, 15, 20, 25, 50, 75, 100];

export const norgesnett = owner({
  key: 'norgesnett',
  name: 'Norgesnett AS',
  areas: ['NO1', 'NO5'],
  sources: ['https://norgesnett.no/kunde/nettleie-privat/', 'https://norgesnett.no/kunde/nettleie-naering/'],
  checkedOn: '2025-11-09',
  tariffs: [
    tariff(
      span('2024-11-01', '2025-07-01', homes),
      energy(11.55, { name: 'Høylast', hours: [6, 21], ore: 17.62 }),
      topThree(
        kw,
        [984.1, 1640.26, 2697.31, 4798.66, 6371.52, 7902.53, 12247.3, 19172.93, 26098.46, 42297.12],
      ),
    ),
    tariff(
      span('2025-07-01', '2026-07-01', everyone),
      energy(13.29, { name: 'Høylast', hours: [6, 21], ore: 20.26 }),
      topThree(
        kw,
        [1131.74, 1886.3, 3101.95, 5516.45, 7327.2, 9087.84, 14084.45, 22048.9, 30013.25, 48641.66],
      ),
    ),
    tariff(
      span('2026-07-01', null, everyone),
      energy(13.6, { name: 'Dag', hours: [6, 21], ore: 25.6 }),
      topThree(kw, [1344, 2232, 3744, 6672, 8976, 10992, 17400, 27000, 36600, 58680]),
    ),
  ],
});
