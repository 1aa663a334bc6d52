/** What `npm run price -- --help` prints. */
export const HELP = `Tells what one more kilowatt-hour costs a home in an hour, and what that is made of.

  npm run --silent price -- --postcode 0150 --grid elvia --at 2026-11-12T10:00 --spot-ore 120 [--json]

  --postcode NNNN      gives price area and tax zone; used once and stored nowhere
  --metering-point ID  instead of a postcode: the 18 digits on the bill (målepunkt-ID)
  --area NO1..NO5      chooses where the postcode's municipality is split; or instead of a postcode, with
  --tax-zone ZONE      sor, nord_norge or tiltakssone; needed only in NO4
  --grid KEY           the grid owner, like elvia; not needed where there is only one
  --contract KIND      spot (default), norgespris or fixed:ORE
  --markup-ore ORE     the retailer's markup (påslag); 0 unless told
  --kwh-this-month N   used since the month began: support ends at 5 000 kWh; 0 unless told
  --at TIME            Oslo time like 2026-01-15T08:00, this hour unless told; in the hour
                       that autumn has twice with its offset: 2026-10-25T02:30+01:00
  --spot-ore ORE       the hour's mean spot price; a built-in one unless told
  --json               print the price as JSON; without it, it is drawn
  --help               this text

Prices that go in are øre/kWh ex VAT; what comes out is øre/kWh incl. VAT where there is VAT.
Exit 0: priced. Exit 2: bad input, one line on standard error that names the option.
How a price is made: docs/prices.md
`;
