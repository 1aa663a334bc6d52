import type { Instant } from '../../time/index.ts';

/** Something that will have work at a known moment: a schedule, a queue, a delivery, the car's day. */
export interface EventSource {
  /** When it has work next; null while it has none. */
  nextAt(): Instant | null;
  /** Does the work that is due now. Never throws: what fails is the source's own business. */
  run(): Promise<void>;
}
