import type { LinearProgram } from './linear-program.ts';
import { type Fill, replaceIn, rounded } from './simplex-row.ts';

/** Less than this is a rounding, kWh of a limit. */
const TOLERANCE = 1e-9;

/** What a pivot comes to for each column, units. */
const COLUMN_UNITS = 0.035;

/** The program has no answer, or none within the allowance of pivots. */
class SimplexError extends Error {
  override readonly name = 'SimplexError';
}

/**
 * A linear program: min Σ cost·x with bounds on columns x and on rows (sums of columns). Every column has two bounds, so putting each
 * at the cheaper one is a start that only breaks rows: the dual simplex mends one broken row at a time, and rows can be added,
 * and bounds moved, and it goes on from where it is. A row that is to gain passes every column that does not suffice (the
 * ratio test takes long steps), so a car's need is met in one pivot, cheapest slots first.
 *
 * Kept as a table of the basic variables in terms of the others, x_B = T·x_N. Indices come from the table itself, so what stands
 * there is read as the number that it is.
 */
export class DualSimplex implements LinearProgram {
  private readonly columns: number;
  private readonly mostPivots: number;
  private readonly lower: number[];
  private readonly upper: number[];
  private readonly table: Float64Array[] = [];
  /** Variable and value of each row of the table. */
  private readonly basic: number[] = [];
  private readonly value: number[] = [];
  /** Variable, value and reduced cost of each column of the table. */
  private readonly outside: Int32Array;
  private readonly at: Float64Array;
  private readonly isUpper: Uint8Array;
  private readonly reduced: Float64Array;
  /** Where a variable is: its column of the table, or −1 − its row. */
  private readonly place: number[];
  private readonly candidates: Int32Array;
  private readonly ratios: Float64Array;
  private pivotsLeft = 0;

  constructor(
    cost: readonly number[],
    lower: readonly number[],
    upper: readonly number[],
    mostPivots: number = Number.POSITIVE_INFINITY,
  ) {
    const n = cost.length;
    this.columns = n;
    this.mostPivots = mostPivots;
    this.lower = [...lower];
    this.upper = [...upper];
    this.outside = Int32Array.from(cost, (_, j) => j);
    this.place = cost.map((_, j) => j);
    this.isUpper = Uint8Array.from(cost, (nok) => (nok < 0 ? 1 : 0));
    this.at = Float64Array.from(cost, (nok, j) => (nok < 0 ? upper[j] : lower[j]) ?? 0);
    this.reduced = Float64Array.from(cost);
    this.candidates = new Int32Array(n);
    this.ratios = new Float64Array(n);
  }

  addRow(columns: readonly number[], factors: readonly number[], lower: number, upper: number): number {
    const row = new Float64Array(this.columns);
    let value = 0;
    for (const [i, column] of columns.entries()) {
      const factor = factors[i] ?? 1;
      value += factor * this.levelOf(column);
      this.addTo(row, column, factor);
    }
    const variable = this.lower.push(lower) - 1;
    this.upper.push(upper);
    this.place.push(-1 - this.table.length);
    this.basic.push(variable);
    this.table.push(row);
    this.value.push(value);
    return variable;
  }

  setBounds(variable: number, lower: number, upper: number): void {
    this.lower[variable] = lower;
    this.upper[variable] = upper;
    const place = this.place[variable] as number;
    if (place >= 0) this.shift(place, (this.isUpper[place] ? upper : lower) - (this.at[place] as number));
  }

  levelOf(variable: number): number {
    const place = this.place[variable] as number;
    return (place >= 0 ? this.at[place] : this.value[-1 - place]) as number;
  }

  priceOf(variable: number): number {
    const place = this.place[variable] as number;
    return place >= 0 ? (this.reduced[place] as number) : 0;
  }

  get pivotUnits(): number {
    return COLUMN_UNITS * this.columns;
  }

  solve(pivots: number): number {
    const most = Math.min(pivots, this.mostPivots);
    this.pivotsLeft = most;
    for (let row = this.mostBroken(); row >= 0; row = this.mostBroken()) this.mend(row);
    return most - this.pivotsLeft;
  }

  /** Adds a column of the program to a row of the table: itself, or what it is in terms of the others. */
  private addTo(row: Float64Array, column: number, factor: number): void {
    const place = this.place[column] as number;
    if (place >= 0) {
      row[place] = (row[place] as number) + factor;
      return;
    }
    const other = this.table[-1 - place] as Float64Array;
    for (let j = 0; j < row.length; j += 1) {
      row[j] = rounded((row[j] as number) + factor * (other[j] as number));
    }
  }

