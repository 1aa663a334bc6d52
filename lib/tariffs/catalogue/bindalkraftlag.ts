import { energy, everyone, owner, span, steps, tariff } from './form.ts';

export const bindalkraftlag = owner({
  key: 'bindalkraftlag',
  name: 'Bindal Kraftlag Nett',
  areas: ['NO4'],
  sources: [
    'https://bindalkraftlag.no/tariffer',
    'https://bindalkraftlag.no/uploads/Dok/nett-tariffer-2025-2.pdf',
  ],
  checkedOn: '2025-10-22',
  tariffs: [
    tariff(
      span('2025-01-01', null, everyone),
      energy(21.3, { name: 'Dag', hours: [6, 21], ore: 26.3 }),
      steps(
        'top-three-days',
        false,
        [0, 5, 10, 15, 20, 25, 30, 50, 75, 100],
        [3168, 4740, 6960, 8856, 10752, 12660, 15816, 25308, 37968, 47448],
      ),
    ),
  ],
});
