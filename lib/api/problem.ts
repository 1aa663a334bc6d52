import * as z from 'zod';

/** Problem details (RFC 9457). Never repeats what was sent: a wrong field is named, not shown. */
export const problem = z
  .object({
    type: z.string().meta({ description: 'Identifies the kind of problem.' }),
    title: z.string(),
    status: z.int(),
    code: z.string().meta({ description: 'Stable, for programs.', examples: ['invalid-request'] }),
    field: z
      .string()
      .optional()
      .meta({ description: 'The request field that is wrong.', examples: ['targetPercent'] }),
  })
  .meta({ id: 'Problem' });
