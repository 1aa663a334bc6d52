import type * as z from 'zod';
import { area } from './fields.ts';
import { fuse, fuseKw, houseYearlyKwh } from './house-fields.ts';
import {
  contract,
  gridOwnerKey,
  gridOwnerName,
  gridTariffName,
  taxZone,
  vatPercent,
} from './price-fields.ts';

/** A home as the customer sees it. */
export const homeFields = {
  area,
  taxZone,
  gridOwner: gridOwnerKey.nullable(),
  gridTariffName: gridTariffName.nullable(),
  gridOwnerName: gridOwnerName.nullable(),
  contract,
  vatPercent,
  fuse: fuse.nullable(),
  fuseKw: fuseKw.nullable(),
  houseYearlyKwh: houseYearlyKwh.nullable(),
};

export const homeExample: { [Field in keyof typeof homeFields]: z.infer<(typeof homeFields)[Field]> } = {
  area: 'NO1',
  taxZone: 'sor',
  gridOwner: 'elvia',
  gridTariffName: null,
  gridOwnerName: 'Elvia AS',
  contract: { kind: 'spot', markupOrePerKwh: 4.9 },
  vatPercent: 25,
  fuse: { ampere: 63, phases: 3, net: 'IT' },
  fuseKw: 25.1,
  houseYearlyKwh: 16000,
};
