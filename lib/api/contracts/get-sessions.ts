import * as z from 'zod';
import { apiRoute } from '../api-route.ts';
import { instant, vehicleRef } from '../fields.ts';
import { meterFields, sumFields } from './meter-fields.ts';

export const getSessionsContract = apiRoute({
  operationId: 'getSessions',
  summary: 'Past charging, and what it saved',
  description: 'Ended sessions, newest first. A total is the sum of the rows as shown.',
  method: 'GET',
  path: '/v1/sessions',
  status: 200,
  answer: z
    .object({
      sessions: z.array(
        z
          .object({ vehicleRef, pluggedInAt: instant, endedAt: instant, ...meterFields })
          .meta({ id: 'PastSession' }),
      ),
      total: z.object(sumFields).meta({ id: 'SessionsTotal' }),
    })
    .meta({ id: 'Sessions' }),
  problems: [],
  answerExample: {
    sessions: [
      {
        vehicleRef: '8iZzYQ2mT1uYkXv0b3cDfg',
        pluggedInAt: '2026-01-12T16:00:00Z',
        endedAt: '2026-01-13T06:10:00Z',
        gridKwh: 33.4,
        costOre: 3120,
        chargeNowOre: 5210,
        savedOre: 2090,
        unpriced: false,
        assumed: false,
      },
    ],
    total: { gridKwh: 33.4, costOre: 3120, chargeNowOre: 5210, savedOre: 2090 },
  },
});
