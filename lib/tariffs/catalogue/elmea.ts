import { energy, everyone, owner, span, tariff, topThree } from './form.ts';

export const elmea = owner({
  key: 'elmea',
  name: 'Elmea AS Nett',
  areas: ['NO4'],
  sources: ['https://www.elmea.no/nettleiepriser/'],
  checkedOn: '2025-10-22',
  tariffs: [
    tariff(
      span('2025-01-01', null, everyone),
      energy(25.6, { name: 'Dag', hours: [6, 21], ore: 37.9 }),
      topThree(
        [0, 2, 5, 10, 15, 20, 25, 50, 75, 100, 200],
        [3924, 5868, 8964, 12840, 16704, 20580, 32196, 51564, 70932, 138696, 293616],
      ),
    ),
  ],
});
