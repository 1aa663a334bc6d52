import type { Instant, LocalTime } from '../time/index.ts';

/** What the driver wishes of a car; states of charge 0–1. */
export interface Wishes {
  /** Europe/Oslo wall-clock time: ready then every day, with at least `targetSoc`. */
  readonly readyBy: LocalTime;
  /** On Saturdays, Sundays and public holidays instead; null: as every day. */
  readonly readyByWeekend: LocalTime | null;
  /** 0.5–1. */
  readonly targetSoc: number;
  /** Refilled at full power at any price, for what may happen before the ready time. */
  readonly reserveSoc: number;
  /** Never charged past this, to spare the battery; a `once` that asks for more goes before it. */
  readonly ceilingSoc: number;
  /** Dearer quarter hours, øre/kWh incl. VAT, are used only for the reserve; null: no limit. */
  readonly priceLimitOre: number | null;
  /** Once begun, charging goes on until it is done. */
  readonly unbroken: boolean;
  /** Which of equally cheap plans: `late` leaves the battery warm. */
  readonly prefer: 'early' | 'late';
  /** The car warms itself from the cable for so long before it is to be ready; 0: it does not. */
  readonly warmMinutes: number;
  /** One time only, beside the ready times of every day: the next of them all is planned for. */
  readonly once: { readonly readyAt: Instant; readonly targetSoc: number } | null;
}

/** What a car is linked with, and what a wish that is left out means. */
export const ordinaryWishes: Wishes = {
  readyBy: '07:00',
  readyByWeekend: null,
  targetSoc: 0.8,
  reserveSoc: 0.1,
  ceilingSoc: 1,
  priceLimitOre: null,
  unbroken: false,
  prefer: 'early',
  warmMinutes: 0,
  once: null,
};
