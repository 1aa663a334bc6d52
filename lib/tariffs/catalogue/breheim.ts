import { energy, everyone, owner, span, tariff, topThree } from './form.ts';

const kw = [0, 5, 10, 15, 20, 25, 50, 75, 100, 150, 200];

export const breheim = owner({
  key: 'breheim',
  name: 'Breheim Nett',
  areas: ['NO5'],
  sources: [
    'https://www.breheimnett.no/vare-tariffar2025',
    'https://www.breheimnett.no/nettleige-for-kundar-under-100-000-kwh-i-arsforbruk2025-2',
    'https://www.breheimnett.no/nettleige-for-kundar-under-100-000-kwh-i-arsforbruk2026',
  ],
  checkedOn: '2025-12-20',
  tariffs: [
    tariff(
      span('2025-01-01', '2026-01-01', everyone),
      energy(6.502, { name: 'Høylast', hours: [6, 21], ore: 14.502 }),
      topThree(kw, [2160, 4320, 6480, 8640, 10924.8, 21724.8, 32640, 43564.8, 65280, 87120, 130684.8]),
    ),
    tariff(
      span('2026-01-01', null, everyone),
      energy(6.502, { name: 'Høylast', hours: [6, 21], ore: 14.502 }),
      topThree(kw, [2160, 4320, 6480, 8640, 10924.8, 21724.8, 32640, 43564.8, 65280, 87120, 130684.8]),
    ),
  ],
});
