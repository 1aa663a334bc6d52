import * as z from 'zod';
import { apiRoute } from '../api-route.ts';
import { vehiclePath } from '../fields.ts';
import { wishesExample, wishFields, wishInputFields } from '../wish-fields.ts';

export const putWishesContract = apiRoute({
  operationId: 'putWishes',
  summary: 'Say when the car must be ready, how full, and how it may charge',
  description:
    'Takes effect at once: the car is planned again. All wishes are put together: what is left out is as its default. ' +
    '`once.readyAt` must lie ahead, within a week; the ceiling must not be below the target, nor the reserve above it.',
  method: 'PUT',
  path: '/v1/vehicles/{vehicleRef}/wishes',
  status: 200,
  pathParameters: vehiclePath,
  body: z.strictObject(wishInputFields).meta({ id: 'WishesInput' }),
  answer: z.object(wishFields).meta({ id: 'Wishes' }),
  problems: ['not-found', 'home-missing', 'withdrawal-in-progress'],
  bodyExample: wishesExample,
  answerExample: wishesExample,
});
