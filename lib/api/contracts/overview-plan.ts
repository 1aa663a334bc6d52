import * as z from 'zod';
import {
  explanationKeys,
  homeExplanationKeys,
  planReasons,
  planStatuses,
  solverNames,
  wouldCostChanges,
} from '../../homes/index.ts';
import { ampere, instant, kw, kwh, ore, orePerKwh, percent } from '../fields.ts';
import { assumedRates, contractKind } from '../price-fields.ts';

const reason = z
  .enum(planReasons)
  .meta({ id: 'PlanReason', description: 'Why this plan replaced the one before.' });

const explanation = z.enum(explanationKeys).meta({ id: 'ExplanationKey' });

const monthPeak = z
  .object({
    date: z.iso.date(),
    kw: kw('Highest clock hour of the day, house and cars'),
    known: z.boolean().meta({
      description:
        'What the cars took that day was measured; false: what the house alone is expected to have drawn.',
    }),
  })
  .meta({ id: 'MonthPeak' });

const wouldCost = z
  .object({
    change: z.enum(wouldCostChanges).meta({ id: 'WouldCostChange' }),
    ore: ore('What this one change would add to the cost of the home; below 0 where it would save'),
  })
  .meta({ id: 'WouldCost' });

const capacity = z
  .object({
    riseOre: ore('What the plans of all cars add to the month’s capacity fee'),
    chargeNowRiseOre: ore('What charging at once would have added'),
    demandKw: kw('Mean of the month’s highest days, house and cars together'),
    demandAloneKw: kw('The same of the house alone'),
    uptoKw: kw('The step that this demand is on reaches up to here; null on the last').nullable(),
    feeOre: ore('The month’s fee on this step'),
    chargeNowFeeOre: ore(
      'What the month’s fee would be had the cars charged at once; against `feeOre`, of the month: nights do not add up',
    ),
    roomOre: ore(
      'What tonight costs more because room under the step is kept for the rest of the month; 0 where none is kept',
    ),
    peaks: z.array(monthPeak).meta({
      description: 'The month’s highest days so far, as many as the fee counts, highest first.',
    }),
    assumed: z.boolean().meta({ description: 'The owner’s rule or figures are not known for these days.' }),
  })
  .meta({
    id: 'PlanCapacity',
    description: 'What the home’s cars make of the month’s capacity fee: the same on each plan of the home.',
  });

const slot = z
  .object({
    start: instant,
    powerKw: z
      .number()
      .meta({ description: 'Mean power of the quarter hour, kW, grid side.', examples: [11] }),
    priceOrePerKwh: orePerKwh('The price it was planned on, incl. VAT'),
    houseKw: kw('What the house itself is expected to draw; null where no forecast was made').nullable(),
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
    status: z.enum(planStatuses),
    costOre: ore('What the energy of this car’s plan costs'),
    chargeNowOre: ore('What the same energy costs at once'),
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
    gapOre: ore(
      'No plan for the cars that were planned together is cheaper by more than this and `capacity.roomOre`, energy and fee. Of the home: the same on each of their plans',
    ),
    shortfallKwh: kwh('What is missing at departure; 0 when the target is reached'),
    solver: z.enum(solverNames),
    explanation: z
      .array(explanation)
      .meta({ description: 'What decided this car’s plan, the main thing first.' }),
    homeExplanation: z.array(z.enum(homeExplanationKeys)).meta({
      description:
        'What decided the plans of all cars that were planned together: the same on each, to be said once.',
    }),
    windows: z
      .array(
        z
          .object({
            from: instant,
            until: instant,
            ampere: ampere('On each phase; null: as much as the car takes').nullable(),
          })
          .meta({ id: 'PlanWindow' }),
      )
      .meta({ description: 'When it charges, ascending.' }),
    slots: z.array(slot).meta({ description: 'Consecutive quarter hours.' }),
    pricesUsed: z.array(z.string()).meta({
      description: 'area/date/revision of each price day, grid/date/fingerprint of each day’s grid tariff.',
      examples: [['NO1/2026-01-12/1', 'grid/2026-01-12/5f1c09ab']],
    }),
    capacity: capacity.nullable().meta({ description: 'Null where no plan can weigh the grid owner’s fee.' }),
    fuseKw: kw('What house and cars are planned to stay below: the main fuse less a margin').nullable(),
    together: z
      .int()
      .meta({ description: 'How many cars of the home were planned as one; 0: there was no choice.' }),
    guessedFrom: instant
      .nullable()
      .meta({ description: 'From here on prices are a forecast; null: all are known.' }),
    nineInTenOre: ore(
      'What it costs if every guessed hour comes as dear as nine in ten such hours stay below',
    ).nullable(),
    wouldCost: z
      .array(wouldCost)
      .meta({ description: 'What other wishes would cost; empty where it was not asked.' }),
  })
  .meta({ id: 'OverviewPlan' });
