import * as z from 'zod';
import { apiRoute } from '../api-route.ts';
import { area, vatPercent } from '../fields.ts';

export const putHomeContract = apiRoute({
  operationId: 'putHome',
  summary: 'Say where the home buys its power',
  description:
    'Creates the home or changes it. The price area and the VAT rate decide the prices; no address is asked for.',
  method: 'PUT',
  path: '/v1/home',
  status: 200,
  body: z.strictObject({ area, vatPercent }).meta({ id: 'HomeInput' }),
  answer: z.object({ area, vatPercent }).meta({ id: 'Home' }),
  problems: ['withdrawal-in-progress'],
  bodyExample: { area: 'NO1', vatPercent: 25 },
  answerExample: { area: 'NO1', vatPercent: 25 },
});
