import * as z from 'zod';
import { apiRoute } from '../api-route.ts';
import { percent, readyBy, vehiclePath } from '../fields.ts';

const targetPercent = percent('What the battery holds at least when ready').min(50);

export const putWishesContract = apiRoute({
  operationId: 'putWishes',
  summary: 'Say when the car must be ready, and how full',
  description: 'Takes effect at once: the car is planned again.',
  method: 'PUT',
  path: '/v1/vehicles/{vehicleRef}/wishes',
  status: 200,
  pathParameters: vehiclePath,
  body: z.strictObject({ readyBy, targetPercent }).meta({ id: 'WishesInput' }),
  answer: z.object({ readyBy, targetPercent }).meta({ id: 'Wishes' }),
  problems: ['not-found', 'home-missing', 'withdrawal-in-progress'],
  bodyExample: { readyBy: '07:00', targetPercent: 80 },
  answerExample: { readyBy: '07:00', targetPercent: 80 },
});
