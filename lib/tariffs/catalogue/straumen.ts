import { energy, homes, owner, span, tariff, topThree } from './form.ts';

export const straumen = owner({
  key: 'straumen',
  name: 'Straumen Nett AS',
  areas: ['NO3'],
  sources: [
    'https://www.straumen-nett.no/nettleige/',
    'https://www.straumen-nett.no/nettleige/nettleige-private-2024/',
    'https://www.straumen-nett.no/nettleige/nettleige-private-2025/',
  ],
  checkedOn: '2024-12-28',
  tariffs: [
    tariff(
      span('2025-01-01', null, homes),
      energy(18.304),
      topThree([0, 5, 10, 15, 20, 25], [2784, 3206.4, 4752, 5587.2, 8380.8, 11164.8]),
    ),
  ],
});
