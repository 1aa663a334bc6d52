import * as z from 'zod';
import { spreadPrices } from '../../lib/charging/index.ts';
import { priceAreas } from '../../lib/places/index.ts';
import { eventHandler, onLambda } from '../../lib/platform/index.ts';

const detail = z.object({ area: z.enum(priceAreas) });

export const build = eventHandler(detail, ({ area }, platform) => spreadPrices(platform, area));
export const handler = onLambda(build);
