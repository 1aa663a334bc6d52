import type { PriceArea, TaxZone } from '../../places/index.ts';
import type { Contract } from '../../tariffs/index.ts';
import type { DemoHome } from './demo-customer.ts';

/** Where the demo home stands in each price area: in Oslo, Stavanger, Trondheim, Tromsø or Bergen. */
const usual: Readonly<Record<PriceArea, { readonly gridOwner: string; readonly taxZone: TaxZone }>> = {
  NO1: { gridOwner: 'elvia', taxZone: 'sor' },
  NO2: { gridOwner: 'lnett', taxZone: 'sor' },
  NO3: { gridOwner: 'tensio-ts', taxZone: 'sor' },
  NO4: { gridOwner: 'arva', taxZone: 'nord_norge' },
  NO5: { gridOwner: 'bkk', taxZone: 'sor' },
};

/** 17 kW: two cars of 11 kW want more. */
const smallFuse = { ampere: 25, phases: 3, net: 'TN' } as const;

/** The demo's home: what is not chosen is as it usually is in the price area, on a spot contract without mark-up. */
export function demoHome(chosen: {
  readonly area?: PriceArea | undefined;
  readonly taxZone?: TaxZone | undefined;
  readonly gridOwner?: string | undefined;
  readonly contract?: Contract | undefined;
  readonly cars?: 1 | 2 | undefined;
}): DemoHome {
  const area = chosen.area ?? 'NO1';
  return {
    area,
    taxZone: chosen.taxZone ?? usual[area].taxZone,
    gridOwner: chosen.gridOwner ?? usual[area].gridOwner,
    contract: chosen.contract ?? { kind: 'spot', markupOrePerKwh: 0 },
    fuse: chosen.cars === 2 ? smallFuse : null,
  };
}
