import type { Clock } from '../../platform/index.ts';
import type { Instant } from '../../time/index.ts';
import type { EventSource } from '../time/event-source.ts';

/** Lambda tries an asynchronous event again after one minute, then after two, and then gives it to the dead letters. */
const RETRY_AFTER_MS = [60_000, 120_000] as const;

export interface Invocation {
  readonly functionName: string;
  readonly event: unknown;
  readonly dueAt: Instant;
  readonly failures: number;
}

/** Asynchronous invocations of functions: by schedules and by rules of the event bus. */
export class AsyncInvocations implements EventSource {
  readonly #clock: Clock;
  readonly #invoke: (functionName: string, event: unknown) => Promise<unknown>;
  #waiting: Invocation[] = [];
  readonly #dead: Invocation[] = [];

  constructor(clock: Clock, invoke: (functionName: string, event: unknown) => Promise<unknown>) {
    this.#clock = clock;
    this.#invoke = invoke;
  }

  add(functionName: string, event: unknown): void {
    this.#waiting.push({ functionName, event, dueAt: this.#clock.now(), failures: 0 });
  }

  nextAt(): Instant | null {
    if (this.#waiting.length === 0) return null;
    return Math.min(...this.#waiting.map(({ dueAt }) => dueAt));
  }

  async run(): Promise<void> {
    const now = this.#clock.now();
    const due = this.#waiting.filter(({ dueAt }) => dueAt <= now);
    this.#waiting = this.#waiting.filter(({ dueAt }) => dueAt > now);
    for (const invocation of due) {
      await this.#invoke(invocation.functionName, invocation.event).catch(() => this.#failed(invocation));
    }
  }

  dump(): { readonly waiting: readonly Invocation[]; readonly dead: readonly Invocation[] } {
    return { waiting: [...this.#waiting], dead: [...this.#dead] };
  }

  #failed(invocation: Invocation): void {
    const afterMs = RETRY_AFTER_MS[invocation.failures];
    const next = { ...invocation, failures: invocation.failures + 1 };
    if (afterMs === undefined) this.#dead.push(next);
    else this.#waiting.push({ ...next, dueAt: this.#clock.now() + afterMs });
  }
}
