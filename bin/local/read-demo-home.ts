import type { PriceArea, TaxZone } from '../../lib/places/index.ts';
import { type Contract, type GridOwner, shippedGridOwners } from '../../lib/tariffs/index.ts';
import { readHomeOptions } from '../home/home-options.ts';
import { knownGridOwner } from '../home/known-grid-owner.ts';
import { UsageError } from '../usage-error.ts';

/** What was chosen of the demo's home; the rest is as it usually is in the price area. */
export interface DemoHomeOptions {
  readonly area: PriceArea;
  readonly taxZone: TaxZone | undefined;
  /** Catalogue key. */
  readonly gridOwner: string | undefined;
  readonly contract: Contract;
}

/** Throws UsageError naming the option that is wrong, or does not go with another. */
export function readDemoHome(given: Parameters<typeof readHomeOptions>[0]): DemoHomeOptions {
  const { area: wished, taxZone, grid, contract } = readHomeOptions(given);
  const owner = grid === undefined ? undefined : knownGridOwner(grid, shippedGridOwners());
  const area = wished ?? areaOf(owner);
  if (owner !== undefined) checkGrid(owner, area);
  if (taxZone !== undefined && taxZone !== 'sor' && area !== 'NO4')
    throw new UsageError(`--tax-zone: ${taxZone} is in NO4 only (give --area NO4)`);
  return { area, taxZone, gridOwner: owner?.key, contract };
}

/** Oslo's where nothing tells. */
function areaOf(owner: GridOwner | undefined): PriceArea {
  const [first, ...others] = owner?.areas ?? [];
  if (others.length > 0)
    throw new UsageError(`--area: is missing; this grid owner has customers in ${owner?.areas.join(', ')}`);
  return first ?? 'NO1';
}

function checkGrid({ areas, tariffs }: GridOwner, area: PriceArea): void {
  if (!tariffs.some(({ customerGroups }) => customerGroups.includes('household')))
    throw new UsageError('--grid: has no tariff for homes');
  if (areas.length > 0 && !areas.includes(area))
    throw new UsageError(`--grid: has its customers in ${areas.join(', ')}, not in ${area}`);
}
