import * as z from 'zod';
import { apiRoute } from '../api-route.ts';
import { vehicleRef } from '../fields.ts';
import { givenReceipt, givenReceiptExample } from './given-receipt.ts';

export const completeLinkContract = apiRoute({
  operationId: 'completeLink',
  summary: 'Complete the link with what the car maker handed back',
  description:
    'Records the consent, then puts the cars on the home. `code` and `state` come from the address the car maker sent ' +
    'the browser back to; each works once.',
  method: 'POST',
  path: '/v1/links/completion',
  status: 201,
  body: z
    .strictObject({ code: z.string().min(1).max(4096), state: z.string().min(1).max(256) })
    .meta({ id: 'LinkCompletionInput' }),
  answer: z
    .object({
      vehicles: z.array(z.object({ vehicleRef }).meta({ id: 'LinkedVehicle' })),
      receipt: givenReceipt,
    })
    .meta({ id: 'LinkCompleted' }),
  problems: ['home-missing', 'link-expired', 'withdrawal-in-progress', 'needs-owner-action', 'vendor-down'],
  bodyExample: { code: 'EU_5c9e…', state: 'Zk2LxYb7cDegQm3zS5vT9a' },
  answerExample: { vehicles: [{ vehicleRef: '8iZzYQ2mT1uYkXv0b3cDfg' }], receipt: givenReceiptExample },
});
