import * as z from 'zod';
import { onLambda, scheduleHandler } from '../../lib/platform/index.ts';
import { fetchPrices } from '../../lib/prices/index.ts';

const input = z.strictObject({ days: z.enum(['tomorrow', 'again']) });

export const build = scheduleHandler(input, (body, platform) => fetchPrices(platform, body));
export const handler = onLambda(build);
