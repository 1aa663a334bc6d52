import { priceText } from '../../../bin/price/price-text.ts';
import { UsageError } from '../../../bin/usage-error.ts';

/** What the price command prints in a pipe and its exit code, without a process of its own. */
export async function printedPrice(args: readonly string[]) {
  try {
    return { out: await priceText(args, Date.now(), { width: 80, color: false }), err: '', code: 0 };
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    return { out: '', err: `${error.message}\n`, code: 2 };
  }
}
