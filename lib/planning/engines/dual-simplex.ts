import type { LinearProgram } from './linear-program.ts';

/** Less than this is a rounding: kWh of a limit, and entries of the table (which are whole numbers but for the month's mean). */
const TOLERANCE = 1e-9;
const TINY_ENTRY = 1e-10;

/** The program has no answer, or none within the allowance of pivots. */
export class SimplexError extends Error {
  override readonly name = 'SimplexError';
}

/**
 * A linear program: min Σ cost·x with bounds on columns x and on rows (sums of columns). Every column has two bounds, so putting each
 * at the cheaper one is a start that only breaks rows: the dual simplex mends one broken row at a time, and rows can be added,
 * and bounds moved, and it goes on from where it is. A row that is to gain passes every column that does not suffice (the
 * ratio test takes long steps), so a car's need is met in one pivot, cheapest slots first.
 *
 * Kept as a table of the basic variables in terms of the others, x_B = T·x_N. Each variable, column or row, has one number: columns from 0, rows after
 * them in the order they were added.
 */
export class DualSimplex implements LinearProgram {
  private readonly columns: number;
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

  constructor(cost: readonly number[], lower: readonly number[], upper: readonly number[]) {
    const n = cost.length;
    this.columns = n;
    this.lower = [...lower];
    this.upper = [...upper];
    this.outside = new Int32Array(n);
    this.at = new Float64Array(n);
    this.isUpper = new Uint8Array(n);
    this.reduced = Float64Array.from(cost);
    this.place = new Array<number>(n);
    this.candidates = new Int32Array(n);
    this.ratios = new Float64Array(n);
    for (let j = 0; j < n; j += 1) {
      const atUpper = (cost[j] ?? 0) < 0;
      this.outside[j] = j;
      this.place[j] = j;
      this.isUpper[j] = atUpper ? 1 : 0;
      this.at[j] = (atUpper ? upper[j] : lower[j]) ?? 0;
    }
  }

  /** Adds lower ≤ Σ factor·column ≤ upper. Returns the row's number as a variable. */
  addRow(columns: readonly number[], factors: readonly number[], lower: number, upper: number): number {
    const row = new Float64Array(this.columns);
    let value = 0;
    for (const [i, column] of columns.entries()) {
      const factor = factors[i] ?? 1;
      const place = this.place[column] ?? 0;
      if (place >= 0) {
        row[place] = (row[place] ?? 0) + factor;
        value += factor * (this.at[place] ?? 0);
      } else {
        const other = this.table[-1 - place] ?? row;
        for (let j = 0; j < row.length; j += 1) row[j] = rounded((row[j] ?? 0) + factor * (other[j] ?? 0));
        value += factor * (this.value[-1 - place] ?? 0);
      }
    }
    const variable = this.lower.length;
    this.lower.push(lower);
    this.upper.push(upper);
    this.place.push(-1 - this.table.length);
    this.basic.push(variable);
    this.table.push(row);
    this.value.push(value);
    return variable;
  }

  /** Moves a variable's bounds; the next solve mends what that breaks. */
  setBounds(variable: number, lower: number, upper: number): void {
    this.lower[variable] = lower;
    this.upper[variable] = upper;
    const place = this.place[variable] ?? 0;
    if (place < 0) return;
    this.shift(place, (this.isUpper[place] ? upper : lower) - (this.at[place] ?? 0));
  }

  levelOf(variable: number): number {
    const place = this.place[variable] ?? 0;
    return (place >= 0 ? this.at[place] : this.value[-1 - place]) ?? 0;
  }

  /** What the cost rises by when the variable is made one more; 0 for one that is between its bounds. */
  priceOf(variable: number): number {
    const place = this.place[variable] ?? 0;
    return place >= 0 ? (this.reduced[place] ?? 0) : 0;
  }

  /** Mends rows until none is broken. Throws SimplexError where that cannot be, or takes more than `pivots`. */
  solve(pivots: number): void {
    this.pivotsLeft = pivots;
    for (let row = this.mostBroken(); row >= 0; row = this.mostBroken()) this.mend(row);
  }

  private mostBroken(): number {
    let most = TOLERANCE;
    let row = -1;
    for (let i = 0; i < this.basic.length; i += 1) {
      const variable = this.basic[i] ?? 0;
      const value = this.value[i] ?? 0;
      const broken = Math.max((this.lower[variable] ?? 0) - value, value - (this.upper[variable] ?? 0));
      if (broken > most) [most, row] = [broken, i];
    }
    return row;
  }

