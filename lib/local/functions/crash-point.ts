import type { Platform } from '../../platform/index.ts';

export type CrashMoment = 'before' | 'after';

/** Kills one invocation at its nth call to the world outside, before or after that call took effect. */
export class CrashPoint {
  readonly #nth: number;
  readonly #moment: CrashMoment;
  #calls = 0;
  #fired = false;
  #spent = false;
  #die: () => void = () => {};
  readonly #death: Promise<never>;

  constructor(nth: number, moment: CrashMoment) {
    this.#nth = nth;
    this.#moment = moment;
    this.#death = new Promise((_, reject) => {
      this.#die = () => reject(new Error('the process died here'));
    });
    this.#death.catch(() => undefined);
  }

  /** Whether the invocation got as far as the nth call, and so died. */
  get fired(): boolean {
    return this.#fired;
  }

  /** Whether an invocation has used it. */
  get spent(): boolean {
    return this.#spent;
  }

  /** How many calls the invocation began. */
  get calls(): number {
    return this.#calls;
  }

  /** Runs the invocation; rejects at the moment of death, whatever the code would have caught. */
  run(invocation: Promise<unknown>): Promise<unknown> {
    this.#spent = true;
    return Promise.race([invocation, this.#death]);
  }

  /** The platform whose calls are counted. */
  watch(platform: Platform): Platform {
    const call = <T>(work: () => Promise<T>) => this.#call(work);
    return {
      ...platform,
      http: { send: (request) => call(() => platform.http.send(request)) },
      seal: {
        close: (text, context) => call(() => platform.seal.close(text, context)),
        open: (sealed, context) => call(() => platform.seal.open(sealed, context)),
      },
      dynamo: new Proxy(platform.dynamo, {
        get: (target, property) => {
          const value: unknown = Reflect.get(target, property, target);
          if (property !== 'send' || typeof value !== 'function') return value;
          return (...parameters: unknown[]) =>
            call(() => value.apply(target, parameters) as Promise<unknown>);
        },
      }),
      secret: (name) => call(() => platform.secret(name)),
      send: (queue, body, delaySeconds) => call(() => platform.send(queue, body, delaySeconds)),
      announce: (event, detail) => call(() => platform.announce(event, detail)),
    };
  }

  async #call<T>(work: () => Promise<T>): Promise<T> {
    if (this.#fired) return never();
    this.#calls += 1;
    if (this.#calls !== this.#nth) return this.#unlessDead(await work());
    this.#fired = true;
    // What the call would have answered is lost with the process.
    if (this.#moment === 'after') await work().catch(() => undefined);
    this.#die();
    return never();
  }

  /** An answer that comes after the death reaches nobody. */
  #unlessDead<T>(answer: T): T | Promise<T> {
    return this.#fired ? never() : answer;
  }
}

function never<T>(): Promise<T> {
  return new Promise<T>(() => {});
}
