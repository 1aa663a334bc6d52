import { highsAlone, type Plan, type Problem, planCharging } from '../../lib/planning/index.ts';
import type { BenchClass, ClassKind } from './classes.ts';
import { median, quantile } from './figures.ts';
import { makeHome } from './make-home.ts';

export interface ClassFigures {
  readonly name: string;
  readonly kind: ClassKind;
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
  /** Homes that HiGHS alone solved too, its median time on them, ms, and ours on the same. */
  readonly highsHomes: number;
  readonly highsMedianMs: number;
  readonly sameMedianMs: number;
  /** Most that our cost is above that of HiGHS, NOK. */
  readonly worseThanHighsNok: number;
}

/** How long a class may take for what is not our planning, ms. */
export interface ClassLimits {
  readonly warmUpMs: number;
  /** HiGHS on all homes of the class. */
  readonly highsMs: number;
}

/** HiGHS has no longer for one home, ms. */
export const HIGHS_HOME_MS = 5000;

interface Measured {
  readonly plan: Plan;
  readonly ms: number;
  readonly highs: { readonly ms: number; readonly costNok: number | null } | null;
}

/**
 * Plans each home of a class once after some to warm up; afterwards as many of them, from the first on every fourth, as there is time for also
 * with HiGHS alone.
 */
export async function measureClass(
  one: BenchClass,
  limits: ClassLimits,
  onHome: () => void,
): Promise<ClassFigures> {
  await warmUp(one, limits.warmUpMs);
  const planned: Omit<Measured, 'highs'>[] = [];
  for (let seed = 0; seed < one.homes; seed += 1) {
    const problem = makeHome(one.of, seed);
    const { result: plan, ms } = await timed(() => plain(problem));
    planned.push({ plan, ms });
    onHome();
  }
  const measured: Measured[] = [];
  let highsLeftMs = limits.highsMs;
  for (const [seed, each] of planned.entries()) {
    const isCompared = seed % 4 === 0 && highsLeftMs > 0;
    const highs = isCompared ? await byHighs(makeHome(one.of, seed), one.highsGap, highsLeftMs) : null;
    highsLeftMs -= highs?.ms ?? 0;
    measured.push({ ...each, highs });
  }
  return figuresOf(one, measured);
}

/** Without the words: a fleet is planned without them. */
export function plain(problem: Problem): Promise<Plan> {
  return planCharging(problem, { withExplanation: false });
}

async function warmUp({ of }: BenchClass, ms: number): Promise<void> {
  const endMs = performance.now() + ms;
  for (let seed = 1_000_000; performance.now() < endMs; seed += 1) await plain(makeHome(of, seed));
}

async function byHighs(problem: Problem, relativeGap: number, leftMs: number) {
  const limitMs = Math.min(HIGHS_HOME_MS, leftMs);
  const { result, ms } = await timed(() => highsAlone(problem, { relativeGap, limitMs }));
  return { ms, costNok: result?.costNok ?? null };
}

function figuresOf({ name, kind, of, homes }: BenchClass, measured: readonly Measured[]): ClassFigures {
  const ms = measured.map((each) => each.ms);
  const plans = measured.map(({ plan }) => plan);
  const compared = measured.filter(({ highs }) => highs !== null);
  const above = compared.map(({ plan, highs }) => plan.costNok - (highs?.costNok ?? plan.costNok));
  return {
    name,
    kind,
    cars: of.cars,
    slots: of.slots,
    homes,
    medianMs: median(ms),
    p99Ms: quantile(ms, 0.99),
    maxMs: Math.max(...ms),
    proved: plans.filter(({ status }) => status !== 'bounded').length / plans.length,
    worstGapNok: Math.max(...plans.map(({ gapNok }) => gapNok)),
    medianGap: median(plans.map(({ gapNok, costNok }) => gapNok / Math.max(0.01, Math.abs(costNok)))),
    highsHomes: compared.length,
    highsMedianMs: median(compared.map(({ highs }) => highs?.ms ?? Number.NaN)),
    sameMedianMs: median(compared.map((each) => each.ms)),
    worseThanHighsNok: Math.max(0, ...above),
  };
}

async function timed<T>(run: () => Promise<T>): Promise<{ result: T; ms: number }> {
  const startedMs = performance.now();
  const result = await run();
  return { result, ms: performance.now() - startedMs };
}
