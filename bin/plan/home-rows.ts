import type { PriceMakeUp } from '../../lib/planning/index.ts';
import type { Price } from '../../lib/tariffs/index.ts';
import type { Home } from '../home/find-home.ts';
import { homeNotes } from '../home/home-notes.ts';
import { contractNames, whereabouts } from '../home/home-words.ts';

/** The rows of the drawing that tell the home's price in words, NOK/kWh. */
export function homeRows(
  home: Home,
  prices: readonly Price[],
  assumed: string | null,
  notes: readonly string[],
): PriceMakeUp['rows'] {
  const range = (orePart: (price: Price) => number) => rangeOf(prices.map((price) => orePart(price) / 100));
  const power = range(({ parts }) => parts.spot + parts.markup + parts.support);
  const grid = range(({ parts }) => parts.gridEnergy);
  const taxes = range(({ parts }) => parts.electricityTax + parts.enova + parts.vat);
  const made = `power after support ${power} and grid tariff ${grid} ex VAT, taxes and all VAT ${taxes} NOK/kWh`;
  return [
    ['price', `${contractNames[home.contract.kind]}, ${whereabouts(home)}: ${made}`],
    ...(assumed ? [['assumed', assumed] as const] : []),
    ...[...notes, ...homeNotes(home)].map((note) => ['note', note] as const),
  ];
}

function rangeOf(amounts: readonly number[]): string {
  const [least, most] = [Math.min(...amounts), Math.max(...amounts)].map(inWords);
  return least === most ? `${most}` : `${least} to ${most}`;
}

function inWords(nok: number): string {
  return (Math.round(nok * 100) / 100 + 0).toFixed(2).replace('-', '−');
}
