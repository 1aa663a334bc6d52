import type { PriceArea } from '../price-area.ts';

/** Municipalities with less than nine tenths of their land in one price area: the areas, the larger share first. */
export const split: Record<string, { readonly areas: readonly PriceArea[]; readonly postcodes: string }> = {
  Tynset: { areas: ['NO1', 'NO3'], postcodes: '2500-2512' },
  Folldal: { areas: ['NO1', 'NO3'], postcodes: '2580-2584' },
  Drammen: { areas: ['NO1', 'NO2'], postcodes: '3001-3066 3075' },
  Ullensvang: { areas: ['NO2', 'NO5'], postcodes: '5626-5629 5750-5782 5787-5788' },
  Høyanger: { areas: ['NO3', 'NO5'], postcodes: '5962 5965 6946-6947 6991-6997' },
  Grong: { areas: ['NO3', 'NO4'], postcodes: '7870-7874' },
};
