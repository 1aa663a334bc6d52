import { parseArgs } from 'node:util';
import { type PriceArea, priceAreas } from '../../lib/places/index.ts';
import { isLocalDate, type LocalDate } from '../../lib/time/index.ts';
import { UsageError } from '../usage-error.ts';

export interface LocalCommand {
  readonly port: number;
  readonly speed: number;
  readonly prices: string | undefined;
  readonly from: LocalDate | undefined;
  readonly area: PriceArea;
  readonly days: number | undefined;
  readonly data: string | undefined;
  readonly live: boolean;
  readonly unlinked: boolean;
  readonly quiet: boolean;
}

const FASTEST = 1_000_000;

/** Reads the command line. Throws UsageError naming the option that is wrong. */
export function readOptions(args: string[]): LocalCommand | 'help' {
  const given = parse(args);
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
    area: areaOf(given.area ?? 'NO1'),
    ...{ prices, from, data, live, unlinked, quiet },
  };
}

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      options: {
        port: { type: 'string' },
        speed: { type: 'string' },
        prices: { type: 'string' },
        from: { type: 'string' },
        area: { type: 'string' },
        days: { type: 'string' },
        data: { type: 'string' },
        live: { type: 'boolean' },
        unlinked: { type: 'boolean' },
        quiet: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    }).values;
  } catch (error) {
    const [sentence] = error instanceof Error ? error.message.split(/\.\s|\.$|\n/, 1) : [];
    throw new UsageError(`${sentence ?? 'Wrong options'} (see --help)`);
  }
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

function areaOf(text: string): PriceArea {
  const area = priceAreas.find((known) => known === text.toUpperCase());
  if (!area) throw new UsageError('--area: must be NO1, NO2, NO3, NO4 or NO5');
  return area;
}
