import type { Problem } from '../../../lib/planning/index.ts';
import { judgeCar, NOISE, total } from './judge-car.ts';
import { judgeFee } from './judge-fee.ts';

export interface Judgement {
  /** Limits that are broken, in words. */
  readonly broken: readonly string[];
  readonly shortfallKwh: number;
  readonly energyNok: number;
  readonly capacityNok: number;
  readonly startNok: number;
  readonly costNok: number;
  readonly starts: number;
}

/** The contract, read a second time and strictly: what a schedule is worth and which limits it breaks. Knows nothing of the planner. */
export function judge(problem: Problem, powerKw: readonly (readonly number[])[]): Judgement {
  const { slots, vehicles, startPenaltyNok = 0 } = problem;
  if (powerKw.length !== vehicles.length) throw new Error('one row of powers for each vehicle');
  const cars = vehicles.map((vehicle, v) => judgeCar(problem, vehicle, powerKw[v] ?? []));
  const ev = slots.map((_, t) => total(powerKw.map((row) => row[t] ?? Number.NaN)));
  const alone = slots.map(({ baseLoadKw = 0, solarKw = 0 }) => baseLoadKw - solarKw);
  const net = alone.map((kw, t) => kw + (ev[t] ?? 0));
  const energyNok = bill(problem, net) - bill(problem, alone) + total(cars.map(({ wearNok }) => wearNok));
  const capacityNok = judgeFee(problem, net).nok - judgeFee(problem, alone).nok;
  const starts = total(cars.map((car) => car.starts));
  const startNok = starts * startPenaltyNok;
  return {
    broken: [...cars.flatMap(({ broken }) => broken), ...brokenAtMeter(problem, ev)],
    shortfallKwh: total(cars.map(({ shortfallKwh }) => shortfallKwh)),
    energyNok,
    capacityNok,
    startNok,
    costNok: energyNok + capacityNok + startNok,
    starts,
  };
}

/** What the house pays for energy, NOK. */
function bill({ slots }: Problem, netKw: readonly number[]): number {
  return total(
    slots.map(({ minutes, importPrice, exportPrice = Math.min(0, importPrice) }, t) => {
      const kwh = ((netKw[t] ?? 0) * minutes) / 60;
      return kwh > 0 ? importPrice * kwh : exportPrice * kwh;
    }),
  );
}

function brokenAtMeter(
  { slots, fuseKw = Number.POSITIVE_INFINITY }: Problem,
  ev: readonly number[],
): string[] {
  return slots.flatMap(({ baseLoadKw = 0, solarKw = 0 }, t) => {
    const [kw, alone] = [ev[t] ?? 0, baseLoadKw - solarKw];
    if (kw < 0) return kw < -Math.max(0, alone) - NOISE ? [`slot ${t}: a battery feeds the grid`] : [];
    if (alone > fuseKw && kw > 0) return [`slot ${t}: the house alone is above the fuse`];
    return kw > 0 && alone + kw > fuseKw + NOISE ? [`slot ${t}: above the fuse`] : [];
  });
}
