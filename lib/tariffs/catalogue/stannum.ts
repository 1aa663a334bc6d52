import { energy, everyone, homes, owner, span, tariff, topThree } from './form.ts';

const kw = [0, 2, 5, 10, 15, 20, 25, 50, 75, 100];

export const stannum = owner({
  key: 'stannum',
  name: 'Stannum AS',
  areas: ['NO2'],
  sources: ['https://stannum.no/nettleiepriser', 'https://stannum.no/uploads/Nettleiepriser-01.10.25.pdf'],
  checkedOn: '2025-10-22',
  tariffs: [
    tariff(
      span('2025-01-01', '2025-10-01', homes),
      energy(25.33, { name: 'alle', hours: [6, 21], days: ['all'], ore: 28.33 }),
      topThree(kw, [3033, 3640, 3943, 4550, 5156, 5308, 5763, 6370, 6976, 7583]),
    ),
    tariff(
      span('2025-10-01', null, everyone),
      energy(22.01, { name: 'alle', hours: [6, 21], days: ['all'], ore: 25.01 }),
      topThree(kw, [3033, 3640, 3943, 4550, 5156, 5308, 5763, 6370, 6976, 7583]),
    ),
  ],
});
