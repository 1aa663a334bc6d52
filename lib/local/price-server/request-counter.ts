import type { PriceArea } from '../../places/index.ts';
import type { PriceSource } from '../../prices/index.ts';
import type { LocalDate } from '../../time/index.ts';

export interface RequestCount {
  readonly source: PriceSource;
  readonly area: PriceArea | null;
  readonly date: LocalDate | null;
}

/** How often each source was asked, for what. */
export class RequestCounter {
  readonly #counts = new Map<string, { request: RequestCount; times: number }>();

  add(request: RequestCount): void {
    const key = `${request.source} ${request.area} ${request.date}`;
    const times = this.#counts.get(key)?.times ?? 0;
    this.#counts.set(key, { request, times: times + 1 });
  }

  /** Requests to a source, or only those for an area, a day or both. */
  count(source: PriceSource, only: { area?: PriceArea; date?: LocalDate } = {}): number {
    return [...this.#counts.values()]
      .filter(({ request }) => request.source === source)
      .filter(({ request }) => (only.area ?? request.area) === request.area)
      .filter(({ request }) => (only.date ?? request.date) === request.date)
      .reduce((sum, { times }) => sum + times, 0);
  }
}
