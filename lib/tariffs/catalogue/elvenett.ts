import { energy, everyone, homes, owner, span, steps, tariff, topThree } from './form.ts';

export const elvenett = owner({
  key: 'elvenett',
  name: 'Elvenett AS',
  areas: ['NO1'],
  sources: [
    'https://www.elvenett.no/priser-og-avtaler/',
    'https://www.elvenett.no/media/guapqy0g/nye-priser-privat-01042025_nye-trinn.pdf',
  ],
  checkedOn: '2025-10-22',
  tariffs: [
    tariff(
      span('2025-01-01', '2025-04-01', homes),
      energy(19.5, { name: 'Høylast', hours: [6, 21], ore: 24.5 }),
      steps('top-three-days', false, [0, 2, 5, 10, 15, 20, 25], [2931, 3518, 3811, 4104, 4397, 5130, 5569]),
    ),
    tariff(
      span('2025-04-01', null, everyone),
      energy(11, { name: 'Dag', hours: [6, 21], ore: 20 }),
      topThree(
        [0, 2, 5, 10, 15, 20, 25, 50, 75, 100],
        [1860, 2640, 3648, 4764, 6120, 7704, 10872, 14508, 18180, 21840],
      ),
    ),
  ],
});
