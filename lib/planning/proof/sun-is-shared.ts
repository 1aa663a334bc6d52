import type { Model } from '../problem/model.ts';

/** Whether several cars take of one surplus of sun, so that it needs a price. */
export function sunIsShared({ cars, surplusKw }: Model): boolean {
  return cars.length > 1 && surplusKw.some((kw) => kw > 0);
}
