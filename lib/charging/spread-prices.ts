import { customersInArea } from '../homes/index.ts';
import type { PriceArea } from '../places/index.ts';
import type { Platform } from '../platform/index.ts';
import { sendAll } from './send-all.ts';

/** New prices: every home of the area looks whether they concern its plan, due or not. */
export async function spreadPrices(platform: Platform, area: PriceArea): Promise<void> {
  await sendAll(customersInArea(platform, area), (customerId) =>
    platform.send('charging', { customerId, because: 'prices' }),
  );
}
