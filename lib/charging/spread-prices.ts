import { customersInArea } from '../homes/index.ts';
import type { PriceArea } from '../places/index.ts';
import type { Platform } from '../platform/index.ts';
import { sendAll } from './send-all.ts';
import { shareOfHome } from './stagger.ts';

/** They come to a whole area at once, half a day before they hold: planning on them is spread over so long. */
const spreadSeconds = 600;

/** New prices: every home of the area looks whether they concern its plan, due or not; each at its own time of the next ten minutes. */
export async function spreadPrices(platform: Platform, area: PriceArea): Promise<void> {
  await sendAll(customersInArea(platform, area), (customerId) =>
    platform.send(
      'charging',
      { customerId, because: 'prices' },
      Math.floor(shareOfHome(customerId) * spreadSeconds),
    ),
  );
}
