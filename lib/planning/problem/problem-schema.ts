import * as z from 'zod';
import { parseIso } from '../../time/index.ts';
import { MOST_KW, MOST_KWH, MOST_NOK, MOST_NOK_PER_KWH, MOST_SLOTS, MOST_VEHICLES } from './limits.ts';
import { must, numberBetween, positiveUpTo, wholeNumber } from './schema-numbers.ts';

const price = () => numberBetween(-MOST_NOK_PER_KWH, MOST_NOK_PER_KWH, ' NOK/kWh');
const power = () => numberBetween(0, MOST_KW, ' kW');

const slotSchema = z.strictObject(
  {
    start: z.string(must('must be a time')).refine((text) => parseIso(text) !== null, {
      error: 'must be a time with its UTC offset, like 2026-01-12T17:00:00+01:00',
    }),
    minutes: z.literal([15, 60], must('must be 15 or 60')),
    importPrice: price(),
    baseLoadKw: power().optional(),
    solarKw: power().optional(),
    exportPrice: price().optional(),
  },
  must('must be an object'),
);

const milestoneSchema = z.strictObject(
  { slot: wholeNumber(), soc: numberBetween(0, 1) },
  must('must be an object'),
);

const dischargeSchema = z.strictObject(
  {
    maxKw: power(),
    efficiency: positiveUpTo(1),
    wearNokPerKwh: numberBetween(0, MOST_NOK_PER_KWH, ' NOK/kWh'),
    floorSoc: numberBetween(0, 1),
  },
  must('must be an object'),
);

const vehicleSchema = z.strictObject(
  {
    id: z.string(must('must be text')).max(200, { error: 'must be at most 200 characters' }).optional(),
    capacityKwh: positiveUpTo(MOST_KWH, ' kWh'),
    soc: numberBetween(0, 1),
    targetSoc: numberBetween(0, 1),
    minSoc: numberBetween(0, 1).optional(),
    arriveSlot: wholeNumber(),
    departSlot: wholeNumber(),
    maxKw: power(),
    minKw: power().optional(),
    efficiency: positiveUpTo(1),
    ceilingSoc: numberBetween(0, 1).optional(),
    slotMaxKw: z.array(power(), must('must be an array')).optional(),
    milestones: z
      .array(milestoneSchema, must('must be an array'))
      .max(20, { error: 'must hold at most 20 milestones' })
      .optional(),
    oneBlock: z.boolean(must('must be true or false')).optional(),
    prefer: z.literal(['early', 'late'], must('must be early or late')).optional(),
    discharge: dischargeSchema.optional(),
  },
  must('must be an object'),
);

const stepSchema = z.strictObject(
  { uptoKw: power(), nokPerMonth: numberBetween(0, MOST_NOK, ' NOK') },
  must('must be an object'),
);

/** The shape of a problem. Relations between fields: parseProblem. */
export const problemSchema = z.strictObject(
  {
    slots: z
      .array(slotSchema, must('must be an array'))
      .min(1, { error: 'must hold at least one slot' })
      .max(MOST_SLOTS, { error: `must hold at most ${MOST_SLOTS} slots` }),
    vehicles: z
      .array(vehicleSchema, must('must be an array'))
      .min(1, { error: 'must hold a vehicle' })
      .max(MOST_VEHICLES, { error: `must hold at most ${MOST_VEHICLES} vehicles` }),
    fuseKw: power().optional(),
    capacitySteps: z
      .array(stepSchema, must('must be an array'))
      .max(50, { error: 'must hold at most 50 steps' })
      .optional(),
    monthTopPeaksKw: z
      .array(power(), must('must be an array'))
      .max(31, { error: 'must hold at most 31 peaks' })
      .optional(),
    startPenaltyNok: numberBetween(0, MOST_NOK, ' NOK').optional(),
  },
  must('must be an object'),
);
