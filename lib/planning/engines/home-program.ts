import type { Model } from '../problem/model.ts';
import { Budget } from '../proof/budget.ts';
import type { Prices } from '../proof/dual-prices.ts';
import { type HomeColumns, homeColumns } from './home-columns.ts';
import type { LinearProgram, MakeLinearProgram } from './linear-program.ts';
import { PeakRows } from './peak-rows.ts';

/** More than this beyond a limit breaks it, kWh. */
const TOLERANCE = 1e-9;
/** Pivots per slot and car that a healthy solve stays far below. */
const PIVOTS_PER_LINE = 40;

/** What a solve came to. */
export interface HomeSolution {
  /** Grid kWh per car and slot. */
  readonly kwh: readonly Float64Array[];
  /** Battery kWh missing beside what each car alone would miss. */
  readonly missingKwh: number;
  readonly prices: Prices;
}

/**
 * The linear program of a home: what each car takes in each slot, under its own limits, the fuse, the sun and (where a step is set) the month's
 * demand. Limits that cars share come in only when a solution breaks them: most never do.
 */
export class HomeProgram {
  private readonly model: Model;
  private readonly columns: HomeColumns;
  private readonly simplex: LinearProgram;
  private readonly roomRow: number[];
  private readonly wantRows: readonly (readonly number[])[];
  private readonly fuseRow: Int32Array;
  private readonly sunRow: Int32Array;
  private readonly peakRows: PeakRows | null;

  constructor(model: Model, make: MakeLinearProgram, costs = true) {
    this.model = model;
    this.columns = homeColumns(model, costs);
    this.simplex = make(this.columns.cost, this.columns.lower, this.columns.upper);
    this.roomRow = model.cars.map(() => -1);
    this.fuseRow = new Int32Array(model.slotCount).fill(-1);
    this.sunRow = new Int32Array(model.slotCount).fill(-1);
    this.peakRows = model.capacity && new PeakRows(model, model.capacity, this.columns, this.simplex);
    this.wantRows = model.cars.map((_, v) => this.addWants(v));
  }

  /** From now on the month's demand stays within `uptoKw`. */
  limitDemand(uptoKw: number): void {
    this.peakRows?.limit(uptoKw);
  }

  /** Throws where it does not end, or not within the budget. */
  solve(budget = new Budget()): HomeSolution {
    const most = PIVOTS_PER_LINE * (this.columns.cost.length + this.model.slotCount);
    let broken = true;
    while (broken) {
      const { pivotUnits } = this.simplex;
      budget.spend(pivotUnits * this.simplex.solve(Math.min(most, budget.left / pivotUnits)));
      const kwh = this.energy();
      // Each look for broken limits, whatever the other found.
      const found = [this.addRooms(kwh), this.addShared(kwh), this.peakRows?.add() ?? false];
      broken = found.includes(true);
    }
    return { kwh: this.energy(), missingKwh: this.missingKwh(), prices: this.prices() };
  }

  private addWants(v: number): number[] {
    const { charge, missing } = this.columns;
    return (this.model.cars[v]?.wants ?? []).map(({ before, kwh }, i) => {
      const columns = [
        ...(charge[v]?.subarray(0, before) ?? []).filter((column) => column >= 0),
        missing[v]?.[i] ?? -1,
      ];
      return this.simplex.addRow(columns, [], kwh, Number.POSITIVE_INFINITY);
    });
  }

  private energy(): Float64Array[] {
    return this.columns.charge.map((columns) => {
      const kwh = new Float64Array(columns.length);
      for (let t = 0; t < columns.length; t += 1) {
        const column = columns[t] ?? -1;
        if (column >= 0) kwh[t] = this.simplex.levelOf(column);
      }
      return kwh;
    });
  }

  private addRooms(kwh: readonly Float64Array[]): boolean {
    let added = false;
    for (const [v, car] of this.model.cars.entries()) {
      const taken = kwh[v]?.reduce((sum, each) => sum + each, 0) ?? 0;
      if (this.roomRow[v] !== -1 || taken <= car.roomKwh + TOLERANCE) continue;
      const columns = [...(this.columns.charge[v] ?? [])].filter((column) => column >= 0);
      this.roomRow[v] = this.simplex.addRow(columns, [], Number.NEGATIVE_INFINITY, car.roomKwh);
      added = true;
    }
    return added;
  }

  /** Fuse and sun. */
  private addShared(kwh: readonly Float64Array[]): boolean {
    const { slotCount, freeKw, surplusKw, hours } = this.model;
    let added = false;
    for (let t = 0; t < slotCount; t += 1) {
      const length = hours[t] ?? 0;
      const taken = kwh.reduce((sum, row) => sum + (row[t] ?? 0), 0);
      const carriesKwh = (freeKw[t] ?? 0) * length;
      if (this.fuseRow[t] === -1 && taken > carriesKwh + TOLERANCE) {
        this.fuseRow[t] = this.addSlotRow(t, -1, carriesKwh);
        added = true;
      }
      const bought = this.columns.bought[t] ?? -1;
      const sunKwh = (surplusKw[t] ?? 0) * length;
      if (bought >= 0 && this.sunRow[t] === -1 && taken > sunKwh + this.simplex.levelOf(bought) + TOLERANCE) {
        this.sunRow[t] = this.addSlotRow(t, bought, sunKwh);
        added = true;
      }
    }
    return added;
  }

  /** All cars in one slot, less what column `less` says (−1: nothing), at most `kwh`. */
  private addSlotRow(t: number, less: number, kwh: number): number {
    const columns = this.columns.charge.map((each) => each[t] ?? -1).filter((column) => column >= 0);
    const factors = columns.map(() => 1);
    if (less >= 0) {
      columns.push(less);
      factors.push(-1);
    }
    return this.simplex.addRow(columns, factors, Number.NEGATIVE_INFINITY, kwh);
  }

  private missingKwh(): number {
    const { cars } = this.model;
    return this.columns.missing.reduce((sum, columns, v) => {
      const kwh = [...new Set(columns)].reduce((total, column) => total + this.simplex.levelOf(column), 0);
      return sum + kwh * (cars[v]?.efficiency ?? 1);
    }, 0);
  }

  private reservePrices(): number[][] {
    return this.model.cars.map(({ wants }, v) =>
      wants.flatMap((want, i) => (want.reserve ? [this.simplex.priceOf(this.wantRows[v]?.[i] ?? 0)] : [])),
    );
  }

  private prices(): Prices {
    return {
      fuse: this.worths(this.fuseRow),
      sun: this.worths(this.sunRow),
      hour: this.worths(this.peakRows?.hourRow ?? new Int32Array(0)),
      ...(this.missingKwh() > TOLERANCE && {
        missing: this.columns.missingNok,
        reserve: this.reservePrices(),
      }),
    };
  }

  /** What rows at their limit are worth: the cost falls by that for one kWh more. */
  private worths(rows: Int32Array): Float64Array {
    const worths = new Float64Array(rows.length);
    for (let i = 0; i < rows.length; i += 1) {
      const row = rows[i] ?? -1;
      if (row >= 0) worths[i] = Math.max(0, -this.simplex.priceOf(row));
    }
    return worths;
  }
}
