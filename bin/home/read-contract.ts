import type { Contract } from '../../lib/tariffs/index.ts';
import { readNumber } from '../read-number.ts';
import { UsageError } from '../usage-error.ts';

const FIXED = 'fixed:';
const FIXED_ORE = [0, 1000] as const;

/** `spot`, `norgespris` or `fixed:ORE`, øre/kWh ex VAT. */
export function readContract(text: string, markupOrePerKwh: number): Contract {
  if (text === 'spot' || text === 'norgespris') return { kind: text, markupOrePerKwh };
  if (!text.startsWith(FIXED))
    throw new UsageError('--contract: must be spot, norgespris or fixed:ORE (like fixed:62.5)');
  const priceOrePerKwh = readNumber('--contract fixed:ORE', text.slice(FIXED.length), FIXED_ORE);
  return { kind: 'fixed', markupOrePerKwh, priceOrePerKwh };
}
