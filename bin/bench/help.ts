/** What `npm run bench -- --help` prints. */
export const HELP = `Measures how fast plans are made, and how many are proved, by class of home; HiGHS beside it. Some minutes on two quiet cores.

  npm run --silent bench [-- --quick] [--json] [--out FILE]

  --quick      a tenth of the homes, under a minute
  --json       the figures as JSON; without it a Markdown page
  --out FILE   into the file instead of to the screen; docs/bench.md is kept
  --help       this text
`;
