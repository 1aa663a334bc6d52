/**
 * The planning problem and the plan (`docs/planning-contract.md`). kW, kWh, NOK/kWh; state of charge 0–1.
 */

export interface Slot {
  /** ISO 8601 with offset: the offset carries the local clock hour and day that capacity fees need. */
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
  readonly slots: readonly Slot[];
  readonly vehicles: readonly [Vehicle];
}

export type PlanStatus = 'optimal' | 'bounded' | 'best-effort';
export type SolverName = 'greedy' | 'lp' | 'milp';

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
  readonly explanation: readonly string[];
  readonly wouldCost: readonly { readonly change: string; readonly nok: number }[];
}
