import { type Price, priceAt } from '../lib/tariffs/index.ts';
import type { Instant } from '../lib/time/index.ts';
import { findHome, type Home } from './home/find-home.ts';
import { builtInSpot } from './price/built-in-spot.ts';
import { drawPrice } from './price/draw-price.ts';
import { HELP } from './price/help.ts';
import { priceAnswer } from './price/price-answer.ts';
import { readOptions } from './price/read-options.ts';
import { terminal } from './terminal.ts';
import { UsageError } from './usage-error.ts';

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2), Date.now());
  if (options === 'help') {
    process.stdout.write(HELP);
    return;
  }
  const { hourAt, spotOrePerKwh, json } = options;
  const home = findHome(options.home);
  const answer = priceAnswer(home, hourAt, await priceOf(home, hourAt, spotOrePerKwh));
  const isBuiltIn = spotOrePerKwh === null;
  const shown = json ? JSON.stringify(answer) : drawPrice(home, answer, { ...terminal(), isBuiltIn });
  process.stdout.write(`${shown}\n`);
}

async function priceOf(home: Home, hourAt: Instant, spotOrePerKwh: number | null): Promise<Price> {
  const price = priceAt(home, hourAt, spotOrePerKwh ?? (await builtInSpot(home.area, hourAt)));
  if (!price) throw new Error('a price with a known spot cannot be told');
  return price;
}

// Whoever reads us may have seen enough (`| head`).
process.stdout.on('error', () => process.exit());

try {
  await main();
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
}
