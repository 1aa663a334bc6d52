import type { Instant } from '../time/index.ts';

/** The day-ahead price of one quarter hour. */
export interface Spot {
  readonly startAt: Instant;
  /** øre/kWh ex VAT. */
  readonly spotOrePerKwh: number;
}

/** A guess at a price that is not published yet. */
export interface SpotForecast extends Spot {
  /** Some nine in ten real prices come out no higher (83 to 93 % by area and day: docs/backtest.md), øre/kWh ex VAT. */
  readonly highOrePerKwh: number;
}

/** Instants from `fromAt` until just before `untilAt`. */
export interface Span {
  readonly fromAt: Instant;
  readonly untilAt: Instant;
}
