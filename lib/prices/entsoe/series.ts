import * as z from 'zod';
import { ServiceError } from '../../platform/index.ts';
import type { PriceBlock } from '../price-block.ts';
import { blocksOfPeriod, period } from './period.ts';

/** Enough to tell whether a series is ours to read. */
const header = z.object({
  'contract_MarketAgreement.type': z.string(),
  'classificationSequence_AttributeInstanceComponent.position': z.string().optional(),
});

/** What the price of a Norwegian day-ahead series must be stated in. A series without a curve type is read as strict A01. */
const dayAhead = z.object({
  'in_Domain.mRID': z.string(),
  'out_Domain.mRID': z.string(),
  'currency_Unit.name': z.literal('EUR'),
  'price_Measure_Unit.name': z.literal('MWH'),
  curveType: z.enum(['A01', 'A03']).default('A01'),
  Period: z.array(period),
});

/**
 * The prices of every day-ahead series (contract A01; classification absent or 1: the coupled auction). Intraday
 * auctions and other auctions' sequences are left out. Throws `bad-answer` for another area, currency or unit.
 */
export function blocksOf(series: readonly unknown[], areaCode: string): PriceBlock[] {
  return series.filter(isDayAhead).flatMap((one) => {
    const parsed = dayAhead.safeParse(one);
    if (!parsed.success) throw new ServiceError('bad-answer', { retryable: true });
    const { 'in_Domain.mRID': into, 'out_Domain.mRID': outOf, curveType, Period } = parsed.data;
    if (into !== areaCode || outOf !== areaCode) throw new ServiceError('bad-answer', { retryable: true });
    return Period.flatMap((each) => blocksOfPeriod(each, curveType));
  });
}

function isDayAhead(series: unknown): boolean {
  const parsed = header.safeParse(series);
  if (!parsed.success) throw new ServiceError('bad-answer', { retryable: true });
  const sequence = parsed.data['classificationSequence_AttributeInstanceComponent.position'] ?? '1';
  return parsed.data['contract_MarketAgreement.type'] === 'A01' && sequence === '1';
}
