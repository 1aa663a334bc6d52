/** What `npm run plan -- --help` prints. */
export const HELP = `Plans the cheapest charging of a car, and proves it.

  npm run --silent plan -- --problem problem.json [--json] [--engine auto|greedy|lp]

  --problem FILE   the problem as JSON, or an array of problems; - reads standard input
  --json           print the plan as JSON; without it the plan is drawn
  --engine NAME    auto (default): greedy first, the linear program when it fails; greedy or lp alone
  --help           this text

Exit 0: planned. Exit 2: bad input, one line on standard error that names the field.
The format, and the part of it that is built: docs/planning.md
`;
