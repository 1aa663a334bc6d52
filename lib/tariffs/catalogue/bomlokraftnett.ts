import { energy, everyone, owner, span, tariff, topThree } from './form.ts';

const kw = [0, 2, 5, 10, 15, 20, 25, 50, 75, 100];

export const bomlokraftnett = owner({
  key: 'bomlokraftnett',
  name: 'Bømlo Kraftnett AS',
  areas: ['NO2'],
  sources: [
    'https://nett.finnas-kraftlag.no/nettleige-og-vilkar/category1618.html',
    'https://nett.finnas-kraftlag.no/getfile.php/139943-1759240439/Bilder/NETT/Kundeservice/Tariffar/Tariffar%20B%C3%B8mlo%20Kraftnett%20AS%20gjeldande%20fr%C3%A5%2001.10.25%20endra%20elavgift.pdf',
  ],
  checkedOn: '2025-12-20',
  tariffs: [
    tariff(
      span('2025-01-01', '2026-01-01', everyone),
      energy(26.06, { name: 'Høylast', hours: [6, 21], ore: 31.06 }),
      topThree(kw, [1920, 2880, 3840, 4800, 6240, 7680, 19200, 28800, 38400, 48000]),
    ),
    tariff(
      span('2026-01-01', null, everyone),
      energy(29, { name: 'Høylast', hours: [6, 21], ore: 35.5 }),
      topThree(kw, [2016, 2880, 3840, 5040, 6720, 8400, 19200, 28800, 38400, 48000]),
    ),
  ],
});
