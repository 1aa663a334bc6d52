import * as z from 'zod';
import { instant, kwh, ore, orePerKwh, percent } from '../fields.ts';
import { assumedRates, contractKind } from '../price-fields.ts';

const reason = z
  .enum([
    'plugged-in',
    'prices-arrived',
    'contract-changed',
    'wishes-changed',
    'mode-changed',
    'battery-off-plan',
    'deadline-passed',
    'relinked',
  ])
  .meta({ id: 'PlanReason', description: 'Why this plan replaced the one before.' });

const explanation = z
  .enum([
    'cheapest-hours',
    'no-choice',
    'already-charged',
    'negative-prices',
    'flat-prices',
    'too-little-time',
    'prices-unknown',
    'driver-charges-now',
    'driver-paused',
  ])
  .meta({ id: 'ExplanationKey' });

const slot = z
  .object({
    start: instant,
    powerKw: z
      .number()
      .meta({ description: 'Mean power of the quarter hour, kW, grid side.', examples: [11] }),
    priceOrePerKwh: orePerKwh('The price it was planned on, incl. VAT'),
  })
  .meta({ id: 'PlanSlot' });

export const overviewPlan = z
  .object({
    madeAt: instant,
    reason,
    readyAt: instant,
    doneBy: instant.meta({
      description: 'It is done by then, a reserve before `readyAt`; no plan that is done by then costs less.',
    }),
    targetPercent: percent('What the plan charges to'),
    status: z.enum(['optimal', 'bounded', 'best-effort', 'no-prices']),
    costOre: ore('What the plan costs'),
    chargeNowOre: ore('What charging at once costs'),
    savedOre: ore('The difference'),
    contract: contractKind,
    savedBy: z
      .object({
        powerOre: ore('On power after support: spot, mark-up and support'),
        gridOre: ore('On the energy charge of the grid tariff'),
        taxOre: ore('On taxes: not 0 only where a rate changes in the night'),
      })
      .meta({
        id: 'SavedBy',
        description: 'What decided: `savedOre` by what made the difference. Adds up to it.',
      }),
    assumed: assumedRates,
    gapOre: ore('How far from the cheapest plan it can be at most'),
    shortfallKwh: kwh('What is missing at departure; 0 when the target is reached'),
    solver: z.enum(['greedy', 'lp', 'milp', 'none']),
    explanation: z.array(explanation),
    windows: z
      .array(z.object({ from: instant, until: instant }).meta({ id: 'PlanWindow' }))
      .meta({ description: 'When it charges, ascending.' }),
    slots: z.array(slot).meta({ description: 'Consecutive quarter hours.' }),
    pricesUsed: z.array(z.string()).meta({
      description: 'area/date/revision of each price day, grid/date/fingerprint of each day’s grid tariff.',
      examples: [['NO1/2026-01-12/1', 'grid/2026-01-12/5f1c09ab']],
    }),
  })
  .meta({ id: 'OverviewPlan' });
