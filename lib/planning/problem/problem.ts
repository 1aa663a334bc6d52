/**
 * The planning problem and the plan. kW, kWh, NOK/kWh; state of charge 0–1; power and prices are grid side.
 * docs/planning.md shows both as JSON and says exactly what is optimal.
 */

export interface Slot {
  /** ISO 8601 with offset: the offset carries the local clock hour and day. */
  readonly start: string;
  readonly minutes: 15 | 60;
  /** What one more kWh costs, NOK/kWh, all in. May be negative. */
  readonly importPrice: number;
  /** What the house uses without the cars; 0 where absent. */
  readonly baseLoadKw?: number | undefined;
  /** What the roof gives; 0 where absent. */
  readonly solarKw?: number | undefined;
  /** What one kWh into the grid earns, NOK/kWh; at most `importPrice`. Where absent 0, or `importPrice` if that is below 0. */
  readonly exportPrice?: number | undefined;
}

export interface Vehicle {
  readonly id?: string | undefined;
  readonly capacityKwh: number;
  readonly soc: number;
  readonly targetSoc: number;
  /** The reserve: where `soc` is below it, it is refilled as fast as `maxKw` physically allows. 0 where absent. */
  readonly minSoc?: number | undefined;
  /** Charging only in slots `arriveSlot ≤ t < departSlot`. */
  readonly arriveSlot: number;
  readonly departSlot: number;
  /** Grid-side limit, kW. */
  readonly maxKw: number;
  /** Least the car takes when it takes anything, kW; 0 where absent. Above `maxKw` the car cannot charge at all. */
  readonly minKw?: number | undefined;
  /** Battery kWh gained per grid kWh, 0–1. */
  readonly efficiency: number;
  /** Never charged past this (battery care); 1 where absent. What the car holds above it stays. */
  readonly ceilingSoc?: number | undefined;
  /** A limit of its own for each slot, kW (a price limit, a pause): one for each slot of the problem; `maxKw` where absent. */
  readonly slotMaxKw?: readonly number[] | undefined;
  /** Further deadlines: when slot `slot` begins, the battery should hold `soc`. */
  readonly milestones?: readonly Milestone[] | undefined;
  /** Once begun, charging goes on until it is done, at whatever power: at most one start. */
  readonly oneBlock?: boolean | undefined;
  /** Which of equally cheap schedules: `early` (where absent) leaves slack, `late` leaves the battery warm. */
  readonly prefer?: 'early' | 'late' | undefined;
  /** The car may feed the house (never the grid). Absent: it does not. */
  readonly discharge?: Discharge | undefined;
}

export interface Milestone {
  readonly slot: number;
  readonly soc: number;
}

export interface Discharge {
  /** House-side limit, kW. */
  readonly maxKw: number;
  /** House kWh per battery kWh, 0–1. */
  readonly efficiency: number;
  /** Wear, NOK per kWh given to the house. */
  readonly wearNokPerKwh: number;
  /** Never discharged below this. */
  readonly floorSoc: number;
}

export interface CapacityStep {
  readonly uptoKw: number;
  readonly nokPerMonth: number;
}

export interface Problem {
  /** Consecutive, ascending. */
  readonly slots: readonly Slot[];
  readonly vehicles: readonly Vehicle[];
  /** What house and cars may draw together, kW; no limit where absent. */
  readonly fuseKw?: number | undefined;
  /** Ascending, and no cheaper than the one before; none where absent. */
  readonly capacitySteps?: readonly CapacityStep[] | undefined;
  /** Peaks of other days of the month. */
  readonly monthTopPeaksKw?: readonly number[] | undefined;
  readonly startPenaltyNok?: number | undefined;
}

/**
 * `optimal`: proved to cost at most 0.001 NOK more than the cheapest. `best-effort`: the shortfall cannot be avoided; it is the least
 * possible, and the cost proved least for it. `bounded`: `gapNok` says how much cheaper another plan could be at most.
 */
export type PlanStatus = 'optimal' | 'bounded' | 'best-effort';
/** Who made the plan; `none`: no engine's answer held, so the cars charge at once as far as the limits let them. */
export type SolverName = 'greedy' | 'lp' | 'milp' | 'none';

export interface PlanParts {
  /** Energy, with wear of discharging. */
  readonly energyNok: number;
  /** What the cars add to the month's capacity fee. */
  readonly capacityNok: number;
  readonly startNok: number;
}

export interface Plan {
  readonly status: PlanStatus;
  readonly shortfallKwh: number;
  readonly costNok: number;
  readonly lowerBoundNok: number;
  readonly gapNok: number;
  readonly parts: PlanParts;
  /** Mean grid-side kW per vehicle and slot; below 0 where the car feeds the house. */
  readonly powerKw: readonly (readonly number[])[];
  readonly starts: number;
  readonly solver: SolverName;
  readonly solveMs: number;
  /** English, one sentence per thing that decided the plan. */
  readonly explanation: readonly string[];
  /** What a change would add to the cost, NOK; negative where it would save. */
  readonly wouldCost: readonly { readonly change: string; readonly nok: number }[];
}
