import type { Clock } from '../../platform/index.ts';
import type { Instant } from '../../time/index.ts';

/** What can be disturbed. */
export type CallKind =
  | 'authorize'
  | 'token'
  | 'revoke'
  | 'region'
  | 'list'
  | 'state'
  | 'data'
  | 'wake'
  | 'command';

/**
 * `status`: that answer, without effect. `reason`: a command refused by the car in these words. `before`/`after` say
 * whether the call had its effect before the answer was lost. `no-refresh-token`: a token answer without one. `stale`:
 * live data of the last time. Timeouts never answer until the simulator stops.
 */
export type Fault =
  | {
      readonly status: number;
      readonly error?: string;
      readonly description?: string;
      readonly headers?: Readonly<Record<string, string>>;
    }
  | { readonly reason: string }
  | 'timeout-before'
  | 'timeout-after'
  | 'drop-before'
  | 'drop-after'
  | 'truncated'
  | 'wrong-content-type'
  | 'no-refresh-token'
  | 'stale';

/** Disturbances by script: the next calls of a kind, or all of them until a moment. */
export class Faults {
  private readonly clock: Clock;
  private readonly queued = new Map<CallKind, Fault[]>();
  private readonly lasting = new Map<CallKind, { fault: Fault; untilAt: Instant }>();

  constructor(clock: Clock) {
    this.clock = clock;
  }

  next(kind: CallKind, fault: Fault, times = 1): void {
    const queue = this.queued.get(kind) ?? [];
    this.queued.set(kind, [...queue, ...Array.from({ length: times }, () => fault)]);
  }

  /** Without `untilAt`: until cleared. */
  during(kind: CallKind, fault: Fault, untilAt: Instant = Number.POSITIVE_INFINITY): void {
    this.lasting.set(kind, { fault, untilAt });
  }

  clear(): void {
    this.queued.clear();
    this.lasting.clear();
  }

  /** The fault that the call of now meets, if any. */
  take(kind: CallKind): Fault | null {
    const next = this.queued.get(kind)?.shift();
    if (next !== undefined) {
      return next;
    }
    const lasting = this.lasting.get(kind);
    return lasting !== undefined && this.clock.now() < lasting.untilAt ? lasting.fault : null;
  }
}
