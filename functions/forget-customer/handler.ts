import * as z from 'zod';
import { forget } from '../../lib/consent/index.ts';
import { onLambda, queueHandler } from '../../lib/platform/index.ts';

export const build = queueHandler(z.object({ customerId: z.string().min(1) }), ({ customerId }, platform) =>
  forget(platform, customerId),
);
export const handler = onLambda(build);
