/** What the tariff sources can be asked for: the repository's listing, one of its files, a day of the owner's own API. */
export type TariffRequest = 'list' | 'file' | 'day';

export type TariffFault =
  /** Any answer, such as a used-up limit, a maintenance page, or a file's text from before its last change. */
  | {
      readonly kind: 'answer';
      readonly status: number;
      readonly body?: string;
      readonly headers?: Readonly<Record<string, string>>;
    }
  /** The connection closes without an answer, or in the middle of the body. */
  | { readonly kind: 'drop' | 'cut' }
  /** A day without its sixth hour. */
  | { readonly kind: 'hole' }
  /** A day in which each hour is so much dearer than the one before it, øre/kWh. */
  | { readonly kind: 'rising'; readonly orePerKwh: number }
  /** A day all of whose prices are so much higher, øre/kWh. */
  | { readonly kind: 'moved'; readonly orePerKwh: number }
  /** A day that tells its prices with taxes only. */
  | { readonly kind: 'totals-only' };

interface Scripted {
  readonly request: TariffRequest;
  readonly fault: TariffFault;
  /** Only for this file. */
  readonly key: string | undefined;
  timesLeft: number;
}

/** The faults that a test has asked for, oldest first; each request takes the first that is meant for it. */
export class TariffFaults {
  #scripted: Scripted[] = [];

  add(
    request: TariffRequest,
    fault: TariffFault,
    { key, times = Number.POSITIVE_INFINITY }: { key?: string; times?: number } = {},
  ): void {
    this.#scripted.push({ request, fault, key, timesLeft: times });
  }

  clear(): void {
    this.#scripted = [];
  }

  take(request: TariffRequest, key?: string): TariffFault | null {
    const found = this.#scripted.find(
      (one) => one.request === request && one.timesLeft > 0 && (one.key ?? key) === key,
    );
    if (!found) return null;
    found.timesLeft -= 1;
    return found.fault;
  }
}