  private mend(row: number): void {
    this.pivotsLeft -= 1;
    if (this.pivotsLeft < 0) throw new SimplexError('too many pivots');
    const variable = this.basic[row] ?? 0;
    const value = this.value[row] ?? 0;
    const rises = value < (this.lower[variable] ?? 0);
    const goal = (rises ? this.lower[variable] : this.upper[variable]) ?? 0;
    const column = this.entering(row, rises ? 1 : -1, Math.abs(goal - value));
    if (column < 0) throw new SimplexError('no answer');
    const entry = this.table[row]?.[column] ?? 1;
    this.shift(column, (goal - (this.value[row] ?? 0)) / entry);
    this.exchange(row, column, goal, rises);
  }

  /** The column that comes in for the row: those that are cheaper and do not suffice go to their other bound on the way. */
  private entering(row: number, direction: 1 | -1, missing: number): number {
    const { candidates, ratios } = this;
    let count = this.gather(row, direction);
    let left = missing;
    while (count > 0) {
      let best = 0;
      for (let i = 1; i < count; i += 1) if ((ratios[i] ?? 0) < (ratios[best] ?? 0)) best = i;
      const column = candidates[best] ?? 0;
      const variable = this.outside[column] ?? 0;
      const range = (this.upper[variable] ?? 0) - (this.lower[variable] ?? 0);
      const brings = Math.abs(this.table[row]?.[column] ?? 0) * range;
      if (brings >= left - TOLERANCE) return column;
      left -= brings;
      this.flip(column, range);
      count -= 1;
      candidates[best] = candidates[count] ?? 0;
      ratios[best] = ratios[count] ?? 0;
    }
    return -1;
  }

  /** Columns whose move away from their bound helps the row, with what that costs. */
  private gather(row: number, direction: 1 | -1): number {
    const entries = this.table[row] ?? this.at;
    let count = 0;
    for (let j = 0; j < this.columns; j += 1) {
      const entry = entries[j] ?? 0;
      if (entry === 0) continue;
      const helps = this.isUpper[j] ? direction * entry < 0 : direction * entry > 0;
      const variable = this.outside[j] ?? 0;
      if (!helps || (this.upper[variable] ?? 0) <= (this.lower[variable] ?? 0)) continue;
      this.candidates[count] = j;
      this.ratios[count] = Math.abs((this.reduced[j] ?? 0) / entry);
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
    this.at[column] = (this.at[column] ?? 0) + by;
    for (let i = 0; i < this.table.length; i += 1) {
      const entry = this.table[i]?.[column] ?? 0;
      if (entry !== 0) this.value[i] = (this.value[i] ?? 0) + entry * by;
    }
  }

  /** Row and column change places; the row's variable stays at the bound it was mended to. */
  private exchange(row: number, column: number, goal: number, rises: boolean): void {
    const leaving = this.basic[row] ?? 0;
    const coming = this.outside[column] ?? 0;
    const entries = this.table[row] ?? this.at;
    const pivot = entries[column] ?? 1;
    let count = 0;
    for (let j = 0; j < entries.length; j += 1) {
      const entry = entries[j] ?? 0;
      if (entry === 0) continue;
      entries[j] = j === column ? 1 / pivot : -entry / pivot;
      this.candidates[count] = j;
      count += 1;
    }
    const filled = this.candidates.subarray(0, count);
    for (let i = 0; i < this.table.length; i += 1) {
      const other = this.table[i];
      if (other && i !== row && (other[column] ?? 0) !== 0) addTimes(other, entries, filled, column);
    }
    addTimes(this.reduced, entries, filled, column);
    this.value[row] = this.at[column] ?? 0;
    this.at[column] = goal;
    this.isUpper[column] = rises ? 0 : 1;
    this.basic[row] = coming;
    this.outside[column] = leaving;
    this.place[coming] = -1 - row;
    this.place[leaving] = column;
  }
}

function rounded(entry: number): number {
  return Math.abs(entry) < TINY_ENTRY ? 0 : entry;
}

/** Replaces the variable of `column` in a row by what it is in terms of the others; `filled`: where that is not 0. */
function addTimes(row: Float64Array, entries: Float64Array, filled: Int32Array, column: number): void {
  const factor = row[column] ?? 0;
  row[column] = 0;
  for (let i = 0; i < filled.length; i += 1) {
    const j = filled[i] ?? 0;
    row[j] = rounded((row[j] ?? 0) + factor * (entries[j] ?? 0));
  }
}
