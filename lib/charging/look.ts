import { readVehicle } from '../devices/index.ts';
import type { HomeVehicle } from '../homes/index.ts';
import { asServiceError, type Platform } from '../platform/index.ts';
import type { Instant } from '../time/index.ts';
import { mayRead, spend } from './budget.ts';
import { settleByReading } from './command-ledger.ts';
import { answered, nextPollAt } from './contact.ts';
import { respectDriver } from './driver-acts.ts';
import { type Folded, foldObservation } from './fold-observation.ts';
import type { KnownPrices } from './known-prices.ts';
import { afterFailure } from './maker-failure.ts';
import { whyRead } from './when-to-read.ts';
import { whyReplan } from './why-replan.ts';

/** The car as it is after looking, where there is a reason to look and the day's budget has a reading for it. */
export async function look(
  platform: Platform,
  vehicle: HomeVehicle,
  prices: KnownPrices,
  now: Instant,
): Promise<Folded> {
  const why = whyRead(vehicle, whyReplan(vehicle, prices.used, now), now);
  if (why === null) return { vehicle, finished: null };
  if (!mayRead(vehicle.budget, why, now)) return { vehicle: polledLater(vehicle, now), finished: null };
  const reading = { ...vehicle, budget: spend(vehicle.budget, 'reads', now) };
  try {
    const told = await readVehicle(platform, vehicle.grantRef, vehicle.vehicleRef);
    const heard = { ...reading, contact: answered(reading.contact, now) };
    const folded = foldObservation(heard, told, prices);
    return { ...folded, vehicle: respectDriver(settleByReading(folded.vehicle, now), now) };
  } catch (thrown) {
    const error = asServiceError(thrown);
    platform.log.warn('car-not-read', { code: error.code });
    return { vehicle: afterFailure(reading, error, now, platform.random.unit()), finished: null };
  }
}

function polledLater(vehicle: HomeVehicle, now: Instant): HomeVehicle {
  return { ...vehicle, contact: { ...vehicle.contact, nextReadAt: nextPollAt(now) } };
}
