import type { PriceArea } from '../../places/index.ts';
import type { PriceSource } from '../../prices/index.ts';
import type { LocalDate } from '../../time/index.ts';

/** What can go wrong at a price source. */
export type PriceFault =
  /** Any status and body, such as 503, 401, 429 or a maintenance page. */
  | {
      readonly kind: 'answer';
      readonly status: number;
      readonly body?: string;
      readonly headers?: Record<string, string>;
    }
  /** The connection closes without an answer. */
  | { readonly kind: 'drop' }
  /** The connection closes in the middle of the body. */
  | { readonly kind: 'cut' }
  /** Published so much later than usual. */
  | { readonly kind: 'late'; readonly minutes: number }
  /** Only the first half of the day. */
  | { readonly kind: 'partial' }
  /** One hour in the middle of the day is missing. */
  | { readonly kind: 'hole' }
  /** One quarter at this price; default 9 999 EUR/MWh. */
  | { readonly kind: 'out-of-range'; readonly eurPerMwh?: number }
  /** Each stretch in the coarsest resolution that still tells it truly. */
  | { readonly kind: 'mixed-resolution' }
  /** Other prices than the book's: all of them so much higher, EUR/MWh. */
  | { readonly kind: 'moved'; readonly byEurPerMwh: number };

/** Which requests a fault meets; all of the source's where nothing is said. */
export interface FaultScope {
  readonly area?: PriceArea;
  readonly date?: LocalDate;
  /** How many requests; default: until cleared. */
  readonly times?: number;
}

export interface FaultScript {
  add(source: PriceSource, fault: PriceFault, scope?: FaultScope): void;
  clear(): void;
}

interface ScriptedFault {
  readonly source: PriceSource;
  readonly fault: PriceFault;
  readonly scope: FaultScope;
  timesLeft: number;
}

/** The faults a test or a demo has asked for, oldest first; each request takes the first that is meant for it. */
export class ScriptedFaults implements FaultScript {
  #scripted: ScriptedFault[] = [];

  add(source: PriceSource, fault: PriceFault, scope: FaultScope = {}): void {
    this.#scripted.push({ source, fault, scope, timesLeft: scope.times ?? Number.POSITIVE_INFINITY });
  }

  clear(): void {
    this.#scripted = [];
  }

  take(source: PriceSource, area: PriceArea | null, date: LocalDate | null): PriceFault | null {
    const found = this.#scripted.find(
      (one) =>
        one.source === source &&
        one.timesLeft > 0 &&
        (one.scope.area ?? area) === area &&
        (one.scope.date ?? date) === date,
    );
    if (!found) return null;
    found.timesLeft -= 1;
    return found.fault;
  }
}
