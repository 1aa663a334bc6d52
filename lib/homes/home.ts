import type { Observation, ProviderName } from '../devices/index.ts';
import type { PriceArea, TaxZone } from '../places/index.ts';
import type { Contract } from '../tariffs/index.ts';
import type { Instant, LocalDate } from '../time/index.ts';
import type { Fuse } from './fuse.ts';
import type { PlanInForce } from './plan-in-force.ts';
import type { Wishes } from './wishes.ts';

/** All about a home that decides its prices: no address, no metering point. */
export interface PriceTerms {
  readonly area: PriceArea;
  readonly taxZone: TaxZone;
  /** Key of the grid owner; null where the customer does not know it. */
  readonly gridOwner: string | null;
  /** Which of the owner's tariffs, where several hold at once; null takes the first. */
  readonly gridTariffName: string | null;
  readonly contract: Contract;
}

/** What of the house itself decides how its cars may charge. */
export interface HouseTerms {
  /** Null where the customer has not told it: no limit is kept then. */
  readonly fuse: Fuse | null;
  /** What the house uses in a year without its cars, kWh; null: as an ordinary house. */
  readonly houseYearlyKwh: number | null;
}

export interface HomeTerms extends PriceTerms, HouseTerms {}

/** A day of the month that counts for its capacity fee: its highest clock hour, kW, house and cars together. */
export interface DayPeak {
  readonly date: LocalDate;
  readonly kw: number;
}

export interface CarHour {
  readonly startAt: Instant;
  readonly kwh: number;
}

/**
 * A customer's home and all that the service must know to charge its cars: one item, so that every invariant is one
 * conditional write (docs/decisions). No name, no address, no position, no VIN, no token.
 */
export interface Home extends HomeTerms {
  /** The token's subject: partition key of everything of this customer. */
  readonly customerId: string;
  /** Moves by one with every write; a stale writer is refused. */
  readonly version: number;
  /** Moves when consent is withdrawn; whoever read an older epoch must not act. */
  readonly epoch: number;
  /** Random pseudonym of the consent chain; null until something was agreed. */
  readonly consentRef: string | null;
  readonly pendingLink: PendingLink | null;
  readonly vehicles: readonly HomeVehicle[];
  /** This month's days until today, ascending, as far as they are known: the forecast of the house and what the cars charged. */
  readonly dayPeaks: readonly DayPeak[];
  /** What the cars took in each clock hour of today, kWh at the meter; ascending, hours with none left out. */
  readonly carHours: readonly CarHour[];
  /** Grants that no vehicle stands on: replaced, or of a link that may never be completed. Given back at the maker from then on. */
  readonly grantsToGiveBack: readonly { readonly grantRef: string; readonly fromAt: Instant }[];
  readonly withdrawal: Withdrawal | null;
  /** Ended sessions not yet in the savings table: written there, then taken off here (docs/decisions: pending work rides on the item). */
  readonly finishedSessions: readonly FinishedSession[];
  /** When the home wants attention next; absent from the due index when null. */
  readonly nextDueAt: Instant | null;
  readonly dueShard: string;
  readonly createdAt: Instant;
}

/** A link that was begun and not yet completed: ten minutes, one use. */
export interface PendingLink {
  readonly stateSha256: string;
  readonly provider: ProviderName;
  readonly language: Language;
  readonly noticeVersion: string;
  readonly noticeSha256: string;
  readonly batteryKwh: number;
  readonly expiresAt: Instant;
}

export type Language = 'nb' | 'en';

