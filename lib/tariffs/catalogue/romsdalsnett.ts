import { energy, everyone, owner, span, tariff, topThree } from './form.ts';

const kw = [0, 2, 5, 10, 15, 20, 25, 50, 75, 100];

export const romsdalsnett = owner({
  key: 'romsdalsnett',
  name: 'Romsdalsnett AS',
  areas: ['NO3'],
  sources: [
    'https://www.romsdalsnettas.no/nettleie#block-65b22d41f1b4d4addd134ddf',
    'https://www.romsdalsnettas.no/s/Tariff-01012026-eelt.pdf',
  ],
  checkedOn: '2025-01-25',
  tariffs: [
    tariff(
      span('2025-01-01', '2026-01-01', everyone),
      energy(17.85, { name: 'Ukedager', hours: [6, 21], days: ['weekday'], ore: 27.85 }),
      topThree(kw, [2540.8, 3175.2, 3810.4, 6351.2, 8891.2, 10161.6, 13972, 19052.8, 21593.6, 25404]),
    ),
    tariff(
      span('2026-01-01', null, everyone),
      energy(20.72, { name: 'Ukedager', hours: [6, 21], days: ['weekday'], ore: 30.72 }),
      topThree(kw, [2784, 3480, 4176, 6960, 9744, 11136, 15300, 20868, 23652, 27828]),
    ),
  ],
});
