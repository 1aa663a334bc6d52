/**
 * The planning problem and the plan. kW, kWh, NOK/kWh; state of charge 0–1; all energy prices grid side.
 * docs/planning.md shows both as JSON and says which part of the contract is built.
 */

export interface Slot {
  /** ISO 8601 with offset: the offset carries the local clock hour and day. */
  readonly start: string;
  readonly minutes: 15 | 60;
  /** What one more kWh costs, NOK/kWh, all in. May be negative. */
  readonly importPrice: number;
}

export interface Vehicle {
  readonly id?: string | undefined;
  readonly capacityKwh: number;
  readonly soc: number;
  readonly targetSoc: number;
  /** Charging only in slots `arriveSlot ≤ t < departSlot`. */
  readonly arriveSlot: number;
  readonly departSlot: number;
  /** Grid-side limit, kW. */
  readonly maxKw: number;
  /** Battery kWh gained per grid kWh, 0–1. */
  readonly efficiency: number;
}

/** This version plans one vehicle; the contract's other features are refused by name until they are built. */
export interface Problem {
  /** Consecutive, ascending. */
  readonly slots: readonly Slot[];
  readonly vehicles: readonly [Vehicle];
}

/**
 * `optimal`: proved to cost at most 0.001 NOK more than the cheapest. `best-effort`: the target cannot be reached in time; least
 * shortfall, proved cheapest for it. `bounded`: `gapNok` says how much cheaper another plan could be at most.
 */
export type PlanStatus = 'optimal' | 'bounded' | 'best-effort';
/** Who made the plan; `none`: no engine's answer held, so the car charges at once. */
export type SolverName = 'greedy' | 'lp' | 'milp' | 'none';

export interface Plan {
  readonly status: PlanStatus;
  readonly shortfallKwh: number;
  readonly costNok: number;
  readonly lowerBoundNok: number;
  readonly gapNok: number;
  readonly parts: { readonly energyNok: number; readonly capacityNok: number; readonly startNok: number };
  /** Mean grid-side kW per vehicle and slot. */
  readonly powerKw: readonly (readonly number[])[];
  readonly starts: number;
  readonly solver: SolverName;
  readonly solveMs: number;
  /** English, one sentence per thing that decided the plan. */
  readonly explanation: readonly string[];
  /** What a change would add to the cost, NOK; negative where it would save. */
  readonly wouldCost: readonly { readonly change: string; readonly nok: number }[];
}
