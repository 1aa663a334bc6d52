import type * as z from 'zod';
import { area } from './fields.ts';
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
};

export const homeExample: { [Field in keyof typeof homeFields]: z.infer<(typeof homeFields)[Field]> } = {
  area: 'NO1',
  taxZone: 'sor',
  gridOwner: 'elvia',
  gridTariffName: null,
  gridOwnerName: 'Elvia AS',
  contract: { kind: 'spot', markupOrePerKwh: 4.9 },
  vatPercent: 25,
};
