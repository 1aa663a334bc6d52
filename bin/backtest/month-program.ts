import type { Highs } from 'highs';
import type { Instant } from '../../lib/time/index.ts';

/** An hour that a session may use. */
export interface ProgramHour {
  readonly hourAt: Instant;
  readonly mostKwh: number;
  readonly nokPerKwh: number;
  readonly houseKw: number;
  /** Day of the month from 0. */
  readonly day: number;
}

/** The fee averages so many days. */
const AVERAGED = 3;
/** Sums of rounded terms: a session may miss so little, kWh. */
const SLACK_KWH = 1e-4;
const DECIMALS = 6;

/**
 * The linear program of a month in HiGHS's text form. The mean of the three highest days stays within U: 3·θ + Σ u ≤ 3·U with u ≥ day's peak − θ,
 * u ≥ 0 (the sum of the k largest as a linear program: Ogryczak and Tamir, Information Processing Letters 85, 2003).
 */
export class MonthProgram {
  private readonly cost: string[] = [];
  private readonly rows: string[] = [];
  private readonly bounds: string[] = [];
  private readonly excesses: string[] = [];
  private readonly inHour = new Map<Instant, { readonly hour: ProgramHour; readonly names: string[] }>();
  private sessions = 0;

  addDay(day: number, houseKw: number): void {
    this.bounds.push(`z${day} >= ${text(houseKw)}`);
    this.rows.push(`u${day} - z${day} + theta >= 0`);
    this.excesses.push(`u${day}`);
  }

  addSession(hours: readonly ProgramHour[], wantedKwh: number): void {
    if (wantedKwh <= SLACK_KWH) return;
    this.sessions += 1;
    const names = hours.map((hour, i) => {
      const name = `x${this.sessions}_${i}`;
      this.cost.push(`${signed(hour.nokPerKwh)} ${name}`);
      this.bounds.push(`0 <= ${name} <= ${text(hour.mostKwh)}`);
      const shared = this.inHour.get(hour.hourAt) ?? { hour, names: [] };
      this.inHour.set(hour.hourAt, shared);
      shared.names.push(name);
      return name;
    });
    this.rows.push(`${names.map((name) => `+ ${name}`).join(' ')} >= ${text(wantedKwh - SLACK_KWH)}`);
  }

  /** The cheapest energy with the demand within `uptoKw`, NOK; null where that cannot be. */
  leastNok(highs: Highs, uptoKw: number): number | null {
    const hourRows = [...this.inHour.values()].map(
      ({ hour, names }) =>
        `z${hour.day} ${names.map((name) => `- ${name}`).join(' ')} >= ${text(hour.houseKw)}`,
    );
    const demand = `${AVERAGED} theta ${this.excesses.map((name) => `+ ${name}`).join(' ')} <= ${text(AVERAGED * uptoKw)}`;
    const rows = [...this.rows, ...hourRows, demand];
    const program = ['Minimize', ...this.cost, 'Subject To', ...rows, 'Bounds', ...this.bounds, 'End'].join(
      '\n',
    );
    // The primal simplex: the dual one has been seen to go on for ever on such a program that has no solution.
    const found = highs.solve(program, { simplex_strategy: 4, output_flag: false });
    return found.Status === 'Optimal' ? found.ObjectiveValue : null;
  }
}

function text(value: number): string {
  return value.toFixed(DECIMALS);
}

function signed(value: number): string {
  return `${value < 0 ? '-' : '+'} ${text(Math.abs(value))}`;
}
