import { energy, everyone, homes, owner, span, tariff, topThree } from './form.ts';

const kw = [0, 2, 5, 10, 15, 20, 25, 50, 75, 100];

export const lnett = owner({
  key: 'lnett',
  name: 'Lnett AS',
  areas: ['NO2'],
  sources: [
    'https://www.l-nett.no/nettleie/priser-og-vilkar-privat/',
    'https://www.l-nett.no/nettleie/priser-og-vilkar-bedrift/',
    'https://www.l-nett.no/getfile.php/131569206-1764934863/Tariffhefte%20fra%201.%20januar%202026.pdf',
  ],
  checkedOn: '2025-12-08',
  tariffs: [
    tariff(
      span('2025-01-01', '2025-06-01', homes),
      energy(24.57, { name: 'Virkedag', hours: [6, 21], days: ['workday'], ore: 30.97 }),
      topThree(kw, [1632, 2784, 4464, 6864, 9264, 11664, 21264, 30864, 40464, 67200]),
    ),
    tariff(
      span('2025-06-01', '2026-01-01', everyone),
      energy(17.6, { name: 'Høylast', hours: [6, 21], days: ['workday'], ore: 29.6 }),
      topThree(kw, [1632, 2784, 4464, 6864, 9264, 11664, 21264, 30864, 40464, 67200]),
    ),
    tariff(
      span('2026-01-01', null, everyone),
      energy(13.6, { name: 'Høylast', hours: [6, 21], days: ['workday'], ore: 25.6 }),
      topThree(kw, [1440, 2400, 3840, 6240, 8640, 11040, 20640, 30240, 39840, 67200]),
    ),
  ],
});
