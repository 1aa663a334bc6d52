import * as z from 'zod';
import { rateNames } from '../tariffs/index.ts';
import type { PlanInForce } from './plan-in-force.ts';
import {
  explanationKeys,
  planReasons,
  planStatuses,
  solverNames,
  wouldCostChanges,
} from './plan-in-force.ts';

const instant = z.number().int();

const capacity = z.object({
  riseOre: z.number(),
  chargeNowRiseOre: z.number(),
  demandKw: z.number(),
  demandAloneKw: z.number(),
  uptoKw: z.number().nullable(),
  feeOre: z.number(),
  chargeNowFeeOre: z.number().optional(),
  roomOre: z.number().optional(),
  peaks: z
    .array(z.object({ date: z.string(), kw: z.number(), known: z.boolean().default(false) }))
    .optional(),
  assumed: z.boolean(),
});

/** What a default is given for is absent in plans from before homes were planned. */
export const planSchema: z.ZodType<PlanInForce> = z.object({
  planId: z.string(),
  madeAt: instant,
  reason: z.enum(planReasons),
  mode: z.enum(['plan', 'charge-now', 'pause']),
  readyAt: instant,
  doneByAt: instant,
  targetSoc: z.number(),
  socAtStart: z.number(),
  maxKw: z.number(),
  slots: z.array(
    z.object({
      startAt: instant,
      powerKw: z.number(),
      priceOrePerKwh: z.number(),
      houseKw: z.number().optional(),
    }),
  ),
  windows: z.array(
    z.object({ fromAt: instant, untilAt: instant, ampere: z.number().int().nullable().default(null) }),
  ),
  endSoc: z.number(),
  status: z.enum(planStatuses),
  costOre: z.number(),
  chargeNowOre: z.number(),
  contract: z.enum(['spot', 'norgespris', 'fixed']),
  savedBy: z.object({ powerOre: z.number(), gridOre: z.number(), taxOre: z.number() }),
  assumed: z.array(z.enum(rateNames)),
  gapOre: z.number(),
  shortfallKwh: z.number(),
  solver: z.enum(solverNames),
  explanation: z.array(z.enum(explanationKeys)),
  pricesUsed: z.array(z.string()),
  capacity: capacity.nullable().default(null),
  fuseKw: z.number().nullable().default(null),
  together: z.number().int().default(1),
  othersKey: z.string().default(''),
  wishesKey: z.string().default(''),
  kwPerAmpere: z.number().nullable().default(null),
  guessedFromAt: instant.nullable().default(null),
  nineInTenOre: z.number().nullable().default(null),
  wouldCost: z.array(z.object({ change: z.enum(wouldCostChanges), ore: z.number() })).default([]),
});
