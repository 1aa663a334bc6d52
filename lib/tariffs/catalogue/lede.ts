import { energy, everyone, owner, span, tariff, topThree } from './form.ts';

const kw = [0, 5, 10, 15, 20, 25, 50, 75, 100, 150, 200];

export const lede = owner({
  key: 'lede',
  name: 'Lede AS',
  areas: ['NO1', 'NO2'],
  sources: [
    'https://lede.no/getfile.php/1353399-1720173926/Lede/Filer/Prislister/Priser%20nettleie%2001.08.24.pdf',
    'https://lede.no/priser/nettleie-privatkunder/',
    'https://lede.no/priser/nettleie-naeringskunder/',
    'https://lede.no/getfile.php/1360533-1776247188/Lede/Filer/Prislister/Pris%20nettleie%2001.05.2026%20%281%29.pdf',
  ],
  checkedOn: '2026-04-15',
  tariffs: [
    tariff(
      span('2024-08-01', '2026-05-01', everyone),
      energy(24.38),
      topThree(kw, [2820, 4824, 6792, 8796, 10788, 16764, 26724, 36672, 51612, 71520, 101400]),
    ),
    tariff(
      span('2026-05-01', null, everyone),
      energy(11.41),
      topThree(kw, [2580, 4404, 6216, 8040, 9864, 15324, 24432, 33528, 47184, 65376, 92688]),
    ),
  ],
});
