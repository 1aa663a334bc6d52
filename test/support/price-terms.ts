import type { PriceTerms } from '../../lib/homes/index.ts';

/** A home in Oslo on a spot contract without mark-up; also the body that makes it. */
export const inOslo: PriceTerms = {
  area: 'NO1',
  taxZone: 'sor',
  gridOwner: 'elvia',
  gridTariffName: null,
  contract: { kind: 'spot', markupOrePerKwh: 0 },
};
