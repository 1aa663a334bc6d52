import type { CapacityCharge, CapacityMethod } from '../../tariffs/index.ts';
import type { ToldTariff } from './answer-schema.ts';

type Configuration = ToldTariff['tariffType']['fixedPriceConfiguration'];
type Levels = ToldTariff['tariffPrice']['priceInfo']['fixedPrices'][number]['levels'];

/** The price levels as steps. A level holds from its `valueMin`, included, by the specification. */
export function capacityOf(configuration: Configuration, levels: Levels): CapacityCharge {
  return {
    method: methodOf(configuration),
    thresholdIncluded: true,
    // The lowest level has no lower end.
    steps: levels
      .map(({ valueMin, monthlyExTaxes }) => ({
        from: valueMin ?? 0,
        nokPerYear: Number((monthlyExTaxes * 12).toFixed(2)),
      }))
      .sort((a, b) => a.from - b.from),
  };
}

/** `unknown` for every rule but those we can compute: a rule nearly understood is a wrong bill. */
function methodOf(configuration: Configuration): CapacityMethod {
  const { basis, maxhoursPerDay, daysPerMonth, maxhoursPerMonth, months } = configuration;
  if (basis === 'fusesize') return 'main-fuse';
  if ((basis !== 'monthlymax' && basis !== 'dailymax') || (months ?? 1) !== 1) return 'unknown';
  if (daysPerMonth === 3 && (maxhoursPerDay ?? 1) === 1) return 'top-three-days';
  const isOneHour = basis === 'monthlymax' && maxhoursPerMonth === 1 && (daysPerMonth ?? 1) === 1;
  return isOneHour ? 'month-maximum' : 'unknown';
}
