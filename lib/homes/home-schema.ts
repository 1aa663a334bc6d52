import * as z from 'zod';
import { priceAreas, taxZones } from '../places/index.ts';
import type { Contract } from '../tariffs/index.ts';
import type { Home, Session } from './home.ts';
import { planSchema } from './plan-schema.ts';

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
  kind: z.enum(['start', 'stop', 'set-limit']),
  limitSoc: soc.nullable(),
  state: z.enum(['intended', 'sent', 'confirmed', 'refused', 'unknown', 'superseded']),
  attempt: count,
  intendedAt: instant,
  settledAt: instant.nullable(),
  reason: z.string().nullable(),
});

const vehicle = z.object({
  vehicleRef: z.string(),
  grantRef: z.string(),
  provider: z.literal('tesla'),
  batteryKwh: z.number().positive(),
  wishes: z.object({ readyBy: z.string(), targetSoc: soc }),
  mode,
  link: z.enum(['working', 'needs-relink']),
  observed: observation.nullable(),
  session: session.nullable(),
  plan: planSchema.nullable(),
  commands: z.array(command),
  budget: z.object({ date: z.string(), reads: count, commands: count, wakes: count }),
  contact: z.object({ nextReadAt: instant, failures: count, wokenAt: instant.nullable() }),
  owed: z.object({ pausedByUs: z.boolean(), limitSocBefore: soc.nullable() }),
});

const markupOrePerKwh = z.number();
const contract: z.ZodType<Contract> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('spot'), markupOrePerKwh }),
  z.object({ kind: z.literal('norgespris'), markupOrePerKwh }),
  z.object({ kind: z.literal('fixed'), markupOrePerKwh, priceOrePerKwh: z.number() }),
]);

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
  consentRef: z.string().nullable(),
  pendingLink: pendingLink.nullable(),
  vehicles: z.array(vehicle),
  grantsToGiveBack: z.array(z.object({ grantRef: z.string(), fromAt: instant })).default([]),
  withdrawal: withdrawal.nullable(),
  finishedSessions: z.array(finishedSession),
  nextDueAt: instant.nullable().default(null),
  dueShard: z.string(),
  createdAt: instant,
});
