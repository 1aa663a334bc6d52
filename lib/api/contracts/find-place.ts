import * as z from 'zod';
import { apiRoute } from '../api-route.ts';
import { area } from '../fields.ts';
import { gridOwnerKey, gridOwnerName, gridTariffName, taxZone } from '../price-fields.ts';

const body = z
  .strictObject({
    postcode: z
      .string()
      .regex(/^\d{4}$/)
      .optional()
      .meta({ description: 'Four digits.', examples: ['0150'] }),
    // Any text: a number mistyped is told to be one, not to be of a wrong form.
    meteringPointId: z
      .string()
      .max(32)
      .optional()
      .meta({
        description: 'GS1 number of the metering point (målepunkt-ID), 18 digits, as on the grid invoice.',
        examples: ['707057500000000001'],
      }),
    area: area.optional(),
  })
  .refine((given) => Object.values(given).filter((value) => value !== undefined).length === 1, {
    path: ['postcode'],
  })
  .meta({ id: 'PlaceInput', description: 'Exactly one of the three.' });

export const findPlaceContract = apiRoute({
  operationId: 'findPlace',
  summary: 'Where a home lies: price area, tax zone and who owns the grid',
  description:
    'By postcode, by the number of the metering point, or by price area alone. What is sent is used for this answer and ' +
    'kept nowhere; it is a POST so that it is in no address and no access log.',
  method: 'POST',
  path: '/v1/places',
  status: 200,
  body,
  answer: z
    .object({
      municipality: z
        .string()
        .nullable()
        .meta({ description: 'Of the postcode; null where another way was taken.', examples: ['Oslo'] }),
      places: z.array(z.object({ area, taxZone }).meta({ id: 'Place' })).meta({
        description: 'One: it is there for certain. Several: ask the customer; the likeliest first.',
      }),
      gridOwners: z
        .array(
          z
            .object({ key: gridOwnerKey, name: gridOwnerName, tariffNames: z.array(gridTariffName) })
            .meta({ id: 'GridOwnerChoice' }),
        )
        .meta({
          description:
            'Who may own the grid there, by name. `tariffNames` has more than one where the customer must choose.',
        }),
    })
    .meta({ id: 'PlaceFound' }),
  problems: ['postcode-unknown', 'metering-point-invalid', 'metering-point-unknown'],
  bodyExample: { postcode: '0150' },
  answerExample: {
    municipality: 'Oslo',
    places: [{ area: 'NO1', taxZone: 'sor' }],
    gridOwners: [{ key: 'elvia', name: 'Elvia AS', tariffNames: [] }],
  },
});
