import * as z from 'zod';
import { apiRoute } from '../api-route.ts';
import { vehiclePath } from '../fields.ts';
import { wishesExample, wishFields, wishInputFields } from '../wish-fields.ts';

export const putWishesContract = apiRoute({
  operationId: 'putWishes',
  summary: 'Say when the car must be ready, how full, and how it may charge',
  description:
    'Takes effect at once: the car is planned again. What is left out stays as it is, but for a reserve or a ceiling that the new ' +
    'target does not leave room for: it follows the target. Null clears. `once.readyAt` must lie within a week. Of what is sent, the ' +
    'ceiling must not be below the target, nor the reserve above it or above `once.targetPercent`.',
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
