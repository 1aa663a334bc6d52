import loadHighs, { type Highs } from 'highs';
import { countedPlanner } from './counted-planner.ts';
import type { HomeMonth } from './month-homes.ts';
import { monthLive } from './month-live.ts';
import { feeOf, type MonthMeter } from './month-meter.ts';
import { monthNow } from './month-now.ts';
import { energyNok, monthOptimumNok } from './month-optimum.ts';
import type { MonthWorld } from './month-world.ts';

/** What the command prints of home-months. */
export interface MonthAnswer {
  readonly homeMonths: number;
  /** The grid owner whose steps were paid. */
  readonly steps: string;
  readonly liveMeter: boolean;
  readonly energyNok: { readonly service: number; readonly chargeNow: number };
  readonly feeNok: { readonly service: number; readonly chargeNow: number };
  readonly totalNok: {
    readonly service: number;
    readonly chargeNow: number;
    readonly monthOptimum: number | null;
  };
  /** Of what the month in hindsight saves; null where that is nothing or not asked for. */
  readonly capturedPercent: number | null;
  /** Standard error of `capturedPercent` from the spread of homes. */
  readonly capturedPercentError: number | null;
  /** Energy missing at plug-outs that charging at once would have brought. */
  readonly shortfallKwh: number;
  /** Homes whose fee is above that of the same house without a car. */
  readonly plans: number;
  readonly worstGapNok: number;
}

interface HomeCost {
  readonly service: Bill;
  readonly chargeNow: Bill;
  readonly optimumNok: number | null;
  readonly shortKwh: number;
}

interface Bill {
  readonly energyNok: number;
  readonly feeNok: number;
}

export interface MonthOptions {
  readonly steps: string;
  readonly withOptimum: boolean;
  readonly onHome?: () => void;
}

/** Lives through the home-months one after the other. */
export async function monthAnswer(
  homes: readonly HomeMonth[],
  told: Omit<MonthWorld, 'planner'>,
  { steps, withOptimum, onHome }: MonthOptions,
): Promise<MonthAnswer> {
  const service = countedPlanner();
  const world = { ...told, planner: service.plan };
  const highs = withOptimum ? await loadHighs() : null;
  const costs: HomeCost[] = [];
  for (const home of homes) {
    costs.push(await costOf(home, world, highs));
    onHome?.();
  }
  const { plans, worstGapNok } = service.counted;
  return { homeMonths: homes.length, steps, liveMeter: told.liveMeter, ...sumsOf(costs), plans, worstGapNok };
}

async function costOf(home: HomeMonth, world: MonthWorld, highs: Highs | null): Promise<HomeCost> {
  const live = await monthLive(home, world);
  const now = monthNow(home, world);
  return {
    service: billOf(live, world),
    chargeNow: billOf(now, world),
    optimumNok: highs && monthOptimumNok(home, world, highs),
    shortKwh: Math.max(0, kwhOf(now) - kwhOf(live)),
  };
}

function billOf(meter: MonthMeter, world: MonthWorld): Bill {
  return { energyNok: energyNok(meter.charged, world), feeNok: feeOf(world.steps, meter.demandKw()) };
}

function kwhOf({ charged }: MonthMeter): number {
  return [...charged.values()].reduce((sum, kwh) => sum + kwh, 0);
}

function sumsOf(costs: readonly HomeCost[]) {
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
