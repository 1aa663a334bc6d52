import type { PriceArea } from './price-area.ts';
import type { TaxZone } from './tax-zone.ts';

/** All about where a home lies that its price depends on. */
export interface Place {
  readonly area: PriceArea;
  readonly taxZone: TaxZone;
}
