import type { Model } from '../problem/model.ts';
import type { ModelCapacity } from '../problem/model-capacity.ts';
import type { HomeColumns } from './home-columns.ts';
import type { LinearProgram } from './linear-program.ts';

/** More than this beyond a limit breaks it, kW. */
const TOLERANCE = 1e-9;
/** So far inside a step its limit is taken, kW, so that no rounding lifts a plan over it. */
const INSIDE_KW = 1e-7;

/** Days whose peaks count among the largest, and the known peaks that count with them, kW. */
interface DaysRow {
  readonly row: number;
  readonly knownKw: number;
}

/**
 * The rows that keep the month's demand within a step: an hour's import is at most its day's peak, and any days' peaks with the largest known
 * ones are at most the step's limit as many times as peaks are averaged. Each comes in when a solution breaks it.
 */
export class PeakRows {
  readonly hourRow: Int32Array;
  private readonly model: Model;
  private readonly capacity: ModelCapacity;
  private readonly columns: HomeColumns;
  private readonly simplex: LinearProgram;
  private readonly houseKw: Float64Array;
  private readonly daysRows = new Map<string, DaysRow>();
  private sumKw = Number.POSITIVE_INFINITY;

  constructor(model: Model, capacity: ModelCapacity, columns: HomeColumns, simplex: LinearProgram) {
    this.model = model;
    this.capacity = capacity;
    this.columns = columns;
    this.simplex = simplex;
    this.hourRow = new Int32Array(capacity.dayOfHour.length).fill(-1);
    this.houseKw = new Float64Array(capacity.dayCount);
    for (const [h, d] of capacity.dayOfHour.entries()) {
      this.houseKw[d] = Math.max(this.houseKw[d] ?? 0, capacity.houseKwhOfHour[h] ?? 0);
    }
  }

  limit(uptoKw: number): void {
    const { averaged, aloneKw, dayCount, knownPeaksKw } = this.capacity;
    this.sumKw = averaged * Math.max(aloneKw, uptoKw - INSIDE_KW);
    for (let d = 0; d < dayCount; d += 1) {
      // Other days are at least what the house makes them.
      const others = [...knownPeaksKw, ...this.houseKw.filter((_, other) => other !== d)].sort(
        (a, b) => b - a,
      );
      const most = this.sumKw - sumOf(others.slice(0, averaged - 1));
      const house = this.houseKw[d] ?? 0;
      this.simplex.setBounds(this.columns.peak[d] ?? 0, house, Math.max(house, most));
    }
    for (const { row, knownKw } of this.daysRows.values()) {
      this.simplex.setBounds(row, Number.NEGATIVE_INFINITY, this.sumKw - knownKw);
    }
  }

  /** Adds what is broken; true where something was. */
  add(): boolean {
    if (this.sumKw === Number.POSITIVE_INFINITY) return false;
    const hours = this.addHours();
    const days = this.addDays();
    return hours || days;
  }

  private addHours(): boolean {
    const { dayOfHour, houseKwhOfHour } = this.capacity;
    const bought = this.boughtKwh();
    let added = false;
    for (let h = 0; h < dayOfHour.length; h += 1) {
      const peak = this.columns.peak[dayOfHour[h] ?? 0] ?? 0;
      const house = houseKwhOfHour[h] ?? 0;
      if (this.hourRow[h] !== -1 || house + (bought[h] ?? 0) <= this.simplex.levelOf(peak) + TOLERANCE)
        continue;
      const columns = this.hourColumns(h);
      const factors = columns.map(() => 1);
      this.hourRow[h] = this.simplex.addRow(
        [...columns, peak],
        [...factors, -1],
        Number.NEGATIVE_INFINITY,
        -house,
      );
      added = true;
    }
    return added;
  }

  /** What the cars buy in each clock hour, kWh. */
  private boughtKwh(): Float64Array {
    const bought = new Float64Array(this.hourRow.length);
    for (let t = 0; t < this.model.slotCount; t += 1) {
      const hour = this.capacity.hourOfSlot[t] ?? 0;
      for (const column of this.slotColumns(t))
        bought[hour] = (bought[hour] ?? 0) + this.simplex.levelOf(column);
    }
    return bought;
  }

  private hourColumns(h: number): number[] {
    const columns: number[] = [];
    for (let t = 0; t < this.model.slotCount; t += 1) {
      if (this.capacity.hourOfSlot[t] === h) columns.push(...this.slotColumns(t));
    }
    return columns;
  }

  /** The columns of a slot's import: where the sun leaves something, what is bought beyond it. */
  private slotColumns(t: number): number[] {
    if ((this.model.surplusKw[t] ?? 0) > 0) {
      const bought = this.columns.bought[t] ?? -1;
      return bought < 0 ? [] : [bought];
    }
    return this.columns.charge.map((each) => each[t] ?? -1).filter((column) => column >= 0);
  }

  /** The days and known peaks that are the largest now, if they are too much together. */
  private addDays(): boolean {
    const { knownPeaksKw, averaged } = this.capacity;
    const peaks = [
      ...knownPeaksKw.map((kw) => ({ kw, day: -1 })),
      ...this.columns.peak.map((column, day) => ({ kw: this.simplex.levelOf(column), day })),
    ];
    const largest = peaks.sort((a, b) => b.kw - a.kw).slice(0, averaged);
    if (sumOf(largest.map(({ kw }) => kw)) <= this.sumKw + TOLERANCE) return false;
    const days = largest.flatMap(({ day }) => (day < 0 ? [] : [day])).sort((a, b) => a - b);
    const key = days.join();
    if (this.daysRows.has(key)) return false;
    const knownKw = sumOf(largest.map(({ kw, day }) => (day < 0 ? kw : 0)));
    const columns = days.map((day) => this.columns.peak[day] ?? 0);
    const row = this.simplex.addRow(columns, [], Number.NEGATIVE_INFINITY, this.sumKw - knownKw);
    this.daysRows.set(key, { row, knownKw });
    return true;
  }
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
