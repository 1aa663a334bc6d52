import type { Contract } from '../../lib/tariffs/index.ts';
import type { Home } from './find-home.ts';

/** What a contract is called at the head of a drawing. */
export const contractNames = {
  spot: 'Spot',
  norgespris: 'Norgespris',
  fixed: 'Fixed price',
} as const satisfies Record<Contract['kind'], string>;

const zoneNames = {
  sor: 'with VAT',
  nord_norge: 'no VAT (Nord-Norge)',
  tiltakssone: 'no VAT, no electricity tax (tiltakssone)',
} as const satisfies Record<Home['taxZone'], string>;

/** `Elvia AS in NO1, with VAT`. */
export function whereabouts({ gridOwner, area, taxZone }: Home): string {
  return `${gridOwner.name} in ${area}, ${zoneNames[taxZone]}`;
}
