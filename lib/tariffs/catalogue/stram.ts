import { energy, homes, owner, span, steps, tariff } from './form.ts';

export const stram = owner({
  key: 'stram',
  name: 'Stram AS',
  areas: ['NO4'],
  sources: [
    'https://static1.squarespace.com/static/66bdd03417d9bd3545f8559c/t/673da00f304d9f305cfe4be4/1732091919973/Tariffhefte_nov+2024.pdf',
    'https://www.stram.no/nettleiepris',
  ],
  checkedOn: '2024-12-10',
  tariffs: [
    tariff(
      span('2024-10-01', null, homes),
      energy(4.11, { name: 'Høylast', hours: [6, 21], days: ['workday'], ore: 14.11 }),
      steps(
        'top-three-days',
        false,
        [0, 2, 5, 10, 15, 20, 25, 50, 75, 100],
        [1320, 3960, 5292, 6612, 7932, 9252, 23784, 38328, 52860, 81936],
      ),
    ),
  ],
});
