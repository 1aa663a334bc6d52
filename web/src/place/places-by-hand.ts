import type { Area, Place } from '../api/types.ts';

/**
 * Only NO4 has households that are taxed in different ways: the North without VAT, a few in Trøndelag with it. What the service
 * answers for an area alone, in its order, known before it answers.
 */
export function placesByHand(area: Area): Place[] {
  if (area !== 'NO4') return [{ area, taxZone: 'sor' }];
  return [
    { area, taxZone: 'nord_norge' },
    { area, taxZone: 'tiltakssone' },
    { area, taxZone: 'sor' },
  ];
}
