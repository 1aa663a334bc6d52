import type { Observation, ProviderName } from '../devices/index.ts';
import type { PriceArea, TaxZone } from '../places/index.ts';
import type { Contract, RateName } from '../tariffs/index.ts';
import type { Instant } from '../time/index.ts';

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

/**
 * A customer's home and all that the service must know to charge its cars: one item, so that every invariant is one
 * conditional write (docs/decisions). No name, no address, no position, no VIN, no token.
 */
export interface Home extends PriceTerms {
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
  readonly owed: { readonly pausedByUs: boolean; readonly limitSocBefore: number | null };
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

/** Ready at a Europe/Oslo wall-clock time every day, with at least this state of charge (0.5–1). */
export interface Wishes {
  readonly readyBy: string;
  readonly targetSoc: number;
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

/** Why the plan in force replaced the one before. */
export type PlanReason =
  | 'plugged-in'
  | 'prices-arrived'
  | 'contract-changed'
  | 'wishes-changed'
  | 'mode-changed'
  | 'battery-off-plan'
  | 'deadline-passed'
  | 'relinked';

export interface PlanInForce {
  readonly planId: string;
  readonly madeAt: Instant;
  readonly reason: PlanReason;
  readonly mode: Mode;
  readonly readyAt: Instant;
  /** End of the quarters it chose among: a reserve before `readyAt`. No plan that is done by then costs less. */
  readonly doneByAt: Instant;
  readonly targetSoc: number;
  readonly socAtStart: number;
  /** Grid-side power the plan counts on, kW. */
  readonly maxKw: number;
  /** Quarter hours of known price: mean grid kW and the price planned on, øre/kWh incl. VAT; consecutive. */
  readonly slots: readonly {
    readonly startAt: Instant;
    readonly powerKw: number;
    readonly priceOrePerKwh: number;
  }[];
  /** When to charge: the slots' powers as on/off at full power, to the minute. */
  readonly windows: readonly { readonly fromAt: Instant; readonly untilAt: Instant }[];
  readonly endSoc: number;
  readonly status: 'optimal' | 'bounded' | 'best-effort' | 'no-prices';
  readonly costOre: number;
  readonly chargeNowOre: number;
  /** What the home paid by when the plan was made. */
  readonly contract: Contract['kind'];
  /** Why it costs less than charging at once, øre incl. VAT: the three add up to `chargeNowOre − costOre`. */
  readonly savedBy: { readonly powerOre: number; readonly gridOre: number; readonly taxOre: number };
  /** Rates of its quarters that are not known for their day: the newest known one stands in. */
  readonly assumed: readonly RateName[];
  readonly gapOre: number;
  readonly shortfallKwh: number;
  readonly solver: 'greedy' | 'lp' | 'milp' | 'none';
  readonly explanation: readonly ExplanationKey[];
  /** `area/date/revision` of each price day it was made on, `grid/date/fingerprint` of each day's grid tariff. */
  readonly pricesUsed: readonly string[];
}

/** Words are made in the app's language; the plan stores what was true. */
export type ExplanationKey =
  | 'cheapest-hours'
  | 'no-choice'
  | 'already-charged'
  | 'negative-prices'
  | 'flat-prices'
  | 'too-little-time'
  | 'prices-unknown'
  | 'driver-charges-now'
  | 'driver-paused';

/** One command's life: intended (before it is sent) → sent → confirmed, or refused, lost, superseded. */
export interface CommandRecord {
  readonly commandId: string;
  readonly kind: 'start' | 'stop' | 'set-limit';
  readonly limitSoc: number | null;
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
