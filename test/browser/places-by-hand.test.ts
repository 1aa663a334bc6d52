import { expect, test } from 'vitest';
import { priceAreas } from '../../lib/places/index.ts';
import { findPlace } from '../../lib/tariffs/index.ts';
import { placesByHand } from '../../web/src/place/places-by-hand.ts';

test.each(priceAreas)(
  'an area chosen by hand has the places that the service answers, in their order: %s',
  (area) => {
    expect(placesByHand(area)).toEqual(findPlace({ area }, []).places);
  },
);
