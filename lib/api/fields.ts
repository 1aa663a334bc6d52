import * as z from 'zod';
import { priceAreas } from '../places/index.ts';

/** The scalar fields that several contracts share; each says its unit once. */
export const instant = z.iso
  .datetime()
  .meta({ description: 'UTC, ISO 8601.', examples: ['2026-01-12T16:00:00Z'] });

export const ore = (what: string) =>
  z.int().meta({ description: `${what}, whole øre incl. VAT.`, examples: [1234] });

export const kwh = (what: string) => z.number().meta({ description: `${what}, kWh.`, examples: [21.5] });

export const percent = (what: string) =>
  z
    .number()
    .min(0)
    .max(100)
    .meta({ description: `${what}, percent of the battery.`, examples: [80] });

export const orePerKwh = (what: string) =>
  z.number().meta({ description: `${what}, øre/kWh; may be negative.`, examples: [87.5] });

export const area = z
  .enum(priceAreas)
  .meta({ id: 'PriceArea', description: 'Price area of the power exchange.' });

export const provider = z.literal('tesla').meta({ description: 'The car maker that the customer links.' });

export const language = z
  .enum(['nb', 'en'])
  .meta({ id: 'Language', description: 'Norwegian bokmål or English.' });

export const kw = (what: string) => z.number().meta({ description: `${what}, kW.`, examples: [11] });

export const mode = z.enum(['plan', 'charge-now', 'pause']).meta({
  id: 'Mode',
  description: 'plan: follow the plan. charge-now, pause: the driver’s word, until unplugged or changed.',
});

export const readyBy = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
  .meta({ description: 'Wall-clock time in Europe/Oslo, every day.', examples: ['07:00'] });

export const ampere = (what: string) => z.int().meta({ description: `${what}, A.`, examples: [16] });

export const vehicleRef = z
  .string()
  .regex(/^[A-Za-z0-9_-]{1,64}$/)
  .meta({ description: 'Our random reference; never the VIN.', examples: ['8iZzYQ2mT1uYkXv0b3cDfg'] });

export const sha256 = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .meta({ description: 'SHA-256 of the exact text, hex.', examples: ['0'.repeat(64)] });

export const reference = z
  .string()
  .min(1)
  .max(64)
  .meta({ description: 'Random reference.', examples: ['Qm3zS5vT9aWk2LxYb7cDeg'] });

/** The path of every route below one vehicle. */
export const vehiclePath = z.strictObject({ vehicleRef });
