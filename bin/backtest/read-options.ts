import type { PriceArea } from '../../lib/places/index.ts';
import { findHome, type Home } from '../home/find-home.ts';
import { homeArguments, readHomeOptions } from '../home/home-options.ts';
import { parseArguments } from '../parse-arguments.ts';
import { readNumber } from '../read-number.ts';
import { UsageError } from '../usage-error.ts';
import { type MonthCommand, monthArguments, readMonthOptions } from './month-options.ts';

export interface BacktestCommand {
  /** Files of prices and sessions. */
  readonly prices: string;
  readonly sessions: string;
  readonly home: Home;
  readonly nokPerEur: number;
  readonly maxKw: number;
  /** Whether sessions are moved by whole weeks to where prices are. */
  readonly shift: boolean;
  /** How many sessions, drawn at random; null: all. */
  readonly sample: number | null;
  readonly seed: number;
  readonly json: boolean;
  /** Also home-months with the capacity fee; null: sessions only. */
  readonly month: MonthCommand | null;
}

const NOK_PER_EUR = [1, 30] as const;
const KW = [0.1, 500] as const;
const COUNT = [1, 1e9] as const;

const backtestArguments = {
  area: homeArguments.area,
  'tax-zone': homeArguments['tax-zone'],
  grid: homeArguments.grid,
  contract: homeArguments.contract,
  'markup-ore': homeArguments['markup-ore'],
  prices: { type: 'string' },
  sessions: { type: 'string' },
  'eur-nok': { type: 'string' },
  'max-kw': { type: 'string' },
  'no-shift': { type: 'boolean' },
  sample: { type: 'string' },
  seed: { type: 'string' },
  ...monthArguments,
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

/** Reads the command line. Throws UsageError naming the option that is wrong. */
export function readOptions(args: readonly string[]): BacktestCommand | 'help' {
  const given = parseArguments(args, backtestArguments);
  if (given.help) return 'help';
  const { prices, sessions, sample } = given;
  if (prices === undefined) throw new UsageError('--prices: is missing (a CSV file of day-ahead prices)');
  if (sessions === undefined)
    throw new UsageError('--sessions: is missing (a CSV file of charging sessions)');
  const month = readMonthOptions(given);
  // A user's month is whole or it is another month.
  if (month && sample !== undefined)
    throw new UsageError('--sample: does not go with --capacity (--home-months does)');
  return {
    ...{ prices, sessions },
    home: homeOf(given),
    nokPerEur: readNumber('--eur-nok', given['eur-nok'] ?? '11.5', NOK_PER_EUR),
    maxKw: readNumber('--max-kw', given['max-kw'] ?? '7.4', KW),
    shift: !given['no-shift'],
    sample: sample === undefined ? null : Math.round(readNumber('--sample', sample, COUNT)),
    seed: Math.round(readNumber('--seed', given.seed ?? '1', COUNT)),
    json: given.json ?? false,
    month,
  };
}

function homeOf(given: Parameters<typeof readHomeOptions>[0]): Home {
  const told = readHomeOptions(given);
  if (told.area === undefined) throw new UsageError('--area: is missing (NO1, NO2, NO3, NO4 or NO5)');
  return findHome({ ...told, taxZone: told.taxZone ?? usualZone(told.area) });
}

/** Where most of an area's homes are: only NO4 lies mainly where there is no VAT. */
function usualZone(area: PriceArea): Home['taxZone'] {
  return area === 'NO4' ? 'nord_norge' : 'sor';
}
