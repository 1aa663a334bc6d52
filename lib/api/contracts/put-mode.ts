import * as z from 'zod';
import { apiRoute } from '../api-route.ts';
import { mode, vehiclePath } from '../fields.ts';

export const putModeContract = apiRoute({
  operationId: 'putMode',
  summary: 'Follow the plan, charge now, or pause',
  description: 'The driver’s word goes before the plan until the car is unplugged or the mode is changed.',
  method: 'PUT',
  path: '/v1/vehicles/{vehicleRef}/mode',
  status: 200,
  pathParameters: vehiclePath,
  body: z.strictObject({ mode }).meta({ id: 'ModeInput' }),
  answer: z.object({ mode }).meta({ id: 'ModeAnswer' }),
  problems: ['not-found', 'home-missing', 'withdrawal-in-progress'],
  bodyExample: { mode: 'charge-now' },
  answerExample: { mode: 'charge-now' },
});
