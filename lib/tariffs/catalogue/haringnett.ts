import { energy, everyone, homes, owner, span, tariff, topThree } from './form.ts';

const kw = [0, 2, 5, 10, 15, 20, 25, 50, 75, 100];

export const haringnett = owner({
  key: 'haringnett',
  name: 'Haringnett AS',
  areas: ['NO5'],
  sources: ['https://www.haringnett.no/nettleigeprisar2026'],
  checkedOn: '2026-03-07',
  tariffs: [
    tariff(
      span('2025-01-01', '2025-04-01', homes),
      energy(14.5, { name: 'Ukedag', hours: [6, 21], days: ['weekday'], ore: 22.5 }),
      topThree([0, 2, 5, 10, 15, 20], [2640, 3600, 5520, 8400, 10080, 12000]),
    ),
    tariff(
      span('2025-04-01', '2026-01-01', everyone),
      energy(12, { name: 'Ukedag', hours: [6, 21], days: ['weekday'], ore: 20 }),
      topThree(kw, [2640, 3600, 5520, 8400, 10080, 12000, 24000, 36000, 48000, 72000]),
    ),
    tariff(
      span('2026-01-01', null, everyone),
      energy(16.5, { name: 'Ukedag', hours: [6, 21], days: ['weekday'], ore: 24.5 }),
      topThree(kw, [2640, 3600, 5520, 8400, 10080, 12000, 24000, 36000, 48000, 72000]),
    ),
  ],
});
