import * as z from 'zod';
import { taxZones } from '../places/index.ts';
import { rateNames } from '../tariffs/index.ts';
import { orePerKwh } from './fields.ts';

/** What the contracts about a home's price share. */
export const taxZone = z.enum(taxZones).meta({
  id: 'TaxZone',
  description:
    'How the home’s municipality taxes power. sor: electricity tax and VAT. nord_norge (Nordland, Troms): electricity tax, no VAT. tiltakssone (Finnmark, seven municipalities of Troms): neither.',
});

export const vatPercent = z
  .union([z.literal(0), z.literal(25)])
  .meta({ id: 'VatPercent', description: 'VAT on electricity, as the tax zone has it: 25 in sor, else 0.' });

export const contractKind = z.enum(['spot', 'norgespris', 'fixed']).meta({
  id: 'ContractKind',
  description:
    'spot: the hour’s day-ahead price. norgespris: the state’s fixed price. fixed: the retailer’s own.',
});

/** øre/kWh ex VAT; what no contract in Norway is anywhere near is refused. */
const agreed = (what: string, most: number) =>
  z
    .number()
    .min(-most)
    .max(most)
    .meta({ description: `${what}, øre/kWh ex VAT.`, examples: [4.9] });

const markupOrePerKwh = agreed('The retailer’s mark-up', 100);

/** What the home pays for its power. Closed, as all that is sent to the service is. */
export const contract = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('spot'), markupOrePerKwh }),
    z.strictObject({ kind: z.literal('norgespris'), markupOrePerKwh }),
    z.strictObject({
      kind: z.literal('fixed'),
      markupOrePerKwh,
      priceOrePerKwh: agreed('The agreed price of the power', 1000),
    }),
  ])
  .meta({ id: 'Contract', description: 'What the home pays for its power, before grid tariff and taxes.' });

export const gridOwnerKey = z
  .string()
  .regex(/^[a-z0-9-]{1,40}$/)
  .meta({ description: 'The grid owner, as `findPlace` names it.', examples: ['elvia'] });

export const gridTariffName = z
  .string()
  .min(1)
  .max(100)
  .meta({
    description: 'Which of the owner’s household tariffs, where several hold at once; null takes the first.',
    examples: ['Nord'],
  });

export const gridOwnerName = z
  .string()
  .meta({ description: 'The grid owner’s name, for the customer.', examples: ['Elvia AS'] });

/** Rates that can be used outside the dates they are known for: the answer says which, and is made all the same. */
export const assumedRates = z.array(z.enum(rateNames).meta({ id: 'RateName' })).meta({
  description:
    'Rates not known for these days: the newest known one is used, and no energy charge at all where the grid owner is not known.',
  examples: [[]],
});

export const priceParts = z
  .object({
    spot: orePerKwh(
      'Day-ahead price of the hour; the agreed price under a fixed contract; Norgespris itself while spot is not published',
    ),
    markup: orePerKwh('The retailer’s mark-up'),
    support: orePerKwh('Strømstøtte, or the settlement of Norgespris'),
    gridEnergy: orePerKwh('Energy charge of the grid tariff'),
    electricityTax: orePerKwh('Electricity tax'),
    enova: orePerKwh('Enova fee'),
    vat: orePerKwh('VAT on the sum of the others'),
  })
  .meta({
    id: 'PriceParts',
    description: 'What a price is made of: ex VAT but `vat`; together the price. Four decimals.',
  });
