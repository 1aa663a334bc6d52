import * as z from 'zod';
import { apiRoute } from '../api-route.ts';
import { area } from '../fields.ts';
import { homeExample, homeFields } from '../home-fields.ts';
import { fuse, houseYearlyKwh } from '../house-fields.ts';
import { contract, gridOwnerKey, gridTariffName, taxZone } from '../price-fields.ts';

export const putHomeContract = apiRoute({
  operationId: 'putHome',
  summary: 'Say where the home buys its power, and how, and what its fuse carries',
  description:
    'Creates the home or changes it. Price area, tax zone, grid tariff and contract decide the prices, the main fuse what ' +
    'the cars may draw beside the house; no address is asked for. What is left out stays as it is, null clears it: an app ' +
    'that does not know a field never changes it. But what a change makes unknown is cleared unless it is sent too: another ' +
    'price area clears the fuse and the yearly use, another price area or tax zone the grid owner, and another grid owner ' +
    'the tariff’s name. Every change makes the plans anew.',
  method: 'PUT',
  path: '/v1/home',
  status: 200,
  body: z
    .strictObject({
      area,
      taxZone,
      gridOwner: gridOwnerKey.nullable().optional(),
      gridTariffName: gridTariffName.nullable().optional(),
      contract: contract.optional(),
      fuse: fuse.nullable().optional(),
      houseYearlyKwh: houseYearlyKwh.nullable().optional(),
    })
    .meta({ id: 'HomeInput' }),
  answer: z.object(homeFields).meta({ id: 'Home' }),
  problems: ['grid-owner-unknown', 'withdrawal-in-progress'],
  bodyExample: {
    area: 'NO1',
    taxZone: 'sor',
    gridOwner: 'elvia',
    gridTariffName: null,
    contract: { kind: 'spot', markupOrePerKwh: 4.9 },
    fuse: { ampere: 63, phases: 3, net: 'IT' },
    houseYearlyKwh: 16000,
  },
  answerExample: homeExample,
});
