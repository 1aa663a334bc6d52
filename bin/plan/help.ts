/** What `npm run plan -- --help` prints. */
export const HELP = `Plans the cheapest charging of a home's cars, and proves it.

  npm run --silent plan -- --problem problem.json [--json] [--engine auto|greedy|lp|milp]

  --problem FILE   the problem as JSON, or an array of problems; - reads standard input
  --json           print the plan as JSON; without it the plan is drawn
  --engine NAME    auto (default): the fastest first, the next where that is not proved; or one kind
                   alone: greedy, lp (linear program), milp (minimum power, starts, one block)
  --no-what-if     leave out what other wishes would cost: a plan each, so it saves most of the time
  --help           this text

Of the home, in the place of the problem's own:
  --fuse 25A       main fuse; three phases of 400 V, with --net IT of 230 V, with --phases 1 one of 230 V
  --month-peaks 4.1,3.8,3.2   highest hour of other days of this month, kW

What a home really pays, with the problem's importPrice read as spot ex VAT:
  --contract KIND  spot, norgespris or fixed:ORE, øre/kWh ex VAT; spot where only --grid is given
  --grid KEY       the grid owner, like elvia; not needed where the place has only one. Its capacity steps
                   count where the problem has none, and the month's peaks or the house's load are told
  --postcode NNNN  where the home is; or --metering-point ID, or --area NO1..NO5 with --tax-zone ZONE in NO4
  --markup-ore ORE, --kwh-this-month N   as in npm run price -- --help

Exit 0: planned. Exit 2: bad input, one line on standard error that names the field.
The format, and what is optimal: docs/planning.md
`;
