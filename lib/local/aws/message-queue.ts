import { randomUUID } from 'node:crypto';
import type { Clock } from '../../platform/index.ts';
import type { Instant } from '../../time/index.ts';

export interface Message {
  readonly messageId: string;
  readonly body: string;
  readonly sentAt: Instant;
  visibleAt: Instant;
  firstReceivedAt: Instant | null;
  receiveCount: number;
}

export interface MessageQueueOptions {
  readonly visibilitySeconds: number;
  readonly maxReceives: number;
  readonly clock: Clock;
}

/** An SQS standard queue in memory: at least once, unordered by contract, and all delays by the given clock. */
export class MessageQueue {
  readonly #options: MessageQueueOptions;
  #messages: Message[] = [];
  readonly #dead: Message[] = [];
  readonly #sent: Message[] = [];

  constructor(options: MessageQueueOptions) {
    this.#options = options;
  }

  send(body: string, delaySeconds: number): Message {
    const now = this.#options.clock.now();
    const message: Message = {
      messageId: randomUUID(),
      body,
      sentAt: now,
      visibleAt: now + delaySeconds * 1000,
      firstReceivedAt: null,
      receiveCount: 0,
    };
    this.#messages.push(message);
    this.#sent.push({ ...message });
    return message;
  }

  nextAt(): Instant | null {
    if (this.#messages.length === 0) return null;
    return Math.min(...this.#messages.map((message) => message.visibleAt));
  }

  /** Hides what it hands out for the visibility time; a message received too often goes to the dead letters instead. */
  receive(atMost: number): Message[] {
    const now = this.#options.clock.now();
    const received: Message[] = [];
    for (const message of this.#messages.filter(({ visibleAt }) => visibleAt <= now)) {
      if (received.length === atMost) break;
      if (message.receiveCount >= this.#options.maxReceives) {
        this.delete(message.messageId);
        this.#dead.push(message);
        continue;
      }
      message.receiveCount += 1;
      message.firstReceivedAt ??= now;
      message.visibleAt = now + this.#options.visibilitySeconds * 1000;
      received.push(message);
    }
    return received;
  }

  delete(messageId: string): void {
    this.#messages = this.#messages.filter((message) => message.messageId !== messageId);
  }

  /** The same message once more, at once: what a standard queue may do with any message. */
  deliverAgain(messageId: string): void {
    const message = this.#messages.find((waiting) => waiting.messageId === messageId);
    if (message) message.visibleAt = this.#options.clock.now();
  }

  /** Moves every dead letter back, as an operator's redrive does. */
  redrive(): void {
    const now = this.#options.clock.now();
    for (const message of this.#dead.splice(0))
      this.#messages.push({ ...message, visibleAt: now, receiveCount: 0 });
  }

  /** Copies: what waits, what is dead, and everything that was ever sent. */
  dump(): QueueDump {
    const copy = (messages: readonly Message[]) => messages.map((message) => ({ ...message }));
    return { waiting: copy(this.#messages), dead: copy(this.#dead), sent: copy(this.#sent) };
  }

  restore(kept: Pick<QueueDump, 'waiting' | 'dead'>): void {
    this.#messages.push(...kept.waiting.map((message) => ({ ...message })));
    this.#dead.push(...kept.dead.map((message) => ({ ...message })));
  }
}

export interface QueueDump {
  readonly waiting: readonly Message[];
  readonly dead: readonly Message[];
  readonly sent: readonly Message[];
}
