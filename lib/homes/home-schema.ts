import * as z from 'zod';
import { priceAreas, taxZones } from '../places/index.ts';
import type { Contract } from '../tariffs/index.ts';
import type { Home, Session } from './home.ts';
import { planSchema } from './plan-schema.ts';
import { ordinaryWishes, type Wishes } from './wishes.ts';

const instant = z.number().int();
const soc = z.number().min(0).max(1);
const mode = z.enum(['plan', 'charge-now', 'pause']);
const count = z.number().int().nonnegative();

const observation = z.object({
  observedAt: instant,
  fetchedAt: instant,
  reach: z.enum(['online', 'asleep', 'offline', 'unknown']),
  soc: soc.nullable(),
  limitSoc: soc.nullable(),
  plug: z.enum(['plugged', 'unplugged', 'unknown']),
  charge: z.enum(['charging', 'starting', 'stopped', 'complete', 'no-power', 'unknown']),
  powerKw: z.number().nullable(),
  maxKw: z.number().nullable(),
  sessionKwh: z.number().nullable(),
  // Absent in what was stored before it was read.
  circuit: z
    .object({
      ampere: z.number().nullable(),
      maxAmpere: z.number().nullable(),
      phases: z.literal([1, 3]).nullable(),
      volts: z.number().nullable(),
    })
    .nullable()
    .default(null),
});

const energyAndMoney = {
  gridKwh: z.number(),
  costOre: z.number(),
  chargeNowOre: z.number(),
  unpriced: z.boolean(),
  // Absent in sessions from before it was told.
  assumed: z.boolean().default(false),
};

const session: z.ZodType<Session> = z.object({
  ...energyAndMoney,
  pluggedInAt: instant,
  meter: z.object({ at: instant, sessionKwh: z.number().nullable(), soc: soc.nullable() }),
  // Adds up from many small energies: rounding each would lose money.
  chargeNowUntilAt: z.number(),
  maxKw: z.number().nullable(),
});

const finishedSession = z.object({
  ...energyAndMoney,
  vehicleRef: z.string(),
  pluggedInAt: instant,
  endedAt: instant,
});

const command = z.object({
  commandId: z.string(),
  kind: z.enum(['start', 'stop', 'set-limit', 'set-current']),
  limitSoc: soc.nullable(),
  ampere: z.number().nullable().default(null),
  state: z.enum(['intended', 'sent', 'confirmed', 'refused', 'unknown', 'superseded']),
  attempt: count,
  intendedAt: instant,
  settledAt: instant.nullable(),
  reason: z.string().nullable(),
});

/** Of wishes that did not exist yet when the item was written, what leaving them out means. */
const wishes: z.ZodType<Wishes> = z.object({
  readyBy: z.string(),
  readyByWeekend: z.string().nullable().default(ordinaryWishes.readyByWeekend),
  targetSoc: soc,
  reserveSoc: soc.default(ordinaryWishes.reserveSoc),
  ceilingSoc: soc.default(ordinaryWishes.ceilingSoc),
  priceLimitOre: z.number().nullable().default(ordinaryWishes.priceLimitOre),
  unbroken: z.boolean().default(ordinaryWishes.unbroken),
  prefer: z.enum(['early', 'late']).default(ordinaryWishes.prefer),
  warmMinutes: count.default(ordinaryWishes.warmMinutes),
  once: z.object({ readyAt: instant, targetSoc: soc }).nullable().default(ordinaryWishes.once),
});

const vehicle = z.object({
  vehicleRef: z.string(),
  grantRef: z.string(),
  provider: z.literal('tesla'),
  batteryKwh: z.number().positive(),
  // Absent in cars linked under a notice that did not tell of it.
  maySetCurrent: z.boolean().default(false),
  wishes,
  mode,
  link: z.enum(['working', 'needs-relink']),
  observed: observation.nullable(),
  session: session.nullable(),
  plan: planSchema.nullable(),
  commands: z.array(command),
  budget: z.object({ date: z.string(), reads: count, commands: count, wakes: count }),
  contact: z.object({ nextReadAt: instant, failures: count, wokenAt: instant.nullable() }),
  owed: z.object({
    pausedByUs: z.boolean(),
    limitSocBefore: soc.nullable(),
    ampereBefore: z.number().nullable().default(null),
  }),
  allowedAmpere: count.nullable().default(null),
});

const markupOrePerKwh = z.number();
const contract: z.ZodType<Contract> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('spot'), markupOrePerKwh }),
  z.object({ kind: z.literal('norgespris'), markupOrePerKwh }),
  z.object({ kind: z.literal('fixed'), markupOrePerKwh, priceOrePerKwh: z.number() }),
]);

const fuse = z.object({
  ampere: z.number().positive(),
  phases: z.union([z.literal(1), z.literal(3)]),
  net: z.enum(['TN', 'IT']),
});

const pendingLink = z.object({
  stateSha256: z.string(),
  provider: z.literal('tesla'),
  language: z.enum(['nb', 'en']),
  noticeVersion: z.string(),
  noticeSha256: z.string(),
  batteryKwh: z.number(),
  expiresAt: instant,
});

const withdrawal = z.object({
  withdrawalId: z.string(),
  requestedAt: instant,
  done: z.array(z.enum(['recorded', 'handed-back', 'compartment', 'revoked', 'tokens-destroyed', 'erased'])),
  attempts: count,
  notBeforeAt: instant,
});

/** The stored item, read as strictly as an answer from outside: what an older version wrote wrongly must not steer a car. */
export const homeSchema: z.ZodType<Home> = z.object({
  customerId: z.string(),
  version: count,
  epoch: count,
  area: z.enum(priceAreas),
  taxZone: z.enum(taxZones),
  gridOwner: z.string().nullable(),
  gridTariffName: z.string().nullable(),
  contract,
  fuse: fuse.nullable().default(null),
  houseYearlyKwh: z.number().nullable().default(null),
  consentRef: z.string().nullable(),
  pendingLink: pendingLink.nullable(),
  vehicles: z.array(vehicle),
  dayPeaks: z.array(z.object({ date: z.string(), kw: z.number().nonnegative() })).default([]),
  carHours: z.array(z.object({ startAt: instant, kwh: z.number().nonnegative() })).default([]),
  grantsToGiveBack: z.array(z.object({ grantRef: z.string(), fromAt: instant })).default([]),
  withdrawal: withdrawal.nullable(),
  finishedSessions: z.array(finishedSession),
  nextDueAt: instant.nullable().default(null),
  dueShard: z.string(),
  createdAt: instant,
});
