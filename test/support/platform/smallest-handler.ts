import * as z from 'zod';
import { apiHandler, onLambda } from '../../../lib/platform/index.ts';

/** The least that a function can be: what its bundle weighs, the platform weighs. */
export const build = apiHandler(
  {
    operationId: 'putEcho',
    summary: 'Says it again',
    method: 'PUT',
    path: '/echo',
    status: 200,
    body: z.strictObject({ text: z.string() }),
    answer: z.object({ text: z.string() }),
  },
  async ({ body }) => body,
);
export const handler = onLambda(build);
