/** What `npm run bench -- --help` prints. */
export const HELP = `Measures how fast plans are made, and how many are proved, by class of home; HiGHS beside it.

  npm run --silent bench [-- --quick] [--json]

  --quick   a tenth of the homes
  --json    the figures as JSON; without it a Markdown page, as kept in docs/bench.md
  --help    this text
`;
