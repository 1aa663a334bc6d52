import type { PhysicalNames } from '../platform/index.ts';
import type { FunctionRow, TableRow } from '../wiring.ts';
import type { LoadEntry } from './functions/function-host.ts';
import type { HttpGateway, Responder } from './gateway/http-gateway.ts';
import type { Identity } from './identity.ts';
import type { EventSource } from './time/event-source.ts';
import type { VirtualClock } from './time/virtual-clock.ts';

/** The three parts of the wiring table that make a running service. */
export interface Wiring {
  readonly functions: Readonly<Record<string, FunctionRow>>;
  readonly tables: Readonly<Record<string, TableRow>>;
  readonly queues: Readonly<
    Record<string, { readonly visibilitySeconds: number; readonly maxReceives: number }>
  >;
}

export interface CloudOptions {
  readonly clock: VirtualClock;
  readonly wiring: Wiring;
  readonly load: LoadEntry;
  readonly settings: PhysicalNames['settings'];
  /** Values by the names of the wiring table. */
  readonly secrets: ReadonlyMap<string, string>;
  /** 32 bytes, base64. */
  readonly vaultKey: string;
  readonly identity: Identity;
  readonly gateway: HttpGateway;
  /** Asked before and after the API's own routes. */
  readonly before: readonly Responder[];
  readonly after: readonly Responder[];
  /** The tables' directory; in memory where undefined. */
  readonly storePath: string | undefined;
  /** Work besides the service's own: the car's day. Comes first where moments are the same. */
  readonly sources: readonly EventSource[];
  readonly logSink: (line: string) => void;
  /** After each piece of work, before time moves on. */
  readonly afterStep: () => Promise<void>;
}
