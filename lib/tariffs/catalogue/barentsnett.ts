import { energy, everyone, homes, owner, span, tariff, topThree } from './form.ts';

const kw = [0, 2, 5, 10, 15, 20];

export const barentsnett = owner({
  key: 'barentsnett',
  name: 'Barents Nett AS',
  areas: ['NO4'],
  sources: [
    'https://www.barents-nett.no/kundeservice/nett-og-nettleie/',
    'https://www.barents-nett.no/getfile.php/1314116-1751007532/Dokumenter/Nett/Nettleie/Nettleiebrosjyre%2001.07.2025.pdf',
    'https://www.barents-nett.no/getfile.php/1314599-1765878132/Dokumenter/Nett/Nettleie/Nettleiebrosjyre%2001.01.2026.pdf',
  ],
  checkedOn: '2025-12-20',
  tariffs: [
    tariff(
      span('2025-01-01', '2025-07-01', homes),
      energy(13.1),
      topThree(kw, [7224, 7944, 8664, 9384, 10836, 13008]),
    ),
    tariff(
      span('2025-07-01', '2026-01-01', everyone),
      energy(11),
      topThree(kw, [6024, 6624, 7224, 7836, 9036, 10848]),
    ),
    tariff(
      span('2026-01-01', null, everyone),
      energy(11.32),
      topThree(kw, [6204, 6828, 7440, 8076, 9312, 11172]),
    ),
  ],
});
