import { energy, homes, owner, span, steps, tariff } from './form.ts';

/** Does not publish what its steps are measured by. */
export const tinfos = owner({
  key: 'tinfos',
  name: 'Tinfos AS Nett',
  areas: ['NO2'],
  sources: ['https://www.tinfos.no/tinfos-nett/'],
  checkedOn: '2024-11-24',
  tariffs: [
    tariff(
      span('2024-01-01', null, homes),
      energy(19),
      steps('unknown', null, [0, 5, 10, 15, 20, 25, 50], [3156, 4956, 6756, 8556, 10356, 15756, 45000]),
    ),
  ],
});
