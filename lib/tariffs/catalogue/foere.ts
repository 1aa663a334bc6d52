import { energy, everyone, owner, span, steps, tariff } from './form.ts';

export const foere = owner({
  key: 'foere',
  name: 'Føre AS',
  areas: ['NO2'],
  sources: ['https://foere.net/nettleie/'],
  checkedOn: '2025-10-22',
  tariffs: [
    tariff(
      span('2025-01-01', null, everyone),
      energy(19.29),
      steps(
        'top-three-days',
        false,
        [0, 2, 5, 10, 15, 20, 25, 50, 75, 100, 150, 200],
        [3156, 4104, 5052, 6000, 6948, 13260, 19572, 25884, 32196, 38508, 44820, 51132],
      ),
    ),
  ],
});
