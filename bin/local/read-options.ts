import { isLocalDate, type LocalDate } from '../../lib/time/index.ts';
import { homeArguments } from '../home/home-options.ts';
import { parseArguments } from '../parse-arguments.ts';
import { UsageError } from '../usage-error.ts';
import { type DemoHomeOptions, readDemoHome } from './read-demo-home.ts';

export interface LocalCommand extends DemoHomeOptions {
  readonly port: number;
  readonly speed: number;
  readonly prices: string | undefined;
  readonly from: LocalDate | undefined;
  readonly days: number | undefined;
  readonly cars: 1 | 2;
  readonly data: string | undefined;
  readonly live: boolean;
  readonly unlinked: boolean;
  readonly quiet: boolean;
}

const FASTEST = 1_000_000;

/** Reads the command line. Throws UsageError naming the option that is wrong. */
export function readOptions(args: string[]): LocalCommand | 'help' {
  const given = parseArguments(args, {
    port: { type: 'string' },
    speed: { type: 'string' },
    prices: { type: 'string' },
    from: { type: 'string' },
    area: homeArguments.area,
    'tax-zone': homeArguments['tax-zone'],
    grid: homeArguments.grid,
    contract: homeArguments.contract,
    days: { type: 'string' },
    cars: { type: 'string' },
    data: { type: 'string' },
    live: { type: 'boolean' },
    unlinked: { type: 'boolean' },
    quiet: { type: 'boolean' },
    help: { type: 'boolean', short: 'h' },
  });
  if (given.help) return 'help';
  const { live = false, unlinked = false, quiet = false, prices, from, data } = given;
  if (live && (prices !== undefined || from !== undefined))
    throw new UsageError('--live: cannot be combined with --prices or --from');
  if (from !== undefined && !isLocalDate(from)) throw new UsageError('--from: must be a date, YYYY-MM-DD');
  return {
    port: numberOf('--port', given.port, { usual: 3000, min: 0, max: 65_535, whole: true }),
    speed: numberOf('--speed', given.speed, { usual: live ? 1 : 840, min: 0.01, max: FASTEST, whole: false }),
    days:
      given.days === undefined
        ? undefined
        : numberOf('--days', given.days, { usual: 1, min: 1, max: 10_000, whole: true }),
    cars: numberOf('--cars', given.cars, { usual: 1, min: 1, max: 2, whole: true }) === 2 ? 2 : 1,
    ...readDemoHome(given),
    ...{ prices, from, data, live, unlinked, quiet },
  };
}

function numberOf(
  name: string,
  text: string | undefined,
  { usual, min, max, whole }: { usual: number; min: number; max: number; whole: boolean },
): number {
  if (text === undefined) return usual;
  const value = Number(text);
  const fits = text.trim() !== '' && value >= min && value <= max && (!whole || Number.isInteger(value));
  if (!fits) throw new UsageError(`${name}: must be a ${whole ? 'whole ' : ''}number from ${min} to ${max}`);
  return value;
}
