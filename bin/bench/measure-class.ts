import { highsAlone, type Plan, planCharging } from '../../lib/planning/index.ts';
import type { BenchClass } from './classes.ts';
import { median, quantile } from './figures.ts';
import { makeHome } from './make-home.ts';

export interface ClassFigures {
  readonly name: string;
  readonly cars: number;
  readonly slots: number;
  readonly homes: number;
  readonly medianMs: number;
  readonly p99Ms: number;
  readonly maxMs: number;
  /** Share of plans proved optimal (or best-effort with the cost proved). */
  readonly proved: number;
  readonly worstGapNok: number;
  /** Median of the gap as a share of the cost. */
  readonly medianGap: number;
  /** HiGHS alone on the same homes, ms; null where it was not asked. */
  readonly highsMedianMs: number | null;
  /** Most that our cost is above that of HiGHS, NOK. */
  readonly worseThanHighsNok: number;
}

/** Plans each home of a class once after some to warm up, and every fourth with HiGHS alone. */
export async function measureClass(one: BenchClass, onHome: () => void): Promise<ClassFigures> {
  for (let seed = 0; seed < 30; seed += 1) await planCharging(makeHome(one.of, 1_000_000 + seed));
  const plans: Plan[] = [];
  const ms: number[] = [];
  const highsMs: number[] = [];
  let worseThanHighsNok = 0;
  for (let seed = 0; seed < one.homes; seed += 1) {
    const problem = makeHome(one.of, seed);
    const plan = await timed(ms, () => planCharging(problem));
    plans.push(plan);
    if (seed % 4 === 0) {
      const reference = await timed(highsMs, () =>
        highsAlone(problem, { relativeGap: one.highsGap, limitMs: 10_000 }),
      );
      if (reference !== null)
        worseThanHighsNok = Math.max(worseThanHighsNok, plan.costNok - reference.costNok);
    }
    onHome();
  }
  return {
    name: one.name,
    cars: one.of.cars,
    slots: one.of.slots,
    homes: one.homes,
    medianMs: median(ms),
    p99Ms: quantile(ms, 0.99),
    maxMs: Math.max(...ms),
    proved: plans.filter(({ status }) => status !== 'bounded').length / plans.length,
    worstGapNok: Math.max(...plans.map(({ gapNok }) => gapNok)),
    medianGap: median(plans.map(({ gapNok, costNok }) => gapNok / Math.max(0.01, Math.abs(costNok)))),
    highsMedianMs: highsMs.length > 0 ? median(highsMs) : null,
    worseThanHighsNok,
  };
}

async function timed<T>(times: number[], run: () => Promise<T>): Promise<T> {
  const startedMs = performance.now();
  const result = await run();
  times.push(performance.now() - startedMs);
  return result;
}
