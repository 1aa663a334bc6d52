/** What `npm run plan -- --help` prints. */
export const HELP = `Plans the cheapest charging of a car, and proves it.

  npm run --silent plan -- --problem problem.json [--json] [--engine auto|greedy|lp]

  --problem FILE   the problem as JSON, or an array of problems; - reads standard input
  --json           print the plan as JSON; without it the plan is drawn
  --engine NAME    auto (default): greedy first, the linear program when it fails; greedy or lp alone
  --help           this text

What a home really pays, with the problem's importPrice read as spot ex VAT:
  --contract KIND  spot, norgespris or fixed:ORE, øre/kWh ex VAT; spot where only --grid is given
  --grid KEY       the grid owner, like elvia; not needed where the place has only one
  --postcode NNNN  where the home is; or --metering-point ID, or --area NO1..NO5 with --tax-zone ZONE in NO4
  --markup-ore ORE, --kwh-this-month N   as in npm run price -- --help

Exit 0: planned. Exit 2: bad input, one line on standard error that names the field.
The format, and the part of it that is built: docs/planning.md
`;
