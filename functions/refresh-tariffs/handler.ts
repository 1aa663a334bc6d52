import * as z from 'zod';
import { refreshTariffs } from '../../lib/grid-owners/index.ts';
import { onLambda, scheduleHandler } from '../../lib/platform/index.ts';

const input = z.strictObject({ source: z.enum(['fri-nettleie', 'digin']) });

export const build = scheduleHandler(input, (body, platform) => refreshTariffs(platform, body));
export const handler = onLambda(build);
