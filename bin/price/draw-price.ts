import { type Paint, paintFor, type Tone } from '../../lib/planning/index.ts';
import type { PriceParts, RateName } from '../../lib/tariffs/index.ts';
import type { Home } from '../home/find-home.ts';
import { homeNotes } from '../home/home-notes.ts';
import { contractNames, whereabouts } from '../home/home-words.ts';
import { isGridLeftOut } from '../home/is-grid-left-out.ts';
import { drawBars } from './draw-bars.ts';
import type { PriceAnswer } from './price-answer.ts';

const LABEL_WIDTH = 24;
const ORE_WIDTH = 9;

interface DrawOptions {
  readonly width: number;
  readonly color: boolean;
  /** Whether the spot price is one of the built-in days, and no real one. */
  readonly isBuiltIn: boolean;
}

interface Row {
  readonly label: string;
  readonly ore: number;
  readonly tone: Tone;
  readonly rates: readonly RateName[];
}

/** The price for people: each part as a bar that begins where the one above it ends, and their sum. */
export function drawPrice(home: Home, answer: PriceAnswer, { width, color, isBuiltIn }: DrawOptions): string {
  const paint = paintFor(color);
  const rows = rowsOf(home.contract.kind, answer.parts);
  const assumed = answer.assumed.filter((rate) => !(rate === 'gridEnergy' && isGridLeftOut(home)));
  const bars = drawBars(
    rows.map(({ ore }) => ore),
    width - LABEL_WIDTH - ORE_WIDTH - 4,
  );
  const lines = rows.map(({ label, ore, tone, rates }, i) => {
    const mark = rates.some((rate) => assumed.includes(rate)) ? ' *' : '';
    return `${line(`${label}${mark}`, ore)}  ${paint(ore < 0 ? 'less' : tone, bars.parts[i] ?? '')}`.trimEnd();
  });
  const sum = `${paint('strong', line('you pay, øre/kWh', answer.oreInclVat))}  ${paint('plain', bars.sum)}`;
  const notes = [
    ...(assumed.length > 0 ? ['* Assumed: not known for this hour, so the nearest known rate is used.'] : []),
    ...homeNotes(home),
    ...(isBuiltIn ? ['Spot is that of the built-in days, not a real one; --spot-ore gives another.'] : []),
  ].map((note) => paint('faint', ` ${note}`));
  const below = notes.length > 0 ? ['', ...notes] : [];
  return [...head(home, answer, paint), ...lines, sum.trimEnd(), ...below].join('\n');
}

function rowsOf(kind: Home['contract']['kind'], parts: PriceParts): Row[] {
  return [
    { label: kind === 'fixed' ? 'fixed price' : 'spot', ore: parts.spot, tone: 'plain', rates: [] },
    { label: 'markup (påslag)', ore: parts.markup, tone: 'plain', rates: [] },
    {
      label: kind === 'norgespris' ? 'Norgespris settlement' : 'support (strømstøtte)',
      ore: parts.support,
      tone: 'plain',
      rates: ['supportThreshold', 'norgespris'],
    },
    { label: 'grid (energiledd)', ore: parts.gridEnergy, tone: 'grid', rates: ['gridEnergy'] },
    { label: 'tax (elavgift)', ore: parts.electricityTax, tone: 'taxes', rates: ['electricityTax'] },
    { label: 'Enova fee', ore: parts.enova, tone: 'taxes', rates: ['enova'] },
    { label: 'VAT (mva.)', ore: parts.vat, tone: 'taxes', rates: [] },
  ];
}

function head(home: Home, { hour }: PriceAnswer, paint: Paint): string[] {
  const when = `${hour.slice(0, 10)}, the hour from ${hour.slice(11, 16)} (${hour.slice(19)})`;
  return [
    paint('strong', ` ${contractNames[home.contract.kind]}, ${when}`),
    paint('faint', ` ${whereabouts(home)}`),
    '',
  ];
}

function line(label: string, ore: number): string {
  const amount = ore.toFixed(2).replace('-', '−');
  return ` ${label.padEnd(LABEL_WIDTH)}${amount.padStart(ORE_WIDTH)}`;
}
