/** What one home-month came to. */
export interface HomeCost {
  readonly service: Bill;
  readonly chargeNow: Bill;
  readonly optimumNok: number | null;
  readonly shortKwh: number;
}

export interface Bill {
  readonly energyNok: number;
  readonly feeNok: number;
}

/** Sums over homes, and what was captured of what the month in hindsight saves. */
export function sumsOf(costs: readonly HomeCost[]) {
  const sum = (value: (cost: HomeCost) => number) => costs.reduce((total, cost) => total + value(cost), 0);
  const energy = { service: sum((c) => c.service.energyNok), chargeNow: sum((c) => c.chargeNow.energyNok) };
  const fee = { service: sum((c) => c.service.feeNok), chargeNow: sum((c) => c.chargeNow.feeNok) };
  const total = { service: energy.service + fee.service, chargeNow: energy.chargeNow + fee.chargeNow };
  const isKnown = costs.every(({ optimumNok }) => optimumNok !== null);
  const optimum = isKnown ? sum((c) => c.optimumNok ?? 0) : null;
  return {
    energyNok: rounded(energy),
    feeNok: rounded(fee),
    totalNok: { ...rounded(total), monthOptimum: optimum === null ? null : twoDecimals(optimum) },
    ...(optimum === null ? { capturedPercent: null, capturedPercentError: null } : captured(costs)),
    shortfallKwh: Math.round(sum((c) => c.shortKwh) * 1000) / 1000,
  };
}

/** Below this there is nothing to capture, NOK. */
const NOTHING_NOK = 0.01;

/** The ratio of two sums over homes, and its standard error (ratio estimator, delta method). */
function captured(costs: readonly HomeCost[]) {
  const saved = costs.map((c) => totalOf(c.chargeNow) - totalOf(c.service));
  const possible = costs.map((c) => totalOf(c.chargeNow) - (c.optimumNok ?? 0));
  const whole = possible.reduce((a, b) => a + b, 0);
  if (whole < NOTHING_NOK) return { capturedPercent: null, capturedPercentError: null };
  const ratio = saved.reduce((a, b) => a + b, 0) / whole;
  const squares = saved.reduce((sum, nok, i) => sum + (nok - ratio * (possible[i] ?? 0)) ** 2, 0);
  const error = Math.sqrt((squares * costs.length) / Math.max(1, costs.length - 1)) / whole;
  return { capturedPercent: oneDecimal(100 * ratio), capturedPercentError: oneDecimal(100 * error) };
}

function totalOf({ energyNok, feeNok }: Bill): number {
  return energyNok + feeNok;
}

function rounded({ service, chargeNow }: { service: number; chargeNow: number }) {
  return { service: twoDecimals(service), chargeNow: twoDecimals(chargeNow) };
}

function twoDecimals(value: number): number {
  return Math.round(value * 100) / 100;
}

function oneDecimal(value: number): number {
  return Math.round(value * 10) / 10;
}
