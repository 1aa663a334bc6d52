import { randomUUID } from 'node:crypto';
import type { Clock } from '../../platform/index.ts';
import { region } from './region.ts';

/** An event as a rule hands it to its target. */
export interface BusEvent {
  readonly version: '0';
  readonly id: string;
  readonly 'detail-type': string;
  readonly source: string;
  readonly account: string;
  readonly time: string;
  readonly region: string;
  readonly resources: readonly string[];
  readonly detail: unknown;
}

/** The service's event bus: rules match on the event's name and start their functions asynchronously. */
export class EventBus {
  readonly #clock: Clock;
  readonly #rules: ReadonlyMap<string, readonly string[]>;
  readonly #start: (functionName: string, event: BusEvent) => void;
  readonly #published: BusEvent[] = [];

  /** `rules`: the functions of each event name. */
  constructor(
    clock: Clock,
    rules: ReadonlyMap<string, readonly string[]>,
    start: (functionName: string, event: BusEvent) => void,
  ) {
    this.#clock = clock;
    this.#rules = rules;
    this.#start = start;
  }

  publish(source: string, name: string, detail: unknown): BusEvent {
    const event: BusEvent = {
      version: '0',
      id: randomUUID(),
      'detail-type': name,
      source,
      account: '000000000000',
      time: new Date(this.#clock.now()).toISOString(),
      region,
      resources: [],
      detail,
    };
    this.#published.push(event);
    for (const functionName of this.#rules.get(name) ?? []) this.#start(functionName, event);
    return event;
  }

  /** Everything that was ever published. */
  dump(): readonly BusEvent[] {
    return [...this.#published];
  }
}
