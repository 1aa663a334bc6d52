import { energy, homes, owner, span, tariff, topThree } from './form.ts';

const kw = [0, 5, 10, 15, 20, 25, 50, 75];

export const telemark = owner({
  key: 'telemark',
  name: 'Vest-Telemark Kraftlag AS Nett',
  areas: ['NO2'],
  sources: ['https://www.telemark-nett.no/prisar/nettleige-1/'],
  checkedOn: '2024-11-09',
  tariffs: [
    tariff(
      span('2025-01-01', '2025-03-01', homes),
      energy(28),
      topThree(kw, [3696, 4740, 8820, 11880, 14640, 25320, 39600, 55200]),
    ),
    tariff(
      span('2025-03-01', null, homes),
      energy(25),
      topThree(kw, [3408, 4344, 8124, 10932, 13464, 23280, 36624, 51060]),
    ),
  ],
});