export interface HomeVehicle {
  readonly vehicleRef: string;
  readonly grantRef: string;
  readonly provider: ProviderName;
  /** Usable battery, kWh, as the customer says; the maker's API does not tell. */
  readonly batteryKwh: number;
  /** Whether the notice that was agreed to when it was linked tells that the charging current is set. */
  readonly maySetCurrent: boolean;
  readonly wishes: Wishes;
  readonly mode: Mode;
  /** `needs-relink`: the maker no longer accepts our grant. */
  readonly link: 'working' | 'needs-relink';
  readonly observed: Observation | null;
  readonly session: Session | null;
  readonly plan: PlanInForce | null;
  /** The command on its way, and those before it: newest last, at most 40. */
  readonly commands: readonly CommandRecord[];
  readonly budget: CallBudget;
  readonly contact: Contact;
  /** What we changed at the car and owe back when we let go. */
  readonly owed: Owed;
  /** What it may take on each phase where it charges without a plan behind the home's fuse, A; 0: it has to wait; null: all it can. */
  readonly allowedAmpere: number | null;
}

export interface Owed {
  readonly pausedByUs: boolean;
  /** The car's own limit before we moved it, 0–1. */
  readonly limitSocBefore: number | null;
  /** What it was set to take on each phase before we moved that, A. */
  readonly ampereBefore: number | null;
}

/** How our talking to the car goes. */
export interface Contact {
  /** Not asked before this instant: the poll interval, a read-back, a back-off or the maker's Retry-After. */
  readonly nextReadAt: Instant;
  /** Calls in a row that the maker failed. */
  readonly failures: number;
  /** When we last asked the maker to wake it. */
  readonly wokenAt: Instant | null;
}

/** `plan`: follow the plan. `charge-now` and `pause`: the driver's word, until unplugged or changed. */
export type Mode = 'plan' | 'charge-now' | 'pause';

/** From plug-in to plug-out. Energy is grid side. Prices are those in force when the energy flowed. */
export interface Session {
  readonly pluggedInAt: Instant;
  /** The car's last reading that was metered; null where it told none. */
  readonly meter: {
    readonly at: Instant;
    readonly sessionKwh: number | null;
    readonly soc: number | null;
  };
  /** How far charging at full power from plug-in would have come with the same energy. */
  readonly chargeNowUntilAt: Instant;
  /** Most the car took or could take in this session, kW; null until the car told. */
  readonly maxKw: number | null;
  readonly gridKwh: number;
  readonly costOre: number;
  /** What the same energy would have cost at full power from plug-in. */
  readonly chargeNowOre: number;
  /** True where some energy flowed in a quarter whose price was unknown: both sums then leave it out. */
  readonly unpriced: boolean;
  /** True where some energy was priced at rates not known for its day, or without the grid tariff. */
  readonly assumed: boolean;
}

export interface FinishedSession {
  readonly vehicleRef: string;
  readonly pluggedInAt: Instant;
  readonly endedAt: Instant;
  readonly gridKwh: number;
  readonly costOre: number;
  readonly chargeNowOre: number;
  readonly unpriced: boolean;
  readonly assumed: boolean;
}

/** One command's life: intended (before it is sent) → sent → confirmed, or refused, lost, superseded. */
export interface CommandRecord {
  readonly commandId: string;
  readonly kind: 'start' | 'stop' | 'set-limit' | 'set-current';
  readonly limitSoc: number | null;
  /** On each phase, A. */
  readonly ampere: number | null;
  readonly state: 'intended' | 'sent' | 'confirmed' | 'refused' | 'unknown' | 'superseded';
  readonly attempt: number;
  readonly intendedAt: Instant;
  readonly settledAt: Instant | null;
  readonly reason: string | null;
}

/** Calls cost money at the maker: counted per Europe/Oslo day. */
export interface CallBudget {
  readonly date: string;
  readonly reads: number;
  readonly commands: number;
  readonly wakes: number;
}

/** The withdrawal's state machine, on the item it will erase. */
export interface Withdrawal {
  readonly withdrawalId: string;
  readonly requestedAt: Instant;
  readonly done: readonly WithdrawalStep[];
  readonly attempts: number;
  readonly notBeforeAt: Instant;
}

export type WithdrawalStep =
  | 'recorded'
  | 'handed-back'
  | 'compartment'
  | 'revoked'
  | 'tokens-destroyed'
  | 'erased';
