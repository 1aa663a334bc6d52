import { type CrashMoment, CrashPoint } from './crash-point.ts';

/** What tests make go wrong in the machinery: each applies once. */
export class Faults {
  readonly #crashes = new Map<string, CrashPoint[]>();
  readonly #lost: string[] = [];
  readonly #doubled: string[] = [];
  readonly #skipped: string[] = [];

  /**
   * The function's next invocation dies at its nth awaited call to the world outside (store, HTTP, seal, secret, queue,
   * bus), before or after the call's effect. Returns the point: it tells whether the invocation got that far.
   */
  crashAt(functionName: string, nth: number, moment: CrashMoment): CrashPoint {
    const point = new CrashPoint(nth, moment);
    this.#crashes.set(functionName, [...(this.#crashes.get(functionName) ?? []), point]);
    return point;
  }

  /** The next message of the queue that is handled is delivered once more. */
  duplicate(queueName: string): void {
    this.#doubled.push(queueName);
  }

  /** The next message sent to the queue never arrives. */
  loseNext(queueName: string): void {
    this.#lost.push(queueName);
  }

  /** The schedule's next firing does not happen. */
  dropNext(scheduleName: string): void {
    this.#skipped.push(scheduleName);
  }

  takeCrash(functionName: string): CrashPoint | undefined {
    return this.#crashes.get(functionName)?.shift();
  }

  takeDuplicate(queueName: string): boolean {
    return takeFrom(this.#doubled, queueName);
  }

  takeLoss(queueName: string): boolean {
    return takeFrom(this.#lost, queueName);
  }

  takeDrop(scheduleName: string): boolean {
    return takeFrom(this.#skipped, scheduleName);
  }
}

function takeFrom(list: string[], name: string): boolean {
  const index = list.indexOf(name);
  if (index >= 0) list.splice(index, 1);
  return index >= 0;
}
