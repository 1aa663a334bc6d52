import { type PriceArea, priceAreas, type TaxZone, taxZones } from '../../lib/places/index.ts';
import type { Contract } from '../../lib/tariffs/index.ts';
import { readNumber } from '../read-number.ts';
import { UsageError } from '../usage-error.ts';
import { readContract } from './read-contract.ts';

/** The options that tell a home, as Node's parseArgs wants them. */
export const homeArguments = {
  postcode: { type: 'string' },
  'metering-point': { type: 'string' },
  area: { type: 'string' },
  'tax-zone': { type: 'string' },
  grid: { type: 'string' },
  contract: { type: 'string' },
  'markup-ore': { type: 'string' },
  'kwh-this-month': { type: 'string' },
} as const;

/** What was given of a home. */
export interface HomeOptions {
  readonly postcode: string | undefined;
  readonly meteringPoint: string | undefined;
  readonly area: PriceArea | undefined;
  readonly taxZone: TaxZone | undefined;
  /** Catalogue key of the grid owner. */
  readonly grid: string | undefined;
  readonly contract: Contract;
  readonly kwhThisMonth: number;
}

type Given = Partial<Record<keyof typeof homeArguments, string | undefined>>;

const MARKUP_ORE = [-1000, 1000] as const;
const MONTH_KWH = [0, 100_000] as const;

/** Reads each option by itself; how they belong together is findHome's. Throws UsageError naming the option that is wrong. */
export function readHomeOptions(given: Given): HomeOptions {
  const markup = readNumber('--markup-ore', given['markup-ore'] ?? '0', MARKUP_ORE);
  return {
    postcode: given.postcode,
    meteringPoint: given['metering-point'],
    area: given.area === undefined ? undefined : oneOf('--area', given.area.toUpperCase(), priceAreas),
    taxZone: given['tax-zone'] === undefined ? undefined : oneOf('--tax-zone', given['tax-zone'], taxZones),
    grid: given.grid,
    contract: readContract(given.contract ?? 'spot', markup),
    kwhThisMonth: readNumber('--kwh-this-month', given['kwh-this-month'] ?? '0', MONTH_KWH),
  };
}

function oneOf<T extends string>(option: string, text: string, known: readonly T[]): T {
  const found = known.find((one) => one === text);
  if (found === undefined) {
    throw new UsageError(`${option}: must be ${known.slice(0, -1).join(', ')} or ${known.at(-1)}`);
  }
  return found;
}
