import type { HomeTerms } from '../../lib/homes/index.ts';

/** A home in Oslo on a spot contract without mark-up, nothing told of the house; also the body that makes it. */
export const inOslo: HomeTerms = {
  area: 'NO1',
  taxZone: 'sor',
  gridOwner: 'elvia',
  gridTariffName: null,
  contract: { kind: 'spot', markupOrePerKwh: 0 },
  fuse: null,
  houseYearlyKwh: null,
};
