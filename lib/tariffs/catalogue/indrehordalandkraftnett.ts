import { energy, everyone, homes, owner, span, tariff, topThree } from './form.ts';

const kw = [0, 2, 5, 10, 15, 20, 25, 50, 75, 100];

export const indrehordalandkraftnett = owner({
  key: 'indrehordalandkraftnett',
  name: 'Indre Hordaland Kraftnett AS',
  areas: ['NO5'],
  sources: [
    'https://www.ihk.no/prisar/nettleige',
    'https://www.ihk.no/images/pdf/Nettleige_privat_01.10.2025.pdf',
    'https://www.ihk.no/images/pdf/Nettleige_privat_01.06.2026.pdf',
    'https://www.ihk.no/images/pdf/Nettleige_N%C3%A6ring_01.06.2026.pdf',
  ],
  checkedOn: '2026-05-16',
  tariffs: [
    tariff(
      span('2024-10-01', '2025-05-01', homes),
      energy(28.56),
      topThree([0, 2, 5, 10, 15, 20, 25], [2304, 2880, 3840, 5760, 7680, 9600, 11520]),
    ),
    tariff(
      span('2025-05-01', '2026-06-01', everyone),
      energy(28.55),
      topThree(kw, [2304, 2880, 4320, 6720, 9120, 11520, 19200, 30000, 40800, 69120]),
    ),
    tariff(
      span('2026-06-01', null, everyone),
      energy(29),
      topThree(kw, [2544, 3264, 4464, 6960, 9600, 12000, 19200, 31200, 43200, 72000]),
    ),
  ],
});
