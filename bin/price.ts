import { priceText } from './price/price-text.ts';
import { terminal } from './terminal.ts';
import { UsageError } from './usage-error.ts';

// Whoever reads us may have seen enough (`| head`).
process.stdout.on('error', () => process.exit());

try {
  process.stdout.write(await priceText(process.argv.slice(2), Date.now(), terminal()));
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
}
