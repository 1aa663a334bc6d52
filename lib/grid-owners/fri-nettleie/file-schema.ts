import * as z from 'zod';
import type { CapacityCharge, EnergyCharge, EnergyException, GridTariff } from '../../tariffs/index.ts';
import { isLocalDate } from '../../time/index.ts';
import {
  MAX_NOK_PER_YEAR,
  MAX_ORE_PER_KWH,
  MAX_TARIFF_NAME,
  MAX_THRESHOLD,
  MIN_ORE_PER_KWH,
} from '../limits.ts';
import type { TariffFileErrorCode } from './tariff-file-error.ts';
import { capacityMethods, customerGroups, dayKinds, monthNumbers } from './words.ts';

/** The message of an issue of our own is the code it is refused with. */
const because = (code: TariffFileErrorCode) => ({ code: 'custom' as const, message: code });

function translated<Ours>(words: Readonly<Record<string, Ours>>): z.ZodType<Ours> {
  return z.string().transform((word, context) => {
    const ours = Object.hasOwn(words, word) ? words[word] : undefined;
    if (ours !== undefined) return ours;
    context.addIssue(because('not-allowed'));
    return z.NEVER;
  });
}

/** `6-21`, both hours included; `22-5` goes over midnight; `7` or 7 is one hour. */
const hours = z
  .union([z.string().regex(/^\d{1,2}(-\d{1,2})?$/), z.int().min(0).transform(String)])
  .transform((text) => {
    const [from = 0, to = from] = text.split('-').map(Number);
    return { from, to };
  })
  .refine(({ from, to }) => from <= 23 && to <= 23, because('out-of-range'));

const oneOrMore = (value: unknown) => (value === undefined || Array.isArray(value) ? value : [value]);
const localDay = z.string().refine(isLocalDate, because('not-allowed'));
const orePerKwh = z.number().min(MIN_ORE_PER_KWH).max(MAX_ORE_PER_KWH);
const text = z.string().trim().min(1).max(200);

const exception: z.ZodType<EnergyException> = z
  .strictObject({
    navn: text,
    timer: z.preprocess(oneOrMore, z.array(hours).min(1).optional()),
    dager: z.array(translated(dayKinds)).min(1).optional(),
    måneder: z.array(translated(monthNumbers)).min(1).optional(),
    pris: orePerKwh,
  })
  .transform(({ navn, timer, dager, måneder, pris }) => ({
    name: navn,
    hours: timer ?? null,
    days: dager ?? null,
    months: måneder ?? null,
    orePerKwh: pris,
  }));

const energy: z.ZodType<EnergyCharge> = z
  .strictObject({ grunnpris: orePerKwh, unntak: z.array(exception).optional() })
  .transform(({ grunnpris, unntak = [] }) => ({ baseOrePerKwh: grunnpris, exceptions: unntak }));

const capacity: z.ZodType<CapacityCharge> = z
  .strictObject({
    metode: translated(capacityMethods),
    terskel_inkludert: z.boolean().nullable(),
    terskler: z
      .array(
        z.strictObject({
          terskel: z.int().min(0).max(MAX_THRESHOLD),
          pris: z.number().min(0).max(MAX_NOK_PER_YEAR),
        }),
      )
      .min(1)
      .superRefine((steps, context) => {
        const wrong = steps.findIndex(({ terskel }, i) => i > 0 && terskel <= (steps[i - 1]?.terskel ?? 0));
        if (wrong >= 0) context.addIssue({ ...because('not-ascending'), path: [wrong, 'terskel'] });
      }),
  })
  .transform(({ metode, terskel_inkludert, terskler }) => ({
    method: metode,
    thresholdIncluded: terskel_inkludert,
    steps: terskler.map(({ terskel, pris }) => ({ from: terskel, nokPerYear: pris })),
  }));

const tariff: z.ZodType<GridTariff> = z
  .strictObject({
    gyldig_fra: localDay,
    gyldig_til: localDay.nullish(),
    navn: z.string().trim().min(1).max(MAX_TARIFF_NAME).optional(),
    kundegrupper: z.array(translated(customerGroups)).min(1),
    energiledd: energy,
    fastledd: capacity,
  })
  .superRefine(({ gyldig_fra, gyldig_til }, context) => {
    if (!gyldig_til || gyldig_fra < gyldig_til) return;
    context.addIssue({ ...because('ends-before-it-begins'), path: ['gyldig_til'] });
  })
  .transform(({ gyldig_fra, gyldig_til, navn, kundegrupper, energiledd, fastledd }) => ({
    from: gyldig_fra,
    until: gyldig_til ?? null,
    name: navn ?? null,
    customerGroups: kundegrupper,
    energy: energiledd,
    capacity: fastledd,
  }));

/**
 * A file of the open repository, as its schema (tariff.cue) describes it. The format is declared unstable: a key that is
 * not here is refused, so that a new one is seen and not lost. Prices are ex VAT and ex taxes, øre/kWh and kr per year.
 */
export const tariffFile = z.strictObject({
  netteier: text,
  gln: z.array(z.string().regex(/^7080\d{9}$/)),
  mga: z.array(z.string().regex(/^50Y[A-Z0-9-]{10}/)).optional(),
  sist_oppdatert: localDay,
  kilder: z.array(z.url({ protocol: /^https?$/ })).min(1),
  tariffer: z.array(tariff).min(1),
});
