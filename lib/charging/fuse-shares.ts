import { type Fuse, type Home, type HomeVehicle, plannedFuseKw } from '../homes/index.ts';
import type { Instant } from '../time/index.ts';
import { failedAttempts } from './command-ledger.ts';
import { stateWanted } from './desired-state.ts';
import { drawsNowKw, kwAt } from './draws-now.ts';
import { fullPowerKw } from './full-power.ts';
import { houseLoad } from './house-load.ts';
import { mostKwPerAmpere } from './kw-per-ampere.ts';
import { loadBeside } from './load-beside.ts';
import { leastAmpere } from './physics.ts';
import { windowNow } from './windows-in-force.ts';

/** Powers below this are rounding, kW. */
const noKw = 1e-6;
/** An order to stop that was lost once is given again; a car that fails two goes on. */
const unheededFrom = 2;

/**
 * The home with what each car may take that charges without a plan behind the fuse (the driver says now, the battery is unknown, no prices,
 * late): what house and planned windows leave, shared by current. Whom six amperes cannot be found for waits, but never the first.
 */
export function withFuseShares(home: Home, now: Instant): Home {
  const shares = home.fuse === null ? new Map<string, number | null>() : sharesOf(home, home.fuse, now);
  const vehicles = home.vehicles.map((vehicle) => ({
    ...vehicle,
    allowedAmpere: shares.get(vehicle.vehicleRef) ?? null,
  }));
  return { ...home, vehicles };
}

/** A car without a plan: its least and its most, kW, and what an ampere is; a car that takes no orders has only its most. */
interface Sharer {
  readonly vehicleRef: string;
  readonly perAmpere: number | null;
  readonly mostAmpere: number;
  readonly leastKw: number;
  ampere: number;
}

function sharesOf(home: Home, fuse: Fuse, now: Instant): Map<string, number | null> {
  const sharers = home.vehicles
    .filter((vehicle) => isUnplanned(vehicle, now))
    .toSorted(firstServed)
    .map((vehicle) => sharerOf(vehicle, fuse, now));
  let freeKw = plannedFuseKw(fuse) - houseLoad(home, now)(now) - takenKw(home, fuse, now);
  const admitted: Sharer[] = [];
  const waiting: Sharer[] = [];
  for (const sharer of sharers) {
    const mayCharge = sharer === sharers[0] || sharer.leastKw <= freeKw + noKw;
    (mayCharge ? admitted : waiting).push(sharer);
    if (mayCharge) freeKw -= sharer.leastKw;
  }
  raise(admitted, freeKw);
  const all = admitted.map(({ vehicleRef, ampere, mostAmpere }): [string, number | null] => [
    vehicleRef,
    ampere >= mostAmpere ? null : ampere,
  ]);
  return new Map([...all, ...waiting.map(({ vehicleRef }): [string, number] => [vehicleRef, 0])]);
}

/** Ampere by ampere, each in turn, while there is room. */
function raise(sharers: readonly Sharer[], roomKw: number): void {
  let freeKw = roomKw;
  for (let isRaised = true; isRaised; ) {
    isRaised = false;
    for (const sharer of sharers) {
      const { perAmpere } = sharer;
      if (perAmpere === null || sharer.ampere >= sharer.mostAmpere || perAmpere > freeKw + noKw) continue;
      sharer.ampere += 1;
      freeKw -= perAmpere;
      isRaised = true;
    }
  }
}

function sharerOf(vehicle: HomeVehicle, { net }: Fuse, now: Instant): Sharer {
  const perAmpere = mostKwPerAmpere(vehicle, net, now);
  const fullKw = fullPowerKw(vehicle);
  const { vehicleRef, owed, observed } = vehicle;
  if (perAmpere === null) return { vehicleRef, perAmpere, mostAmpere: 0, leastKw: fullKw, ampere: 0 };
  const mostAmpere = Math.max(leastAmpere, owed.ampereBefore ?? observed?.circuit?.ampere ?? leastAmpere);
  return { vehicleRef, perAmpere, mostAmpere, leastKw: leastAmpere * perAmpere, ampere: leastAmpere };
}

function isUnplanned(vehicle: HomeVehicle, now: Instant): boolean {
  const mayBeTold = vehicle.link === 'working' && vehicle.session !== null;
  return mayBeTold && windowNow(vehicle, now) === null && stateWanted(vehicle, now) === 'charging';
}

/** Whom the driver told to charge now, then who was plugged in first. */
function firstServed(a: HomeVehicle, b: HomeVehicle): number {
  const rank = ({ mode }: HomeVehicle) => (mode === 'charge-now' ? 0 : 1);
  return rank(a) - rank(b) || (a.session?.pluggedInAt ?? 0) - (b.session?.pluggedInAt ?? 0);
}

/** Planned windows, and cars that cannot be told anything or do not heed it. */
function takenKw({ vehicles }: Home, { net }: Fuse, now: Instant): number {
  return vehicles.reduce((sum, vehicle) => {
    const window = vehicle.link === 'working' && vehicle.session !== null ? windowNow(vehicle, now) : null;
    const lost =
      vehicle.link === 'working' ? unheededKw(vehicle, net, now) : (loadBeside(vehicle, now)?.kw ?? 0);
    return sum + lost + (window === null ? 0 : kwAt(vehicle, net, window.ampere));
  }, 0);
}

/** What a car draws that nobody wants to charge now and that goes on all the same: told to stop twice, or left to its own limit, kW. */
function unheededKw(vehicle: HomeVehicle, net: Fuse['net'], now: Instant): number {
  const wanted = stateWanted(vehicle, now);
  const stops = failedAttempts(vehicle, 'stop').filter(({ settledAt }) => settledAt !== null);
  const goesOn = wanted === 'leave-alone' || (wanted === 'paused' && stops.length >= unheededFrom);
  return goesOn && windowNow(vehicle, now) === null ? drawsNowKw(vehicle, net, now) : 0;
}
