import type { PriceArea, TaxZone } from '../places/index.ts';
import type { Contract } from '../tariffs/index.ts';
import type { Instant } from '../time/index.ts';
import type { Invocation } from './aws/async-invocations.ts';
import type { BusEvent } from './aws/event-bus.ts';
import type { QueueDump } from './aws/message-queue.ts';
import type { Faults } from './functions/faults.ts';
import type { Identity } from './identity.ts';
import type { PriceBook } from './price-book/index.ts';
import type { startPriceServer } from './price-server/index.ts';
import type { startTeslaSimulator } from './tesla-simulator/index.ts';
import type { VirtualClock } from './time/virtual-clock.ts';

export type TeslaSimulator = Awaited<ReturnType<typeof startTeslaSimulator>>;
export type PriceServer = Awaited<ReturnType<typeof startPriceServer>>;

export interface ServiceOptions {
  /** Default: 2026-10-22 16:30 in Oslo, a day of the built-in price book. With `live`: now. */
  readonly startAt?: Instant;
  /** Simulated time per real time. Infinity (default): moves only by `runUntil`. 0 = paused. */
  readonly speed?: number;
  /** Default 0: any free port. */
  readonly port?: number;
  /** Keeps everything here and goes on from what is there; without it all is in memory. */
  readonly dataDir?: string;
  /** Default NO1. */
  readonly area?: PriceArea;
  /** Default: of a town in the price area. */
  readonly taxZone?: TaxZone;
  /** Catalogue key. Default: of a town in the price area. */
  readonly gridOwner?: string;
  /** Default: spot without a mark-up. */
  readonly contract?: Contract;
  /** Default: the built-in price book. */
  readonly book?: PriceBook;
  /** Real prices from the internet instead of a book. */
  readonly live?: boolean;
  /** Default true: the demo customer's car comes linked, with the prices of the day fetched. */
  readonly link?: boolean;
  /** Default true: the car leaves at 07:30 and plugs in at 17:00 every day. */
  readonly routine?: boolean;
  /** Default 75 kWh, 35 %. */
  readonly car?: { readonly batteryKwh: number; readonly soc: number };
  /** Default 1. Two cars stand behind one main fuse that cannot carry both at full power. */
  readonly cars?: 1 | 2;
  /** The built page; without it the server has only the API. */
  readonly pageDirectory?: string;
  /** Takes each log and metric line as it is written. */
  readonly log?: (line: string) => void;
  /** After each piece of work, before time moves on. */
  readonly afterStep?: (service: LocalService) => Promise<void>;
}

export interface ApiAnswer {
  readonly status: number;
  readonly headers: Headers;
  /** Parsed where it is JSON, text otherwise. */
  readonly body: unknown;
}

/** The whole service on this machine, and the hands on everything in it. */
export interface LocalService {
  /** Of the page and the API. */
  readonly origin: string;
  readonly clock: VirtualClock;
  readonly tesla: TeslaSimulator;
  /** Null with `live`. */
  readonly prices: PriceServer | null;
  readonly identity: Identity;
  readonly demoCustomer: string;
  readonly faults: Faults;
  /** True where the run goes on from a data directory. */
  readonly resumed: boolean;
  /** Jumps from event to event until this instant; resolves when all work due by then is done. */
  runUntil(at: Instant): Promise<void>;
  /** Works off what is due now. */
  settle(): Promise<void>;
  setSpeed(speed: number): void;
  /** One call to the API; as the demo customer where `token` is undefined, without a token where it is null. */
  api(method: string, path: string, body?: unknown, token?: string | null): Promise<ApiAnswer>;
  /** Invokes a function of the wiring table directly. */
  invoke(functionName: string, event: unknown): Promise<unknown>;
  readonly store: { dump(): Promise<Record<string, Record<string, unknown>[]>> };
  readonly queues: {
    dump(): Readonly<Record<string, QueueDump>>;
    /** Moves the dead letters of a queue back into it. */
    redrive(queueName: string): void;
  };
  readonly events: {
    dump(): {
      readonly published: readonly BusEvent[];
      readonly waiting: readonly Invocation[];
      readonly dead: readonly Invocation[];
    };
  };
  /** Log and metric lines so far, oldest first; the newest 200 000. */
  logs(): readonly string[];
  stop(): Promise<void>;
}
