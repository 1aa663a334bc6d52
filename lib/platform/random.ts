import { randomBytes, randomInt } from 'node:crypto';
import type { Random } from './platform.ts';

/** 2^47: below randomInt's limit of 2^48 and exact as a double. */
const UNIT_STEPS = 2 ** 47;

export const systemRandom: Random = {
  id: () => randomBytes(16).toString('base64url'),
  unit: () => randomInt(UNIT_STEPS) / UNIT_STEPS,
};
