import * as z from 'zod';

/** What the contracts about the house itself share: its fuse and what it uses. Closed, as all that is sent to the service is. */
export const fuse = z
  .strictObject({
    ampere: z
      .number()
      .min(10)
      .max(400)
      .meta({ description: 'What the main fuse carries on each phase, A.', examples: [63] }),
    phases: z.union([z.literal(1), z.literal(3)]),
    net: z
      .enum(['TN', 'IT'])
      .meta({ description: 'TN: 400 V between phases. IT: 230 V between phases, as in most older homes.' }),
  })
  .meta({
    id: 'Fuse',
    description:
      'The main fuse. Plans keep house and cars 2 kW below it, a fifth where it is small: what the house draws is estimated, no meter is ' +
      'read. A charger’s own load balancing is not replaced.',
  });

export const houseYearlyKwh = z
  .number()
  .min(0)
  .max(200_000)
  .meta({
    description: 'What the house uses in a year without its cars, kWh; null: as an ordinary house.',
    examples: [16000],
  });

export const fuseKw = z.number().meta({ description: 'What the main fuse carries, kW.', examples: [25.1] });
