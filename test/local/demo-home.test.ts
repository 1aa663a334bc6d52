import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HELP } from '../../bin/local/help.ts';
import { readOptions } from '../../bin/local/read-options.ts';
import { demoHome } from '../../lib/local/demo/demo-home.ts';
import { priceAreas, taxZones } from '../../lib/places/index.ts';
import { shippedGridOwner } from '../../lib/tariffs/index.ts';

const spot = { kind: 'spot', markupOrePerKwh: 0 };
const read = (...args: string[]) => readOptions(args);

describe('the demo’s home', () => {
  it.each(priceAreas)('in %s has a grid owner that has customers there, and its taxes', (area) => {
    const { gridOwner, taxZone, contract } = demoHome({ area });
    const owner = shippedGridOwner(gridOwner);
    expect(owner?.areas).toContain(area);
    expect(owner?.tariffs.some(({ customerGroups }) => customerGroups.includes('household'))).toBe(true);
    expect(taxZone).toBe(area === 'NO4' ? 'nord_norge' : 'sor');
    expect(contract).toEqual(spot);
  });

  it.each([
    [[], { area: 'NO1', gridOwner: undefined, taxZone: undefined, contract: spot }],
    [['--area', 'no5', '--contract', 'norgespris'], { area: 'NO5', contract: { kind: 'norgespris' } }],
    [['--contract', 'fixed:62.5'], { contract: { kind: 'fixed', priceOrePerKwh: 62.5 } }],
    [
      ['--grid', 'arva', '--tax-zone', 'tiltakssone'],
      { area: 'NO4', gridOwner: 'arva', taxZone: 'tiltakssone' },
    ],
    [['--grid', 'BKK', '--area', 'NO5'], { area: 'NO5', gridOwner: 'bkk' }],
  ])('is chosen by %j', (args, home) => {
    expect(read(...args)).toMatchObject(home);
  });

  it.each([
    [['--contract', 'cheap'], '--contract: must be spot, norgespris or fixed:ORE'],
    [['--contract', 'fixed:'], '--contract fixed:ORE: must be a number'],
    [['--grid', 'elvja'], '--grid: is no known grid owner; did you mean elvia?'],
    [['--grid', 'elvia', '--area', 'NO5'], '--grid: has its customers in NO1, not in NO5'],
    [['--grid', 'bkk'], '--area: is missing; this grid owner has customers in NO2, NO3, NO5'],
    [['--tax-zone', 'nord_norge'], '--tax-zone: nord_norge is in NO4 only'],
    [['--tax-zone', 'north'], '--tax-zone: must be sor, nord_norge or tiltakssone'],
    [['--area', 'NO6'], '--area: must be NO1, NO2, NO3, NO4 or NO5'],
    [['--postcode', '0150'], 'Unknown option'],
  ])('%j is refused, naming the option', (args, message) => {
    expect(() => read(...args)).toThrow(message);
  });

  it('takes nothing that the service would refuse', () => {
    const options = fc.record({
      area: fc.option(fc.constantFrom(...priceAreas), { nil: undefined }),
      zone: fc.option(fc.constantFrom(...taxZones), { nil: undefined }),
    });
    fc.assert(
      fc.property(options, ({ area, zone }) => {
        const args = [...(area ? ['--area', area] : []), ...(zone ? ['--tax-zone', zone] : [])];
        try {
          const home = demoHome(read(...args) as Exclude<ReturnType<typeof read>, 'help'>);
          expect(home.taxZone === 'sor' || home.area === 'NO4').toBe(true);
        } catch (thrown) {
          expect(thrown).toMatchObject({ name: 'UsageError' });
        }
      }),
    );
  });

  it('is in the help, each option of it', () => {
    for (const option of ['--area', '--grid', '--tax-zone', '--contract']) expect(HELP).toContain(option);
  });
});
