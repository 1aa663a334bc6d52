import * as z from 'zod';
import { followPlan } from '../../lib/charging/index.ts';
import { onLambda, queueHandler } from '../../lib/platform/index.ts';
import { recordFinishedSessions } from '../../lib/savings/index.ts';

const message = z.object({ customerId: z.string().min(1), because: z.literal('prices').optional() });

export const build = queueHandler(message, async ({ customerId, because }, platform) => {
  await followPlan(platform, customerId, { because });
  await recordFinishedSessions(platform, customerId);
});
export const handler = onLambda(build);
