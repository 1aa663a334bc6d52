import { energy, everyone, homes, owner, span, tariff, topThree } from './form.ts';

const kw = [0, 2, 5, 10, 15, 20, 25, 50, 75, 100];

export const elinett = owner({
  key: 'elinett',
  name: 'Elinett AS',
  areas: ['NO3'],
  sources: [
    'https://www.elinett.no/kunde/nettleie-2',
    'https://www.elinett.no/kunde/nettleie-2/nettleie',
    'https://www.elinett.no/news/nettleien-oeker-fra-1-august-2026',
  ],
  checkedOn: '2026-08-18',
  tariffs: [
    tariff(
      span('2024-04-01', '2025-08-01', homes),
      energy(17.84, { name: 'Virkedag', hours: [6, 21], days: ['workday'], ore: 25.84 }),
      topThree(kw, [2412, 3012, 3612, 6024, 7224, 8424, 12036, 13248, 14448, 18060]),
    ),
    tariff(
      span('2025-08-01', '2026-08-01', everyone),
      energy(14.64, { name: 'Virkedag', hours: [6, 21], days: ['workday'], ore: 22.64 }),
      topThree(kw, [2412, 3012, 3612, 6024, 7224, 8424, 12036, 13248, 14448, 18060]),
    ),
    tariff(
      span('2026-08-01', null, everyone),
      energy(17.5, { name: 'Virkedag', hours: [6, 21], days: ['workday'], ore: 25.5 }),
      topThree(kw, [2700, 3360, 4020, 6600, 7980, 9300, 13260, 14580, 15900, 19860]),
    ),
  ],
});
