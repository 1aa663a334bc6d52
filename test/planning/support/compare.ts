import type { Plan, Problem } from '../../../lib/planning/index.ts';
import { type Reference, reference } from './highs-reference.ts';
import { type Judgement, judge } from './judge.ts';

/** The contract's tolerances. */
const KWH = 1e-4;
const NOK = 1e-3;
/** Told with six decimals. */
const TOLD = 2e-6;

export interface Comparison {
  /** What is wrong with the plan, in words; empty where nothing is. */
  readonly wrong: readonly string[];
  /** The optimum hangs on a hair: a threshold is met exactly, or a part of a watt-hour decides. Compared with tolerance. */
  readonly isBorderline: boolean;
}

/** A plan against the contract (by the judge) and against the reference's optimum. */
export function comparePlan(problem: Problem, plan: Plan): Comparison {
  const best = reference(problem);
  const wrong = [...wrongInItself(problem, plan), ...wrongShortfall(problem, plan, best)];
  // With more missing it may well cost less than the optimum.
  if (plan.shortfallKwh > best.shortfallKwh + KWH) return { wrong, isBorderline: false };
  const offBy = wrongCost(plan, best.costNok, best.costNok);
  if (offBy.length === 0) return { wrong, isBorderline: false };
  const { least, most } = costRange(problem, best);
  const stillOffBy = wrongCost(plan, least, most);
  return { wrong: [...wrong, ...stillOffBy], isBorderline: stillOffBy.length === 0 };
}

/** What can be said of a plan without knowing the optimum: limits, its own numbers, and that its status fits them. */
export function wrongInItself(problem: Problem, plan: Plan): string[] {
  const judged = judge(problem, plan.powerKw);
  return [...judged.broken, ...wrongNumbers(plan, judged), ...wrongStatus(plan)];
}

/** What the optimum is when tolerances are used up, and when none is left. A second solve without presolve guards against HiGHS itself. */
function costRange(problem: Problem, best: Reference): { least: number; most: number } {
  const again = reference(problem, { presolve: 'off' });
  const loose = reference(problem, { slackKwh: KWH, marginKw: -1e-6 });
  const tight = reference(problem, { marginKw: 1e-6, hairKw: 1e-5 });
  return {
    least: Math.min(best.costNok, again.costNok, loose.costNok),
    most: Math.max(best.costNok, again.costNok, tight.costNok),
  };
}

function wrongNumbers(plan: Plan, judged: Judgement): string[] {
  const told: [string, number, number][] = [
    ['costNok', plan.costNok, judged.costNok],
    ['parts.energyNok', plan.parts.energyNok, judged.energyNok],
    ['parts.capacityNok', plan.parts.capacityNok, judged.capacityNok],
    ['parts.startNok', plan.parts.startNok, judged.startNok],
    ['shortfallKwh', plan.shortfallKwh, judged.shortfallKwh],
    ['starts', plan.starts, judged.starts],
    ['gapNok', plan.gapNok, plan.costNok - plan.lowerBoundNok],
  ];
  return told
    .filter(([, is, shouldBe]) => !(Math.abs(is - shouldBe) <= TOLD))
    .map(([name, is, shouldBe]) => `${name} is told as ${is}, and is ${shouldBe}`);
}

function wrongStatus({ status, gapNok, shortfallKwh }: Plan): string[] {
  if (gapNok < 0) return ['a negative gap'];
  // Without a gap in cost, what is not proved can only be that no less could be missing.
  if (status === 'bounded' && shortfallKwh <= KWH && gapNok < NOK - TOLD)
    return [`bounded, with a gap of ${gapNok}`];
  if (status === 'bounded') return [];
  if (gapNok > NOK + TOLD) return [`${status}, with a gap of ${gapNok}`];
  if (status === 'optimal') return shortfallKwh > KWH ? [`optimal, with ${shortfallKwh} kWh missing`] : [];
  return shortfallKwh > 0 ? [] : ['best-effort, with nothing missing'];
}

/** Of a car alone the least is always found. Which of several cars gets what they keep from each other is not always searched to the end. */
function wrongShortfall({ vehicles }: Problem, { status, shortfallKwh }: Plan, best: Reference): string[] {
  if (status === 'bounded' && vehicles.length > 1 && shortfallKwh > best.shortfallKwh) return [];
  if (Math.abs(shortfallKwh - best.shortfallKwh) <= KWH) return [];
  return [`${shortfallKwh} kWh are missing; the least is ${best.shortfallKwh}`];
}

function wrongCost(plan: Plan, leastNok: number, mostNok: number): string[] {
  const { status, costNok, lowerBoundNok } = plan;
  if (costNok < leastNok - NOK) return [`costs ${costNok}; the reference says no less than ${leastNok}`];
  if (lowerBoundNok > mostNok + 1e-5) return [`bound ${lowerBoundNok} is above the optimum ${mostNok}`];
  if (status === 'bounded' || costNok <= mostNok + NOK) return [];
  return [`${status} at ${costNok}, the optimum is ${mostNok}`];
}
