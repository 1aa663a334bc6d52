import { energy, homes, owner, span, steps, tariff } from './form.ts';

export const soraurdalenergi = owner({
  key: 'soraurdalenergi',
  name: 'Sør Aurdal Energi AS Nett',
  areas: ['NO1'],
  sources: [
    'https://sae.no/tariffer',
    'https://sae.no/uploads/Kundeinformasjon/2024_08_Kundeinformasjon_tariffer.pdf',
  ],
  checkedOn: '2024-11-24',
  tariffs: [
    tariff(
      span('2024-09-01', null, homes),
      energy(21.52, { name: 'Vinter', months: [1, 2, 3, 10, 11, 12], ore: 25.52 }),
      steps('month-maximum', false, [0, 5, 8, 15, 30, 50], [5400, 6240, 7440, 8640, 9720, 13200]),
    ),
  ],
});
