/** The home's main fuse, as it is printed on it. `IT`: three phases of 230 V between them, as in most older Norwegian homes; `TN`: 400 V. */
export interface Fuse {
  readonly ampere: number;
  readonly phases: 1 | 3;
  readonly net: 'TN' | 'IT';
}

const volts = { TN: 400, IT: 230 } as const;
const onePhaseVolts = 230;

/** What the fuse carries, kW: √3·U·I on three phases, 230 V·I on one. */
export function fuseKw({ ampere, phases, net }: Fuse): number {
  const kva = phases === 1 ? onePhaseVolts * ampere : Math.sqrt(3) * volts[net] * ampere;
  return kva / 1000;
}

/** What a house draws for minutes above its hourly mean, kW: an oven, a water heater. */
const peaksAboveMeanKw = 2;
/** A small fuse belongs to a small house: not more than this share of it is kept free. */
const largestMargin = 0.2;

/**
 * What plans keep house and cars below, kW: the fuse less a margin, because what the house draws is an hourly mean that nobody measures
 * (docs/decisions). It does not replace a charger's own load balancing.
 */
export function plannedFuseKw(fuse: Fuse): number {
  const kw = fuseKw(fuse);
  return kw - Math.min(peaksAboveMeanKw, largestMargin * kw);
}
