import { energy, homes, owner, span, tariff, topThree } from './form.ts';

export const kystnett = owner({
  key: 'kystnett',
  name: 'Kystnett AS',
  areas: ['NO4'],
  sources: ['https://kystnett.no/Nettleie', 'https://kystnett.no/Nettleie/?Article=68'],
  checkedOn: '2024-01-01',
  tariffs: [
    tariff(
      span('2024-01-01', null, homes),
      energy(18),
      topThree(
        [0, 5, 10, 15, 20, 25, 50, 75, 100, 150],
        [5916, 10680, 15432, 20184, 24948, 39216, 63000, 86772, 122448, 170016],
      ),
    ),
  ],
});
