import * as z from 'zod';
import { instant, orePerKwh, percent, readyBy } from './fields.ts';

const targetPercent = percent('What the battery holds at least when ready').min(50);
const once = z.strictObject({ readyAt: instant, targetPercent }).meta({
  id: 'OnceWish',
  description:
    'One time only, beside the ready times of every day. Sent as null it is undone; one whose time is past is dropped.',
});

/** What a driver can wish of a car, as it is answered. */
export const wishFields = {
  readyBy,
  readyByWeekend: readyBy
    .nullable()
    .meta({ description: 'On Saturdays, Sundays and public holidays instead; null: as every day.' }),
  targetPercent,
  reservePercent: percent('Refilled at once, at any price').max(80),
  ceilingPercent: percent('Never charged past this; a `once` that asks for more goes before it').min(50),
  priceLimitOre: orePerKwh('Dearer quarter hours are used only for the reserve; null: no limit')
    .min(-1000)
    .max(100_000)
    .nullable(),
  unbroken: z.boolean().meta({ description: 'Once begun, charging goes on until it is done.' }),
  prefer: z.enum(['early', 'late']).meta({ description: 'Which of equally cheap plans.' }),
  warmMinutes: z.int().min(0).max(120).meta({
    description: 'The car warms itself from the cable for so long before it is to be ready; 0: it does not.',
  }),
  once: once.nullable(),
};

/** As it is sent: what is left out stays as it is, so that an app that does not know a wish never changes it. */
export const wishInputFields = {
  readyBy,
  readyByWeekend: wishFields.readyByWeekend.optional(),
  targetPercent,
  reservePercent: wishFields.reservePercent.optional(),
  ceilingPercent: wishFields.ceilingPercent.optional(),
  priceLimitOre: wishFields.priceLimitOre.optional(),
  unbroken: wishFields.unbroken.optional(),
  prefer: wishFields.prefer.optional(),
  warmMinutes: wishFields.warmMinutes.optional(),
  once: wishFields.once.optional(),
};

export const wishesExample: { [Field in keyof typeof wishFields]: z.infer<(typeof wishFields)[Field]> } = {
  readyBy: '07:00',
  readyByWeekend: '10:00',
  targetPercent: 80,
  reservePercent: 20,
  ceilingPercent: 90,
  priceLimitOre: null,
  unbroken: false,
  prefer: 'early',
  warmMinutes: 0,
  once: { readyAt: '2026-01-16T04:30:00Z', targetPercent: 100 },
};
