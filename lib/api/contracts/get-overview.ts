import * as z from 'zod';
import { apiRoute } from '../api-route.ts';
import { instant, reference } from '../fields.ts';
import { homeFields } from '../home-fields.ts';
import { overviewExample } from './overview-example.ts';
import { overviewVehicle } from './overview-vehicle.ts';

const withdrawalStep = z.enum([
  'recorded',
  'handed-back',
  'compartment',
  'revoked',
  'tokens-destroyed',
  'erased',
]);

const overview = z
  .object({
    now: instant,
    home: z.object(homeFields).meta({ id: 'OverviewHome' }).nullable(),
    vehicles: z.array(overviewVehicle),
    withdrawal: z
      .object({ withdrawalId: reference, requestedAt: instant, done: z.array(withdrawalStep) })
      .meta({ id: 'OverviewWithdrawal', description: 'How far forgetting has come.' })
      .nullable(),
  })
  .meta({ id: 'Overview' });

export type Overview = z.infer<typeof overview>;

export const getOverviewContract = apiRoute({
  operationId: 'getOverview',
  summary: 'The home, its cars and their plans, now',
  description: 'Everything the customer’s page shows. `home` is null until it has been put.',
  method: 'GET',
  path: '/v1/overview',
  status: 200,
  answer: overview,
  problems: [],
  answerExample: overviewExample,
});
