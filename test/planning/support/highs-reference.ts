import type { Problem } from '../../../lib/planning/index.ts';
import { Program, type Terms } from './program.ts';
import { type ReferenceCar, referenceCar } from './reference-car.ts';
import { referenceFee } from './reference-fee.ts';

export interface Reference {
  readonly shortfallKwh: number;
  readonly costNok: number;
  /** kW, as HiGHS leaves them: off by its tolerances. */
  readonly powerKw: readonly (readonly number[])[];
}

export interface ReferenceOptions {
  /** Shortfall that is forgiven above the least, kWh. */
  readonly slackKwh?: number;
  /** How far below a capacity step's threshold the demand must stay, kW; below 0 where it may pass it. */
  readonly marginKw?: number;
  /** Least power, kW, of a car that is kept on so that it need not start again; 0 is the contract's limit case. */
  readonly hairKw?: number;
  readonly presolve?: 'on' | 'off';
}

/**
 * The whole contract as one mixed-integer linear program, solved by HiGHS: least shortfall, then least cost for it. Made from the
 * contract's words alone, to compare planCharging with.
 */
export function reference(problem: Problem, options: ReferenceOptions = {}): Reference {
  const { slackKwh = 1e-7, presolve = 'on' } = options;
  const { program, cars, shortfall, cost, nok } = programOf(problem, options);
  const least = program.minimise(shortfall, presolve);
  if (!least) throw new Error('the reference is not feasible');
  program.atMost(shortfall, Math.max(0, least.value) + slackKwh);
  const best = program.minimise(cost, presolve);
  if (!best) throw new Error('the reference is not feasible with its own shortfall');
  const at = (column: number | null | undefined) =>
    column === null || column === undefined ? 0 : (best.columns[column] ?? 0);
  return {
    shortfallKwh: Math.max(0, least.value),
    costNok: best.value + nok,
    powerKw: cars.map((car) => problem.slots.map((_, t) => at(car.charge[t]) - at(car.discharge[t]))),
  };
}

function programOf(problem: Problem, { marginKw = 0, hairKw = 0 }: ReferenceOptions) {
  const program = new Program();
  const cars = problem.vehicles.map((vehicle) => referenceCar(program, problem, vehicle, hairKw));
  const meter = problem.slots.map((_, t) => atMeter(program, problem, cars, t));
  const fee = referenceFee(program, problem, meter.map(({ imports }) => imports), marginKw); // biome-ignore format: one call
  return {
    program,
    cars,
    shortfall: cars.flatMap((car) => car.shortfall),
    cost: [...cars.flatMap((car) => car.cost), ...meter.flatMap((slot) => slot.cost), ...fee.terms],
    nok: fee.nok,
  };
}

/** Fuse, what is imported (kW: terms and a constant) and what the cars' energy costs in a slot. */
function atMeter(program: Program, problem: Problem, cars: readonly ReferenceCar[], t: number) {
  const { minutes = 60, importPrice = 0, baseLoadKw = 0, solarKw = 0, exportPrice } = problem.slots[t] ?? {};
  const alone = baseLoadKw - solarKw;
  const ev = cars.flatMap(({ charge, discharge }) => [...signed(charge[t], 1), ...signed(discharge[t], -1)]);
  if (ev.length === 0) return { imports: { terms: [], kw: Math.max(0, alone) }, cost: [] };
  if (problem.fuseKw !== undefined) program.atMost(ev, Math.max(0, problem.fuseKw - alone));
  if (cars.some(({ discharge }) => discharge[t] !== null)) program.atLeast(ev, -Math.max(0, alone));
  if (alone >= 0) {
    const cost = ev.map(([column, sign]) => [column, (sign * importPrice * minutes) / 60] as const);
    return { imports: { terms: ev, kw: alone }, cost };
  }
  // Sun to spare: the first kilowatts cost what they would have earned, the rest is bought.
  const own = program.column(0, -alone);
  const bought = program.column(0, Number.POSITIVE_INFINITY);
  program.row(0, [...ev, [own, -1], [bought, -1]], 0);
  const cost: Terms = [
    [own, ((exportPrice ?? Math.min(0, importPrice)) * minutes) / 60],
    [bought, (importPrice * minutes) / 60],
  ];
  return { imports: { terms: [[bought, 1] as const], kw: 0 }, cost };
}

function signed(column: number | null | undefined, sign: 1 | -1): Terms {
  return column === null || column === undefined ? [] : [[column, sign]];
}
