import type { Model } from '../problem/model.ts';

/** NOK below which no plan whatever can cost: all cars at full power, up or down, at the dearest price throughout. A bound where no other is a number. */
export function leastImaginableCost({ problem, hours, importPrice, exportPrice }: Model): number {
  let kw = 0;
  for (const { maxKw, discharge } of problem.vehicles) kw += maxKw + (discharge?.maxKw ?? 0);
  let nok = 0;
  for (let t = 0; t < hours.length; t += 1) {
    const dearest = Math.max(Math.abs(importPrice[t] ?? 0), Math.abs(exportPrice[t] ?? 0));
    nok -= kw * (hours[t] ?? 0) * dearest;
  }
  return nok;
}
