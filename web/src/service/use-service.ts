import { useRef, useState } from 'preact/hooks';
import { api } from '../api/api.ts';
import { asFailure } from '../api/failure.ts';
import { type LocalClock, readLocalClock } from '../api/local-clock.ts';
import type { Overview } from '../api/types.ts';
import { instant } from '../time/oslo.ts';
import { pollDelay } from './poll-delay.ts';
import {
  heardNow,
  nothingKnown,
  pricesKey,
  pricesWanted,
  type ServiceState,
  sessionsKey,
} from './service-state.ts';
import { usePoll } from './use-poll.ts';

/** After the customer changed something, for so long the page asks often. */
const EAGER_MS = 15_000;

export interface Service {
  readonly state: ServiceState;
  /** Asks at once, and more often for a while; ends when the answer is on the page. */
  refresh(): Promise<void>;
  /** A new speed of the simulated clock, as it was answered. */
  setClock(clock: LocalClock | null): void;
}

/** The service, asked again and again for as long as somebody looks at the page. */
export function useService(): Service {
  const [state, setState] = useState<ServiceState>(nothingKnown);
  const poll = useRef(new Poll()).current;
  const run = usePoll(async () => {
    const heard = await poll.ask();
    if (heard) setState((before) => ({ ...before, ...heard }));
    return poll.delay();
  });
  return {
    state,
    refresh: () => {
      poll.beEager();
      return run();
    },
    setClock: (localClock) => {
      poll.clock = localClock;
      setState((before) => ({
        ...before,
        localClock,
        now: { ...before.now, speed: localClock?.speed ?? 0 },
      }));
    },
  };
}

/** One page's conversation with the service: what was asked, with what luck, and when to ask again. */
class Poll {
  clock: LocalClock | null = null;
  #hasClock = true;
  #count = 0;
  #latest = 0;
  #failures = 0;
  #eagerUntil = 0;
  #pricesKey = '';
  #sessionsKey = '';

  beEager(): void {
    this.#eagerUntil = performance.now() + EAGER_MS;
  }

  delay(): number {
    const isEager = performance.now() < this.#eagerUntil;
    return pollDelay({ clock: this.clock, isEager, failures: this.#failures });
  }

  /** What changed; null when a later question has been answered meanwhile. */
  async ask(): Promise<Partial<ServiceState> | null> {
    this.#count += 1;
    const mine = this.#count;
    try {
      const [overview, localClock] = await Promise.all([api.overview(), this.#askClock()]);
      const around = await this.#askAround(overview);
      if (mine < this.#latest) return null;
      this.#latest = mine;
      this.#failures = 0;
      this.clock = localClock;
      const now = heardNow(overview, localClock, performance.now());
      return { overview, localClock, now, failure: null, failures: 0, ...around };
    } catch (thrown) {
      if (mine < this.#latest) return null;
      this.#failures += 1;
      return { failure: asFailure(thrown), failures: this.#failures };
    }
  }

  /** Where there is no simulated clock there never will be: asked once. */
  async #askClock(): Promise<LocalClock | null> {
    if (!this.#hasClock) return null;
    const clock = await readLocalClock().catch(() => null);
    this.#hasClock = clock !== null;
    return clock;
  }

  /** Prices and sessions, where something points to a change. Without them the page still works. */
  async #askAround(overview: Overview): Promise<Partial<ServiceState>> {
    if (overview.home === null || overview.vehicles.length === 0) return { prices: null, sessions: null };
    const [prices, sessions] = await Promise.all([this.#askPrices(overview), this.#askSessions(overview)]);
    return { ...prices, ...sessions };
  }

  async #askPrices(overview: Overview): Promise<Partial<ServiceState>> {
    const key = pricesKey(overview, this.#count);
    if (key === this.#pricesKey) return {};
    const { from, to } = pricesWanted(instant(overview.now));
    const prices = await api.prices(from, to).catch(() => null);
    if (prices === null) return {};
    this.#pricesKey = key;
    return { prices };
  }

  async #askSessions(overview: Overview): Promise<Partial<ServiceState>> {
    const key = sessionsKey(overview, this.#count);
    if (key === this.#sessionsKey) return {};
    const sessions = await api.sessions().catch(() => null);
    if (sessions === null) return {};
    this.#sessionsKey = key;
    return { sessions };
  }
}
