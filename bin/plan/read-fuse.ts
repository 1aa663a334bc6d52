import { readNumber } from '../read-number.ts';
import { UsageError } from '../usage-error.ts';

const AMPERE = [1, 400] as const;
/** Volts between phases; a single phase has 230 V in either net. */
const VOLTS = { TN: 400, IT: 230 } as const;
const ONE_PHASE_VOLTS = 230;

interface Given {
  readonly fuse?: string | undefined;
  readonly net?: string | undefined;
  readonly phases?: string | undefined;
}

/** What a main fuse like `25A` carries, kW: √3 × voltage between phases × current, three phases and 400 V unless told. Null where none is told. */
export function readFuseKw({ fuse, net: netName, phases: count }: Given): number | null {
  if (fuse === undefined) {
    if (netName !== undefined) throw new UsageError('--net: goes with --fuse');
    if (count !== undefined) throw new UsageError('--phases: goes with --fuse');
    return null;
  }
  const phases = count ?? '3';
  const net = netName?.toUpperCase() ?? 'TN';
  if (net !== 'TN' && net !== 'IT') throw new UsageError('--net: must be TN (400 V) or IT (230 V)');
  if (phases !== '1' && phases !== '3') throw new UsageError('--phases: must be 1 or 3');
  const ampere = readNumber('--fuse', fuse.replace(/\s*A$/i, ''), AMPERE);
  const watts = phases === '1' ? ONE_PHASE_VOLTS * ampere : Math.sqrt(3) * VOLTS[net] * ampere;
  return Math.floor(watts) / 1000;
}
