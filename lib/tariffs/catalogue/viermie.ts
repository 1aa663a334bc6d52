import { energy, everyone, owner, span, tariff, topThree } from './form.ts';

const kw = [0, 5, 10, 15, 20, 25, 50, 100, 200];

export const viermie = owner({
  key: 'viermie',
  name: 'Viermie AS',
  areas: ['NO1'],
  sources: ['https://viermie.no/nettleiepriser/priser-for-kunder-med-forbruk-under-100-000-kwh-ar/'],
  checkedOn: '2025-12-30',
  tariffs: [
    tariff(
      span('2024-01-01', '2026-01-01', everyone),
      energy(14.4, { name: 'Høylast', hours: [6, 21], ore: 20.8 }),
      topThree(kw, [3408, 4944, 6924, 9612, 12468, 23700, 43464, 78456, 120744]),
    ),
    tariff(
      span('2026-01-01', null, everyone),
      energy(16.4, { name: 'Høylast', hours: [6, 21], days: ['all'], ore: 22.8 }),
      topThree(kw, [3408, 4944, 6921.6, 9609.6, 12470.4, 23702.4, 43468.8, 78460.8, 120748.8]),
    ),
  ],
});
