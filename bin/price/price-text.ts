import { type Price, priceAt } from '../../lib/tariffs/index.ts';
import type { Instant } from '../../lib/time/index.ts';
import { findHome, type Home } from '../home/find-home.ts';
import { builtInSpot } from './built-in-spot.ts';
import { drawPrice } from './draw-price.ts';
import { HELP } from './help.ts';
import { priceAnswer } from './price-answer.ts';
import { readOptions } from './read-options.ts';

/** What the price command prints. Throws UsageError with one line for a wrong command line. */
export async function priceText(
  args: readonly string[],
  nowAt: Instant,
  screen: { readonly width: number; readonly color: boolean },
): Promise<string> {
  const options = readOptions(args, nowAt);
  if (options === 'help') return HELP;
  const { hourAt, spotOrePerKwh, json } = options;
  const home = findHome(options.home);
  const answer = priceAnswer(home, hourAt, await priceOf(home, hourAt, spotOrePerKwh));
  const isBuiltIn = spotOrePerKwh === null;
  return `${json ? JSON.stringify(answer) : drawPrice(home, answer, { ...screen, isBuiltIn })}\n`;
}

async function priceOf(home: Home, hourAt: Instant, spotOrePerKwh: number | null): Promise<Price> {
  const price = priceAt(home, hourAt, spotOrePerKwh ?? (await builtInSpot(home.area, hourAt)));
  if (!price) throw new Error('a price with a known spot cannot be told');
  return price;
}
