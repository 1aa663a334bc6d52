import { energy, everyone, owner, span, tariff, topThree } from './form.ts';

export const klive = owner({
  key: 'klive',
  name: 'Klive AS',
  areas: ['NO1', 'NO3'],
  sources: [
    'https://klive.no/har-strom/',
    'https://klive.no/har-strom/nettleiepriser/',
    'https://klive.no/wp-content/uploads/2025/10/Nettleiepriser-2025-10-01.pdf',
  ],
  checkedOn: '2025-10-23',
  tariffs: [
    tariff(
      span('2024-11-01', null, everyone),
      energy(17.632),
      topThree(
        [0, 5, 10, 15, 20, 25, 50, 75, 100, 150, 200, 300, 500],
        [
          4614.24, 5731.32, 7606.32, 10146.12, 12686.04, 25358.64, 38044.68, 50730.6, 76089.36, 101448,
          152178.6, 253626.6, 355074.6,
        ],
      ),
    ),
  ],
});
