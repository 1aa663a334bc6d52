import { energy, everyone, owner, span, tariff, topThree } from './form.ts';

const kw = [0, 2, 5, 10, 15, 20, 25, 50, 75, 100];

export const griug = owner({
  key: 'griug',
  name: 'Griug AS',
  areas: ['NO1'],
  sources: ['https://www.griug.no/om-nettleie-og-priser/priser/nettleiepriser-2025/'],
  checkedOn: '2025-12-25',
  tariffs: [
    tariff(
      span('2025-01-01', '2025-04-01', everyone),
      energy(12.32, {
        name: 'Brukstidstillegg',
        hours: [16, 21],
        days: ['friday'],
        months: [1, 2, 3],
        ore: 27.52,
      }),
      topThree(kw, [2400, 3648, 5472, 7008, 8832, 10704, 20016, 29376, 39456, 78240]),
    ),
    tariff(
      span('2025-04-01', null, everyone),
      energy(12.32),
      topThree(kw, [2400, 3648, 5472, 7008, 8832, 10704, 20016, 29376, 39456, 78240]),
    ),
  ],
});
