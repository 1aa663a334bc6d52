/** What `npm run backtest -- --help` prints. */
export const HELP = `Tells what the service would have saved on charging sessions that were real.

  npm run --silent backtest -- --prices PRICES.csv --sessions SESSIONS.csv --area NO1 --grid elvia [--json]

  --prices FILE     zone,start_utc,minutes,eur_per_mwh[,…]: day-ahead prices ex VAT, 15 or 60 minutes
  --sessions FILE   a table with the columns plug_in_utc, plug_out_utc and kwh; others are ignored
  --area NO1..NO5   the price area
  --tax-zone ZONE   sor, nord_norge or tiltakssone; nord_norge in NO4 and sor elsewhere unless told
  --grid KEY        the grid owner, like elvia
  --contract KIND   spot (default), norgespris or fixed:ORE
  --markup-ore ORE  the retailer's markup (påslag), ex VAT; 0 unless told
  --eur-nok RATE    what a euro costs; 11.5 unless told
  --max-kw KW       what the charger gives; 7.4 unless told
  --no-shift        sessions where there are no prices are left out; else they are moved by whole weeks
  --sample N        only N sessions, drawn at random; --seed K draws others
  --capacity        also live home-months with the month's capacity fee: each user's first month of eight sessions
                    --loads FILE (local_time,load_kw), --load-mean-kw KW (2), --fuse-kw KW (17.3),
                    --home-months N only the first, --no-month-optimum without the hindsight,
                    --half tuning|test only the home-months of even or odd number,
                    --meter live|readings|none what is seen of the house: quarter hours that are over (live),
                    hourly readings of past days, nothing
                    --no-proof plans them without their proofs, much faster
  --json            print the result as JSON; without it, it is a table
  --help            this text

Exit 0: done. Exit 2: bad input, one line on standard error that names the option.
What is compared, and what came out on real prices: docs/backtest.md
`;
