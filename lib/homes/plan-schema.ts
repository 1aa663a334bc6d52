import * as z from 'zod';
import { rateNames } from '../tariffs/index.ts';
import type { PlanInForce } from './home.ts';

const instant = z.number().int();

export const planSchema: z.ZodType<PlanInForce> = z.object({
  planId: z.string(),
  madeAt: instant,
  reason: z.enum([
    'plugged-in',
    'prices-arrived',
    'contract-changed',
    'wishes-changed',
    'mode-changed',
    'battery-off-plan',
    'deadline-passed',
    'relinked',
  ]),
  mode: z.enum(['plan', 'charge-now', 'pause']),
  readyAt: instant,
  doneByAt: instant,
  targetSoc: z.number(),
  socAtStart: z.number(),
  maxKw: z.number(),
  slots: z.array(z.object({ startAt: instant, powerKw: z.number(), priceOrePerKwh: z.number() })),
  windows: z.array(z.object({ fromAt: instant, untilAt: instant })),
  endSoc: z.number(),
  status: z.enum(['optimal', 'bounded', 'best-effort', 'no-prices']),
  costOre: z.number(),
  chargeNowOre: z.number(),
  contract: z.enum(['spot', 'norgespris', 'fixed']),
  savedBy: z.object({ powerOre: z.number(), gridOre: z.number(), taxOre: z.number() }),
  assumed: z.array(z.enum(rateNames)),
  gapOre: z.number(),
  shortfallKwh: z.number(),
  solver: z.enum(['greedy', 'lp', 'milp', 'none']),
  explanation: z.array(
    z.enum([
      'cheapest-hours',
      'no-choice',
      'already-charged',
      'negative-prices',
      'flat-prices',
      'too-little-time',
      'prices-unknown',
      'driver-charges-now',
      'driver-paused',
    ]),
  ),
  pricesUsed: z.array(z.string()),
});
