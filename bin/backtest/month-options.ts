import { readNumber } from '../read-number.ts';
import { UsageError } from '../usage-error.ts';
import type { Meter } from './house-sight.ts';

/** How home-months are lived. */
export interface MonthCommand {
  /** A file of the hourly loads of a house, and the mean they are scaled to. */
  readonly loads: string;
  readonly loadMeanKw: number;
  readonly fuseKw: number;
  /** How many home-months, in the order of the table; null: all. */
  readonly homeMonths: number | null;
  /** Only the home-months of even number from 0 (tuning) or odd number (test); null: all. */
  readonly half: 'tuning' | 'test' | null;
  readonly withOptimum: boolean;
  readonly withProof: boolean;
  readonly meter: Meter;
}

export const monthArguments = {
  capacity: { type: 'boolean' },
  loads: { type: 'string' },
  'load-mean-kw': { type: 'string' },
  'fuse-kw': { type: 'string' },
  'home-months': { type: 'string' },
  'no-month-optimum': { type: 'boolean' },
  'no-proof': { type: 'boolean' },
  half: { type: 'string' },
  meter: { type: 'string' },
} as const;

type Given = { readonly [Name in keyof typeof monthArguments]?: string | boolean | undefined };

const meters = ['live', 'readings', 'none'] as const satisfies readonly Meter[];
const halves = ['tuning', 'test'] as const;
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
    withProof: !given['no-proof'],
    half: given.half === undefined ? null : oneOf('half', given.half, halves),
    meter: oneOf('meter', given.meter ?? 'live', meters),
  };
}

function oneOf<T extends string>(name: string, text: string | boolean, known: readonly T[]): T {
  const found = known.find((one) => one === text);
  if (found === undefined) {
    throw new UsageError(`--${name}: must be ${known.slice(0, -1).join(', ')} or ${known.at(-1)}`);
  }
  return found;
}
