import { type Problem, ProblemError, type Slot } from '../../lib/planning/index.ts';
import { type CustomerPrice, customerPrices, type Price, type PriceParts } from '../../lib/tariffs/index.ts';
import { type Instant, parseIso, QUARTER_MS } from '../../lib/time/index.ts';
import type { Home } from '../home/find-home.ts';

/** A problem on what a home really pays. */
export interface PricedProblem {
  readonly problem: Problem;
  /** What each slot's price is made of. */
  readonly prices: readonly Price[];
}

const QUARTER_MINUTES = 15;
/** Norwegian households are settled per clock hour. */
const SETTLEMENT_MINUTES = 60;

/**
 * Reads the problem's prices as spot, NOK/kWh ex VAT, and puts the home's own in their place: by instant, so the slots' offsets
 * may be any. Throws ProblemError for slots that lie across quarter hours, which no price is known for.
 */
export function priceProblem(problem: Problem, home: Home): PricedProblem {
  const quarters = quartersOf(problem);
  const fromAt = quarters[0]?.startAt ?? 0;
  const untilAt = fromAt + quarters.length * QUARTER_MS;
  const byQuarter = customerPrices(home, quarters, { fromAt, untilAt }, SETTLEMENT_MINUTES);
  const prices = pricesOf(problem.slots, byQuarter);
  const slots = problem.slots.map((slot, t) => ({
    ...slot,
    importPrice: (prices[t]?.oreInclVat ?? 0) / 100,
  }));
  return { problem: { ...problem, slots }, prices };
}

function quartersOf({ slots }: Problem): { startAt: Instant; spotOrePerKwh: number }[] {
  return slots.flatMap(({ start, minutes, importPrice }, t) => {
    const startAt = parseIso(start) ?? Number.NaN;
    if (startAt % QUARTER_MS !== 0)
      throw new ProblemError(`slots[${t}].start: must be the start of a quarter hour to be priced`);
    return Array.from({ length: minutes / QUARTER_MINUTES }, (_, i) => ({
      startAt: startAt + i * QUARTER_MS,
      spotOrePerKwh: importPrice * 100,
    }));
  });
}

/** The quarters in order; a slot of an hour that is not a clock hour has the mean of the two. */
function pricesOf(slots: readonly Slot[], byQuarter: readonly CustomerPrice[]): Price[] {
  let next = 0;
  return slots.map(({ minutes }) => {
    const first = next;
    next += minutes / QUARTER_MINUTES;
    return meanPrice(byQuarter.slice(first, next));
  });
}

function meanPrice(prices: readonly Price[]): Price {
  const [first] = prices;
  if (!first) throw new Error('a price with a known spot cannot be told');
  if (prices.every(({ parts }) => isEqual(parts, first.parts))) return first;
  const mean = (amount: (price: Price) => number) =>
    prices.reduce((sum, price) => sum + amount(price), 0) / prices.length;
  return {
    parts: {
      spot: mean(({ parts }) => parts.spot),
      markup: mean(({ parts }) => parts.markup),
      support: mean(({ parts }) => parts.support),
      gridEnergy: mean(({ parts }) => parts.gridEnergy),
      electricityTax: mean(({ parts }) => parts.electricityTax),
      enova: mean(({ parts }) => parts.enova),
      vat: mean(({ parts }) => parts.vat),
    },
    oreInclVat: mean(({ oreInclVat }) => oreInclVat),
    assumed: [...new Set(prices.flatMap(({ assumed }) => assumed))],
  };
}

function isEqual(a: PriceParts, b: PriceParts): boolean {
  return (Object.keys(a) as (keyof PriceParts)[]).every((name) => a[name] === b[name]);
}
