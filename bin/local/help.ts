export const HELP = `Smartlading on this machine: the whole service, with a price server and a Tesla simulator of its own.

  npm start                                     a night in about a minute, on built-in price days
  npm start -- --prices FILE.csv --area NO2     on real prices (zone,start_utc,minutes,eur_per_mwh)

  --port N        of the page and the API (3000)
  --speed N       simulated time per real time (840; 1 = real time)
  --prices FILE   day-ahead prices from a file; without it, days of our own making
  --from DATE     first day, Europe/Oslo (with --prices: the file's first whole day)
  --area NO1–NO5  price area of the home (NO1)
  --grid KEY      its grid owner (elvia, lnett, tensio-ts, arva or bkk, by area)
  --tax-zone ZONE sor, nord_norge or tiltakssone (nord_norge in NO4, else sor)
  --contract KIND spot, norgespris or fixed:ORE, øre/kWh ex VAT (spot)
  --cars N        1 or 2 cars; two share a main fuse of 25 A (1)
  --days N        stop after N nights
  --data DIR      keep everything there and go on from it at the next start
  --live          today's prices from the internet, in real time
  --unlinked      start with no car linked
  --quiet         no narration
  --help
`;
