import * as z from 'zod';
import { kwh, ore } from '../fields.ts';

/** Energy and money of charging; always `costOre + savedOre = chargeNowOre`. */
export const sumFields = {
  gridKwh: kwh('Energy from the grid'),
  costOre: ore('What it cost'),
  chargeNowOre: ore('What the same energy costs at full power from plug-in'),
  savedOre: ore('The difference; negative when charging at once had been cheaper'),
};

export const meterFields = {
  ...sumFields,
  unpriced: z.boolean().meta({
    description: 'True where some energy flowed while its price was unknown; the sums leave it out.',
  }),
  assumed: z.boolean().meta({
    description:
      'True where some energy was priced at a rate not known for its day (the newest known one stands in), or without the energy charge of a grid owner that is not known.',
  }),
};
