import { readNumber } from '../read-number.ts';
import { UsageError } from '../usage-error.ts';

/** How home-months are lived. */
export interface MonthCommand {
  /** A file of the hourly loads of a house, and the mean they are scaled to. */
  readonly loads: string;
  readonly loadMeanKw: number;
  readonly fuseKw: number;
  /** How many home-months, in the order of the table; null: all. */
  readonly homeMonths: number | null;
  readonly withOptimum: boolean;
  readonly liveMeter: boolean;
}

export const monthArguments = {
  capacity: { type: 'boolean' },
  loads: { type: 'string' },
  'load-mean-kw': { type: 'string' },
  'fuse-kw': { type: 'string' },
  'home-months': { type: 'string' },
  'no-month-optimum': { type: 'boolean' },
  'no-live-meter': { type: 'boolean' },
} as const;

type Given = { readonly [Name in keyof typeof monthArguments]?: string | boolean | undefined };

const KW = [0.1, 500] as const;
const COUNT = [1, 1e6] as const;

/** Null without `--capacity`. Throws UsageError naming the option that is wrong. */
export function readMonthOptions(given: Given): MonthCommand | null {
  const names = Object.keys(monthArguments) as (keyof typeof monthArguments)[];
  if (!given.capacity) {
    const lonely = names.find((name) => given[name] !== undefined);
    if (lonely && lonely !== 'capacity') throw new UsageError(`--${lonely}: goes with --capacity`);
    return null;
  }
  const { loads } = given;
  if (typeof loads !== 'string') {
    throw new UsageError("--loads: is missing (a CSV file of a house's hourly loads)");
  }
  const number = (name: keyof typeof monthArguments, usual: string, range: readonly [number, number]) =>
    readNumber(`--${name}`, String(given[name] ?? usual), range);
  return {
    loads,
    loadMeanKw: number('load-mean-kw', '2', KW),
    fuseKw: number('fuse-kw', '17.3', KW),
    homeMonths: given['home-months'] === undefined ? null : Math.round(number('home-months', '', COUNT)),
    withOptimum: !given['no-month-optimum'],
    liveMeter: !given['no-live-meter'],
  };
}
