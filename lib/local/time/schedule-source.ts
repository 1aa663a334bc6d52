import { Cron } from 'croner';
import type { Clock } from '../../platform/index.ts';
import type { Instant } from '../../time/index.ts';
import type { ScheduleTrigger } from '../../wiring.ts';
import type { EventSource } from './event-source.ts';
import { stableShare } from './stable-share.ts';

const MINUTE_MS = 60_000;

/** One schedule of the wiring table on its row's clock, as EventBridge Scheduler keeps it. */
export class ScheduleSource implements EventSource {
  readonly #trigger: ScheduleTrigger;
  readonly #clock: Clock;
  readonly #fire: () => void;
  readonly #cron: Cron;
  #plannedAt: Instant | null;

  /** `fire` hands the work to the asynchronous invocations. */
  constructor(trigger: ScheduleTrigger, clock: Clock, fire: () => void) {
    this.#trigger = trigger;
    this.#clock = clock;
    this.#fire = fire;
    this.#cron = new Cron(trigger.cron, { timezone: trigger.zone, paused: true });
    this.#plannedAt = this.#after(clock.now() - 1);
  }

  nextAt(): Instant | null {
    if (this.#plannedAt === null) return null;
    const share = stableShare(`${this.#trigger.name} ${this.#plannedAt}`);
    return this.#plannedAt + Math.floor(share * this.#trigger.jitterMinutes * MINUTE_MS);
  }

  async run(): Promise<void> {
    this.#fire();
    // A jump of the clock skips what it jumped over, as a machine that was switched off would.
    const handledAt = this.#plannedAt ?? 0;
    const jitterMs = this.#trigger.jitterMinutes * MINUTE_MS;
    this.#plannedAt = this.#after(Math.max(handledAt, this.#clock.now() - jitterMs - MINUTE_MS));
  }

  #after(at: Instant): Instant | null {
    return this.#cron.nextRun(new Date(at))?.getTime() ?? null;
  }
}
