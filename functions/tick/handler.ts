import * as z from 'zod';
import { sweepDue } from '../../lib/charging/index.ts';
import { onLambda, scheduleHandler } from '../../lib/platform/index.ts';

export const build = scheduleHandler(z.object({}), (_input, platform) => sweepDue(platform));
export const handler = onLambda(build);
