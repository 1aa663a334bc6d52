import { energy, everyone, homes, owner, span, tariff, topThree } from './form.ts';

const kw = [0, 2, 5, 10, 15, 20, 25, 50, 75, 100];

export const enida = owner({
  key: 'enida',
  name: 'Enida AS',
  areas: ['NO2'],
  sources: ['https://enida.no/strompris', 'https://enida.no/uploads/Tariffer-fra-1.-okt-2025.pdf'],
  checkedOn: '2025-10-22',
  tariffs: [
    tariff(
      span('2024-01-01', '2025-08-01', homes),
      energy(16, { name: 'Høylast', hours: [6, 21], days: ['weekday'], ore: 22 }),
      topThree(kw, [2784, 3360, 4560, 5460, 6516, 7584, 12000, 18000, 24000, 48000]),
    ),
    tariff(
      span('2025-08-01', null, everyone),
      energy(21, { name: 'Høylast', hours: [6, 21], days: ['weekday'], ore: 27 }),
      topThree(kw, [2784, 3360, 4560, 5462.4, 6518.4, 7584, 12000, 18000, 24000, 48000]),
    ),
  ],
});
