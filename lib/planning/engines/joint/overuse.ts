import type { Model } from '../../problem/model.ts';
import type { Prices } from '../../proof/dual-prices.ts';

/**
 * How much more of fuse, hours and sun the cars take at these prices than there is, kWh: the slope of the bound. `peaksKw` are the days' peaks
 * that the step is priced by; null where it has no end.
 */
export function overuseOf(
  model: Model,
  prices: Prices,
  kwh: Float64Array,
  peaksKw: readonly number[] | null,
): Prices {
  const { freeKw, hours, surplusKw } = model;
  const sunKwh = surplusKw.map((kw, t) => kw * at(hours, t));
  const bought = sunKwh.map((sun, t) => (sun <= 0 || isDearestSun(model, prices, t) ? at(kwh, t) - sun : 0));
  return {
    fuse: kwh.map((taken, t) =>
      at(freeKw, t) < Number.POSITIVE_INFINITY ? taken - at(freeKw, t) * at(hours, t) : 0,
    ),
    hour: overOfHours(model, bought, peaksKw),
    sun: sunKwh.map((sun, t) => {
      const over = sun > 0 ? at(kwh, t) - sun : 0;
      return over > 0 && isDearestSun(model, prices, t) ? 0 : over;
    }),
  };
}

/** What house and cars buy in each clock hour beyond its day's peak. */
function overOfHours(
  { capacity }: Model,
  bought: Float64Array,
  peaksKw: readonly number[] | null,
): Float64Array {
  if (!capacity || !peaksKw) return new Float64Array(capacity?.dayOfHour.length ?? 0);
  const { dayOfHour, hourOfSlot, houseKwhOfHour } = capacity;
  const hour = houseKwhOfHour.map((kwh, h) => kwh - (peaksKw[at(dayOfHour, h)] ?? 0));
  for (const [t, h] of hourOfSlot.entries()) hour[h] = at(hour, h) + at(bought, t);
  return hour;
}

function at(values: Float64Array | Int32Array, i: number): number {
  return values[i] ?? 0;
}

/** Whether a kWh of sun costs what one from the grid does: then what is taken beyond the sun is bought. */
function isDearestSun(
  { importPrice, exportPrice, capacity }: Model,
  { hour, sun }: Prices,
  t: number,
): boolean {
  const hourNok = hour[capacity?.hourOfSlot[t] ?? -1] ?? 0;
  return (sun?.[t] ?? 0) >= (importPrice[t] ?? 0) - (exportPrice[t] ?? 0) + hourNok;
}
