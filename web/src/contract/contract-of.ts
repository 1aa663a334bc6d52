import type { Contract, ContractKind } from '../api/types.ts';

/** Another kind of contract, with what carries over from the one before. A fixed price must be written anew, and has no markup. */
export function contractOf(kind: ContractKind, before: Contract): Contract {
  if (kind === before.kind) return before;
  if (kind === 'fixed') return { kind, markupOrePerKwh: 0, priceOrePerKwh: Number.NaN };
  return { kind, markupOrePerKwh: before.kind === 'fixed' ? 0 : before.markupOrePerKwh };
}

/** Whether every number of it is written. */
export function isWhole(contract: Contract): boolean {
  const { markupOrePerKwh } = contract;
  const price = contract.kind === 'fixed' ? contract.priceOrePerKwh : 0;
  return !Number.isNaN(markupOrePerKwh) && !Number.isNaN(price);
}
