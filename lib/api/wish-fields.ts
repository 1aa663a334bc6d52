import * as z from 'zod';
import { ordinaryWishes } from '../homes/index.ts';
import { instant, orePerKwh, percent, readyBy } from './fields.ts';

const targetPercent = percent('What the battery holds at least when ready').min(50);
const once = z.strictObject({ readyAt: instant, targetPercent }).meta({
  id: 'OnceWish',
  description: 'One time only, beside the ready times of every day. Sent as null it is undone.',
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

/** As it is sent: what is left out is as an ordinary car has it. */
export const wishInputFields = {
  readyBy,
  readyByWeekend: wishFields.readyByWeekend.default(ordinaryWishes.readyByWeekend),
  targetPercent,
  reservePercent: wishFields.reservePercent.default(ordinaryWishes.reserveSoc * 100),
  ceilingPercent: wishFields.ceilingPercent.default(ordinaryWishes.ceilingSoc * 100),
  priceLimitOre: wishFields.priceLimitOre.default(ordinaryWishes.priceLimitOre),
  unbroken: wishFields.unbroken.default(ordinaryWishes.unbroken),
  prefer: wishFields.prefer.default(ordinaryWishes.prefer),
  warmMinutes: wishFields.warmMinutes.default(ordinaryWishes.warmMinutes),
  once: wishFields.once.default(null),
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
