import type { Instant } from '../time/index.ts';
import type { Home, HomeVehicle, HouseTerms, Owed, PriceTerms } from './home.ts';
import { ordinaryWishes } from './wishes.ts';

/** A home before anything was linked; `version` 0 is the version of what is not stored yet. */
export function newHome(
  of: PriceTerms &
    Partial<HouseTerms> & {
      readonly customerId: string;
      readonly dueShard: string;
      readonly createdAt: Instant;
    },
): Home {
  return {
    fuse: null,
    houseYearlyKwh: null,
    ...of,
    version: 0,
    epoch: 0,
    consentRef: null,
    pendingLink: null,
    vehicles: [],
    dayPeaks: [],
    carHours: [],
    grantsToGiveBack: [],
    withdrawal: null,
    finishedSessions: [],
    nextDueAt: null,
  };
}

export const nothingOwed: Owed = { pausedByUs: false, limitSocBefore: null, ampereBefore: null };

/** A car as it is when its link has just been made: nothing known, due at once, ready by seven with 80 %. */
export function linkedVehicle(
  of: Pick<HomeVehicle, 'vehicleRef' | 'grantRef' | 'provider' | 'batteryKwh' | 'maySetCurrent'>,
): HomeVehicle {
  return {
    ...of,
    wishes: ordinaryWishes,
    mode: 'plan',
    link: 'working',
    observed: null,
    session: null,
    plan: null,
    commands: [],
    budget: { date: '1970-01-01', reads: 0, commands: 0, wakes: 0 },
    contact: { nextReadAt: 0, failures: 0, wokenAt: null },
    owed: nothingOwed,
    allowedAmpere: null,
  };
}
