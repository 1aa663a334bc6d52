import { type HomeOptions, homeArguments, readHomeOptions } from '../home/home-options.ts';
import { parseArguments } from '../parse-arguments.ts';
import { UsageError } from '../usage-error.ts';
import { readFuseKw } from './read-fuse.ts';
import { readPeaks } from './read-peaks.ts';

const engineNames = ['auto', 'greedy', 'lp', 'milp'] as const;

export interface PlanCommand {
  /** A file, or `-` for standard input. */
  readonly problem: string;
  readonly json: boolean;
  readonly engine: (typeof engineNames)[number];
  /** Whether to say what other wishes would cost. */
  readonly whatIf: boolean;
  /** The home whose prices are to be planned on; null: the problem's prices are what is paid. */
  readonly home: HomeOptions | null;
  /** Take the place of the problem's own; null: not told. */
  readonly fuseKw: number | null;
  readonly monthPeaksKw: readonly number[] | null;
}

/** Reads the command line. Throws UsageError naming the option that is wrong. */
export function readOptions(args: readonly string[]): PlanCommand | 'help' {
  const given = parseArguments(args, {
    ...homeArguments,
    problem: { type: 'string' },
    json: { type: 'boolean' },
    engine: { type: 'string' },
    'no-what-if': { type: 'boolean' },
    fuse: { type: 'string' },
    net: { type: 'string' },
    phases: { type: 'string' },
    'month-peaks': { type: 'string' },
    help: { type: 'boolean', short: 'h' },
  });
  const { problem, json = false, engine: name = 'auto', help = false } = given;
  if (help) return 'help';
  if (problem === undefined) throw new UsageError('--problem: is missing (a file, or - for standard input)');
  const engine = engineNames.find((known) => known === name);
  if (!engine) throw new UsageError('--engine: must be auto, greedy, lp or milp');
  return {
    problem,
    json,
    engine,
    whatIf: !given['no-what-if'],
    home: homeOf(given),
    fuseKw: readFuseKw(given),
    monthPeaksKw: readPeaks(given['month-peaks']),
  };
}

/** A contract or a grid owner asks for the home's own prices; the other options tell more of the home. */
function homeOf(given: Parameters<typeof readHomeOptions>[0]): HomeOptions | null {
  if (given.contract !== undefined || given.grid !== undefined) return readHomeOptions(given);
  const names = Object.keys(homeArguments) as (keyof typeof homeArguments)[];
  const lonely = names.find((name) => given[name] !== undefined);
  if (lonely) throw new UsageError(`--${lonely}: goes with --contract or --grid`);
  return null;
}
