import * as z from 'zod';
import { parseIso } from '../../time/index.ts';

const NOT_BUILT = 'not built yet';
/** Beyond these a number is a slip of the unit (øre for NOK, W for kW), not a home. */
const MOST_NOK_PER_KWH = 1000;
const MOST_KWH = 10_000;
const MOST_KW = 10_000;

/** An error that tells a missing field from a wrong one. */
const must = (text: string) => ({
  error: ({ input }: { input?: unknown }) => (input === undefined ? 'is missing' : text),
});
const numberBetween = (least: number, most: number, unit = '') => {
  const error = must(`must be between ${least} and ${most}${unit}`);
  return z.number(error).min(least, error).max(most, error);
};
const positiveUpTo = (most: number, unit = '') => {
  const error = must(`must be above 0 and at most ${most}${unit}`);
  return z.number(error).gt(0, error).max(most, error);
};
const wholeNumber = () => {
  const error = must('must be a whole number from 0');
  return z.int(error).min(0, error);
};
/** A part of the contract that changes nothing at 0 and is not built for any other value. */
const onlyZero = () => z.literal(0, { error: NOT_BUILT }).optional();
const notBuilt = () => z.undefined({ error: NOT_BUILT }).optional();

const slotSchema = z.strictObject(
  {
    start: z.string(must('must be a time')).refine((text) => parseIso(text) !== null, {
      error: 'must be a time with its UTC offset, like 2026-01-12T17:00:00+01:00',
    }),
    minutes: z.literal([15, 60], must('must be 15 or 60')),
    importPrice: numberBetween(-MOST_NOK_PER_KWH, MOST_NOK_PER_KWH, ' NOK/kWh'),
    // The house's own load decides fuse, capacity step and solar use, none of which is built: read, and without effect.
    baseLoadKw: numberBetween(0, MOST_KW, ' kW').optional(),
    solarKw: onlyZero(),
    exportPrice: onlyZero(),
  },
  must('must be an object'),
);

const vehicleSchema = z.strictObject(
  {
    id: z.string(must('must be text')).max(200, { error: 'must be at most 200 characters' }).optional(),
    capacityKwh: positiveUpTo(MOST_KWH, ' kWh'),
    soc: numberBetween(0, 1),
    targetSoc: numberBetween(0, 1),
    minSoc: onlyZero(),
    arriveSlot: wholeNumber(),
    departSlot: wholeNumber(),
    maxKw: numberBetween(0, MOST_KW, ' kW'),
    minKw: onlyZero(),
    efficiency: positiveUpTo(1),
  },
  must('must be an object'),
);

/** The shape of the contract, as far as it is built. Relations between fields: parseProblem. */
export const problemSchema = z.strictObject(
  {
    slots: z
      .array(slotSchema, must('must be an array'))
      .min(1, { error: 'must hold at least one slot' })
      .max(300, { error: 'must hold at most 300 slots' }),
    vehicles: z
      .array(vehicleSchema, must('must be an array'))
      .min(1, { error: 'must hold a vehicle' })
      .max(1, { error: 'more than one vehicle is not built yet' }),
    fuseKw: notBuilt(),
    capacitySteps: notBuilt(),
    monthTopPeaksKw: notBuilt(),
    startPenaltyNok: onlyZero(),
  },
  must('must be an object'),
);
