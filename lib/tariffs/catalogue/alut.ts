import { energy, homes, owner, span, steps, tariff } from './form.ts';

const amperes = [0, 125];

export const alut = owner({
  key: 'alut',
  name: 'Alut AS',
  areas: ['NO4'],
  sources: ['https://alut.no/nettleie/'],
  checkedOn: '2026-03-07',
  tariffs: [
    tariff(
      span('2024-01-01', '2025-07-01', homes),
      energy(13.1),
      steps('main-fuse', false, amperes, [3500, 4500]),
    ),
    tariff(span('2025-07-01', null, homes), energy(12.1), steps('main-fuse', false, amperes, [3500, 4500])),
  ],
});
