import { hourStart, type Instant } from '../../lib/time/index.ts';
import { type HomeOptions, homeArguments, readHomeOptions } from '../home/home-options.ts';
import { parseArguments } from '../parse-arguments.ts';
import { readNumber } from '../read-number.ts';
import { readAt } from './read-at.ts';

export interface PriceCommand {
  readonly home: HomeOptions;
  /** Start of the clock hour. */
  readonly hourAt: Instant;
  /** Mean of the hour, øre/kWh ex VAT; null: the built-in price. */
  readonly spotOrePerKwh: number | null;
  readonly json: boolean;
}

const SPOT_ORE = [-10_000, 10_000] as const;

/** Reads the command line; without --at it is about this hour. Throws UsageError naming the option that is wrong. */
export function readOptions(args: readonly string[], nowAt: Instant): PriceCommand | 'help' {
  const given = parseArguments(args, {
    ...homeArguments,
    at: { type: 'string' },
    'spot-ore': { type: 'string' },
    json: { type: 'boolean' },
    help: { type: 'boolean', short: 'h' },
  });
  if (given.help) return 'help';
  const spot = given['spot-ore'];
  return {
    home: readHomeOptions(given),
    hourAt: hourStart(given.at === undefined ? nowAt : readAt(given.at)),
    spotOrePerKwh: spot === undefined ? null : readNumber('--spot-ore', spot, SPOT_ORE),
    json: given.json ?? false,
  };
}
