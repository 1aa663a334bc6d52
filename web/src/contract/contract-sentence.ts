import type { Contract, TaxZone } from '../api/types.ts';
import type { Format } from '../words/format.ts';
import type { Words } from '../words/nb.ts';
import { vatFactor } from './vat.ts';

/** 'Spotpris, påslag 4,9 øre/kWh', incl. VAT where there is VAT. */
export function contractSentence(contract: Contract, zone: TaxZone, words: Words, format: Format): string {
  const { kinds, withMarkup, withPrice } = words.contract;
  const kind = kinds[contract.kind];
  const written = (ore: number) => format.orePlain(ore * vatFactor(zone));
  if (contract.kind === 'fixed') return withPrice(kind, written(contract.priceOrePerKwh));
  return contract.markupOrePerKwh === 0 ? kind : withMarkup(kind, written(contract.markupOrePerKwh));
}
