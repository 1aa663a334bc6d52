import { chargeAtOnce } from '../engines/charge-at-once.ts';
import type { Plan, Problem } from '../problem/problem.ts';
import type { Limits, Rejected, Verified } from '../proof/attempt.ts';
import { checkPlan } from '../proof/check.ts';

const NOTHING_KWH = 1e-4;
const nok = (value: number) => value.toFixed(2);
const perKwh = (value: number) => value.toFixed(3);
const percent = (soc: number) => `${Math.round(soc * 1000) / 10} %`;

/** What decided the plan, in a few English sentences, each of which holds for these powers. */
export function explain(
  problem: Problem,
  plan: Verified,
  limits: Limits,
  rejected: readonly Rejected[],
): Plan['explanation'] {
  const sentences = rejected.map(({ solver, reason }) => `The ${solver} engine was passed over: ${reason}.`);
  if (plan.solver === 'none') sentences.push('No engine gave a usable answer, so the car charges at once.');
  if (limits.leastShortfallKwh > NOTHING_KWH) {
    const missing = limits.leastShortfallKwh.toFixed(1);
    sentences.push(
      `The time is too short for the target: ${missing} kWh will be missing, whatever the plan.`,
    );
  }
  sentences.push(
    ...(plan.check.energyKwh > NOTHING_KWH ? whyTheseSlots(problem, plan) : whyNothing(problem)),
  );
  return sentences;
}

function whyNothing({ vehicles: [vehicle] }: Problem): string[] {
  const { soc, targetSoc, arriveSlot, departSlot } = vehicle;
  if (arriveSlot === departSlot) return ['The car leaves when it arrives: nothing can be charged.'];
  if (soc < targetSoc) return ['Nothing can be charged.'];
  return [`The battery already has its target, ${percent(targetSoc)}: nothing needs to be charged.`];
}

function whyTheseSlots(problem: Problem, plan: Verified): string[] {
  const { used, unused } = pricesOf(problem, plan);
  const sentences = [];
  if (new Set([...used, ...unused]).size === 1)
    sentences.push('Every slot costs the same, so it charges early.');
  else if (unused.length === 0)
    sentences.push('Every slot before departure is needed, so there is no choice.');
  else sentences.push(whyCheapest(used, unused));
  const saved = checkPlan(problem, chargeAtOnce(problem)).costNok - plan.check.costNok;
  if (saved >= 0.005) sentences.push(`Charging at once would cost ${nok(saved)} NOK more.`);
  const socAfter = socAtDeparture(problem, plan);
  const { soc, targetSoc } = problem.vehicles[0];
  if (socAfter > Math.max(soc, targetSoc) + 1e-3) {
    sentences.push(`Prices below zero pay for charging past the target, to ${percent(socAfter)}.`);
  }
  return sentences;
}

function whyCheapest(used: readonly number[], unused: readonly number[]): string {
  const dearest = Math.max(...used);
  const cheapest = Math.min(...used);
  const range = cheapest === dearest ? perKwh(dearest) : `${perKwh(cheapest)} to ${perKwh(dearest)}`;
  const other = Math.min(...unused);
  const rest =
    other < dearest ? 'but a cheaper slot was left' : `no slot left out costs less than ${perKwh(other)}`;
  return `It charges at ${range} NOK/kWh; ${rest}.`;
}

/** Prices of the slots the car charges in, and of those it could still charge more in. */
function pricesOf({ slots, vehicles: [vehicle] }: Problem, { powerKw }: Verified) {
  const used: number[] = [];
  const unused: number[] = [];
  for (let t = vehicle.arriveSlot; t < vehicle.departSlot; t += 1) {
    const price = slots[t]?.importPrice ?? 0;
    ((powerKw[t] ?? 0) > 0 ? used : unused).push(price);
  }
  return { used, unused };
}

function socAtDeparture({ vehicles: [vehicle] }: Problem, { check }: Verified): number {
  return vehicle.soc + (vehicle.efficiency * check.energyKwh) / vehicle.capacityKwh;
}
