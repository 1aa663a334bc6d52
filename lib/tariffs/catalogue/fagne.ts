import { energy, everyone, owner, span, tariff, topThree } from './form.ts';

export const fagne = owner({
  key: 'fagne',
  name: 'Fagne AS',
  areas: ['NO2'],
  sources: [
    'https://fagne.no/kunde-og-nettleie/nettleie-priser-og-vilkar/priser-privatkunder/',
    'https://fagne.no/kunde-og-nettleie/nettleie-priser-og-vilkar/naeringskunder/',
  ],
  checkedOn: '2025-10-22',
  tariffs: [
    tariff(
      span('2024-04-01', null, everyone),
      energy(20, { name: 'Ukedager', hours: [6, 21], days: ['weekday'], ore: 28 }),
      topThree(
        [0, 5, 10, 15, 20, 25, 50, 75, 100],
        [3456, 4416, 5376, 6336, 7296, 21120, 30720, 40320, 49920],
      ),
    ),
  ],
});
