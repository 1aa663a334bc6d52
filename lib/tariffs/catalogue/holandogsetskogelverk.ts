import { energy, homes, owner, span, tariff, topThree } from './form.ts';

const kw = [0, 2, 5, 10, 15, 20, 25, 50, 75, 100];

export const holandogsetskogelverk = owner({
  key: 'holandogsetskogelverk',
  name: 'Høland og Setskog Elverk AS',
  areas: ['NO1'],
  sources: [
    'https://hsev.no/nettleie',
    'https://hsev.no/uploads/HSEV-nettleie-privatkunder-1.-juli-2025.pdf',
    'https://hsev.no/uploads/2026-07-06-HSEV-nettleie-privatkunder-2026-08-01-1.pdf',
  ],
  checkedOn: '2026-08-18',
  tariffs: [
    tariff(
      span('2024-10-01', '2025-02-01', homes),
      energy(20, { name: 'Virkedag', hours: [6, 21], days: ['workday'], ore: 25 }),
      topThree(kw, [2064, 2880, 4080, 5760, 6912, 8832, 15552, 24000, 30720, 59520]),
    ),
    tariff(
      span('2025-02-01', '2025-07-01', homes),
      energy(21.5, { name: 'Virkedag', hours: [6, 21], days: ['workday'], ore: 26.5 }),
      topThree(kw, [2016, 2400, 3744, 4320, 5760, 6720, 14400, 22080, 28800, 57600]),
    ),
    tariff(
      span('2025-07-01', '2026-08-01', homes),
      energy(17.5, { name: 'Virkedag', hours: [6, 21], days: ['workday'], ore: 22.5 }),
      topThree(kw, [1920, 2304, 3360, 4224, 5664, 6624, 13920, 21120, 28800, 56640]),
    ),
    tariff(
      span('2026-08-01', null, homes),
      energy(23.5, { name: 'Virkedag', hours: [6, 21], days: ['workday'], ore: 27.5 }),
      topThree(kw, [2544, 2880, 4512, 5664, 7296, 8880, 17280, 25920, 33600, 67200]),
    ),
  ],
});