  private mostBroken(): number {
    let most = TOLERANCE;
    let row = -1;
    for (let i = 0; i < this.basic.length; i += 1) {
      const variable = this.basic[i] as number;
      const value = this.value[i] as number;
      const broken = Math.max(
        (this.lower[variable] as number) - value,
        value - (this.upper[variable] as number),
      );
      if (broken > most) [most, row] = [broken, i];
    }
    return row;
  }

  private mend(row: number): void {
    this.pivotsLeft -= 1;
    if (this.pivotsLeft < 0) throw new SimplexError('too many pivots');
    const variable = this.basic[row] as number;
    const rises = (this.value[row] as number) < (this.lower[variable] as number);
    const goal = (rises ? this.lower[variable] : this.upper[variable]) as number;
    const column = this.entering(row, rises ? 1 : -1, Math.abs(goal - (this.value[row] as number)));
    if (column < 0) throw new SimplexError('no answer');
    const entry = this.table[row]?.[column] as number;
    this.shift(column, (goal - (this.value[row] as number)) / entry);
    this.exchange(row, column, goal, rises);
  }

  /** The column that comes in for the row: those that are cheaper and do not suffice go to their other bound on the way. */
  private entering(row: number, direction: 1 | -1, missing: number): number {
    const entries = this.table[row] as Float64Array;
    let left = missing;
    for (let count = this.gather(entries, direction); count > 0; count -= 1) {
      const best = this.cheapest(count);
      const column = this.candidates[best] as number;
      const range = this.rangeOf(column);
      const brings = Math.abs(entries[column] as number) * range;
      if (brings >= left - TOLERANCE) return column;
      left -= brings;
      this.flip(column, range);
      this.candidates[best] = this.candidates[count - 1] as number;
      this.ratios[best] = this.ratios[count - 1] as number;
    }
    return -1;
  }

  private cheapest(count: number): number {
    let best = 0;
    for (let i = 1; i < count; i += 1) {
      if ((this.ratios[i] as number) < (this.ratios[best] as number)) best = i;
    }
    return best;
  }

  private rangeOf(column: number): number {
    const variable = this.outside[column] as number;
    return (this.upper[variable] as number) - (this.lower[variable] as number);
  }

  /** Columns whose move away from their bound helps the row, with what that costs. */
  private gather(entries: Float64Array, direction: 1 | -1): number {
    let count = 0;
    for (let j = 0; j < this.columns; j += 1) {
      const gain = direction * (entries[j] as number);
      if (gain === 0 || gain > 0 !== (this.isUpper[j] === 0) || this.rangeOf(j) <= 0) continue;
      this.candidates[count] = j;
      this.ratios[count] = Math.abs((this.reduced[j] as number) / gain);
      count += 1;
    }
    return count;
  }

  private flip(column: number, range: number): void {
    const wasUpper = this.isUpper[column] === 1;
    this.isUpper[column] = wasUpper ? 0 : 1;
    this.shift(column, wasUpper ? -range : range);
  }

  /** Moves a column's variable by `by`, and with it the rows. */
  private shift(column: number, by: number): void {
    if (by === 0) return;
    this.at[column] = (this.at[column] as number) + by;
    for (let i = 0; i < this.table.length; i += 1) {
      const entry = (this.table[i] as Float64Array)[column] as number;
      if (entry !== 0) this.value[i] = (this.value[i] as number) + entry * by;
    }
  }

  /** Row and column change places; the row's variable stays at the bound it was mended to. */
  private exchange(row: number, column: number, goal: number, rises: boolean): void {
    const leaving = this.basic[row] as number;
    const coming = this.outside[column] as number;
    const fill = this.solveFor(row, column);
    for (let i = 0; i < this.table.length; i += 1) {
      if (i !== row) replaceIn(this.table[i] as Float64Array, column, fill);
    }
    replaceIn(this.reduced, column, fill);
    this.value[row] = this.at[column] as number;
    this.at[column] = goal;
    this.isUpper[column] = rises ? 0 : 1;
    this.basic[row] = coming;
    this.outside[column] = leaving;
    this.place[coming] = -1 - row;
    this.place[leaving] = column;
  }

  /** Turns a row of the table round: what the column's variable is in terms of the row's and the others. */
  private solveFor(row: number, column: number): Fill {
    const entries = this.table[row] as Float64Array;
    const pivot = entries[column] as number;
    let count = 0;
    for (let j = 0; j < entries.length; j += 1) {
      const entry = entries[j] as number;
      if (entry === 0) continue;
      entries[j] = j === column ? 1 / pivot : -entry / pivot;
      this.candidates[count] = j;
      count += 1;
    }
    return { entries, filled: this.candidates, count };
  }
}
