import { energy, homes, owner, span, tariff, topThree } from './form.ts';

const kw = [0, 2, 5, 8, 12, 18, 25];

export const vang = owner({
  key: 'vang',
  name: 'Vang Energiverk AS',
  areas: ['NO1'],
  sources: ['https://vangenergi.no/forbrukarkundar'],
  checkedOn: '2024-11-09',
  tariffs: [
    tariff(
      span('2025-01-01', '2025-04-01', homes),
      energy(13, {
        name: 'Brukstidstillegg',
        hours: [16, 21],
        days: ['friday'],
        months: [1, 2, 3, 4, 10, 11, 12],
        ore: 23,
      }),
      topThree(kw, [5400, 6600, 7860, 9120, 10620, 12180, 13980]),
    ),
    tariff(
      span('2025-04-01', '2026-01-01', homes),
      energy(10, {
        name: 'Brukstidstillegg',
        hours: [6, 21],
        days: ['friday'],
        months: [1, 2, 3, 4, 10, 11, 12],
        ore: 20,
      }),
      topThree(kw, [5400, 6600, 7860, 9120, 10620, 12180, 13980]),
    ),
    tariff(
      span('2026-01-01', null, homes),
      energy(13),
      topThree(kw, [5400, 6600, 7860, 9120, 10620, 12180, 13980]),
    ),
  ],
});
