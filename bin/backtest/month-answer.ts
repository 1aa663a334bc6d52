import loadHighs, { type Highs } from 'highs';
import { countedPlanner, quickPlanner } from './counted-planner.ts';
import type { Meter } from './house-sight.ts';
import type { HomeMonth } from './month-homes.ts';
import { monthLive } from './month-live.ts';
import { feeOf, type MonthMeter } from './month-meter.ts';
import { monthNow } from './month-now.ts';
import { energyNok, monthOptimumNok } from './month-optimum.ts';
import { type Bill, type HomeCost, sumsOf } from './month-sums.ts';
import type { MonthWorld } from './month-world.ts';

/** What the command prints of home-months. */
export interface MonthAnswer {
  readonly homeMonths: number;
  /** The grid owner whose steps were paid. */
  readonly steps: string;
  readonly meter: Meter;
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
  /** Null without proofs. */
  readonly plans: number | null;
  readonly worstGapNok: number | null;
}

export interface MonthOptions {
  readonly steps: string;
  readonly withOptimum: boolean;
  readonly withProof: boolean;
  readonly onHome?: () => void;
}

/** Its types tell of a default export that Node does not have so. */
const load = loadHighs as unknown as () => Promise<Highs>;

/** Lives through the home-months one after the other. */
export async function monthAnswer(
  homes: readonly HomeMonth[],
  told: Omit<MonthWorld, 'planner'>,
  { steps, withOptimum, withProof, onHome }: MonthOptions,
): Promise<MonthAnswer> {
  const service = countedPlanner();
  const world = { ...told, planner: withProof ? service.plan : quickPlanner(service.plan) };
  const highs = withOptimum ? await load() : null;
  const costs: HomeCost[] = [];
  for (const home of homes) {
    costs.push(await costOf(home, world, highs));
    onHome?.();
  }
  const { plans, worstGapNok } = withProof ? service.counted : { plans: null, worstGapNok: null };
  return { homeMonths: homes.length, steps, meter: told.meter, ...sumsOf(costs), plans, worstGapNok };
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
