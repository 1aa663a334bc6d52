import { energy, everyone, owner, span, tariff, topThree } from './form.ts';

export const arva = owner({
  key: 'arva',
  name: 'Arva AS',
  areas: ['NO4'],
  sources: ['https://arva.no/ny-nettleie/Priser'],
  checkedOn: '2024-10-22',
  tariffs: [
    tariff(
      span('2024-01-01', null, everyone),
      energy(11.6, { name: 'Høylast', hours: [6, 21], ore: 23.1 }),
      topThree(
        [0, 2, 5, 10, 15, 20, 25, 50, 75, 100],
        [1020, 2412, 4776, 7140, 9504, 11868, 23664, 35460, 47256, 71340],
      ),
    ),
  ],
});
