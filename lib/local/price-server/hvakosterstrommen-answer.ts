import { type PriceArea, priceAreas } from '../../places/index.ts';
import { isLocalDate, isoLocal, type LocalDate } from '../../time/index.ts';
import type { PriceFault } from './faults.ts';
import { type Market, publishedDay } from './publication.ts';
import type { Served } from './served.ts';
import { hourlyStretches, spansOf, stretchesOf } from './stretches.ts';

/** In which form hvakosterstrommen's file comes. 60 minutes: the mean of the hour. `mixed`: flat hours as one object. */
export interface HvakosterstrommenForm {
  readonly minutes: 15 | 60 | 'mixed';
  /** Writes numbers as `4.226E-2`. */
  readonly exponents: boolean;
}

export interface HvakosterstrommenQuestion {
  readonly area: PriceArea;
  readonly date: LocalDate;
}

/** `/api/v1/prices/2026/10-22_NO1.json`; null for any other path. */
export function hvakosterstrommenQuestion(path: string): HvakosterstrommenQuestion | null {
  const parts = /^\/api\/v1\/prices\/(\d{4})\/(\d\d-\d\d)_(NO\d)\.json$/.exec(path);
  const date = `${parts?.[1]}-${parts?.[2]}`;
  const area = priceAreas.find((one) => one === parts?.[3]);
  return area && isLocalDate(date) ? { area, date } : null;
}

/** The day's file, or 404 while it does not exist. */
export function hvakosterstrommenAnswer(
  market: Market,
  { area, date }: HvakosterstrommenQuestion,
  form: HvakosterstrommenForm,
  nokPerEur: number,
  fault: PriceFault | null,
): Served {
  const quarters = publishedDay(market, area, date, fault);
  if (!quarters) return { status: 404, contentType: 'text/html', body: '<html>404</html>' };
  const isMixed = form.minutes === 'mixed' || fault?.kind === 'mixed-resolution';
  const cutting = { resolution: isMixed ? 'coarsest' : 'fine', cutHours: null } as const;
  const stretches =
    form.minutes === 60 && !isMixed ? hourlyStretches(quarters) : stretchesOf(quarters, cutting);
  const objects = stretches.flatMap(spansOf).map(({ startAt, endAt, eurPerMwh }) => {
    const fields = [
      `"NOK_per_kWh":${number((eurPerMwh * nokPerEur) / 1000, form)}`,
      `"EUR_per_kWh":${number(eurPerMwh / 1000, form)}`,
      `"EXR":${nokPerEur}`,
      `"time_start":"${isoLocal(startAt)}"`,
      `"time_end":"${isoLocal(endAt)}"`,
    ];
    return `{${fields.join(',')}}`;
  });
  return { status: 200, contentType: 'application/json', body: `[${objects.join(',')}]` };
}

/** Five decimals, as the site prints them. */
function number(value: number, form: HvakosterstrommenForm): string {
  const rounded = Number(value.toFixed(5));
  return form.exponents ? rounded.toExponential().toUpperCase() : String(rounded);
}
