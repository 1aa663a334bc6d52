import { energy, everyone, owner, span, tariff, topThree } from './form.ts';

const kw = [0, 2, 5, 10, 15, 20, 25, 50, 75, 100, 150, 200];

export const denett = owner({
  key: 'denett',
  name: 'DE Nett AS',
  areas: ['NO2'],
  sources: [
    'https://denett.no/priser-tariffer',
    'https://denett.no/uploads/Nettleietariffer-fra-01.01.2026.pdf',
  ],
  checkedOn: '2025-12-25',
  tariffs: [
    tariff(
      span('2025-01-01', '2026-01-01', everyone),
      energy(
        21.15,
        { name: 'Sommer dag', hours: [6, 21], months: [4, 5, 6, 7, 8, 9], ore: 24.15 },
        { name: 'Vinter dag', hours: [6, 21], months: [1, 2, 3, 10, 11, 12], ore: 28.35 },
        { name: 'Vinter natt', hours: [22, 5], months: [1, 2, 3, 10, 11, 12], ore: 25.35 },
      ),
      topThree(kw, [3120, 4020, 4920, 6780, 8580, 10440, 15840, 24960, 34080, 48000, 66000, 93300]),
    ),
    tariff(
      span('2026-01-01', null, everyone),
      energy(
        23.6,
        { name: 'Sommer dag', hours: [6, 21], months: [4, 5, 6, 7, 8, 9], ore: 26.6 },
        { name: 'Vinter dag', hours: [6, 21], months: [1, 2, 3, 10, 11, 12], ore: 31.4 },
        { name: 'Vinter natt', hours: [22, 5], months: [1, 2, 3, 10, 11, 12], ore: 28.4 },
      ),
      topThree(kw, [3432, 4428, 5412, 7464, 9444, 11484, 17424, 27456, 37488, 52800, 72600, 102624]),
    ),
  ],
});
