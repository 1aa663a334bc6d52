import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { desiredState } from '../../lib/charging/desired-state.ts';
import { fitsFuse } from '../../lib/charging/fits-fuse.ts';
import { withFuseShares } from '../../lib/charging/fuse-shares.ts';
import { houseLoad } from '../../lib/charging/house-load.ts';
import { nextCommand } from '../../lib/charging/next-command.ts';
import { type Home, type HomeVehicle, newHome, plannedFuseKw } from '../../lib/homes/index.ts';
import { inOslo } from '../support/price-terms.ts';
import {
  anObservation,
  aVehicle,
  evening,
  minutes,
  planned,
  seen,
  sessionFrom,
} from './support/a-vehicle.ts';

const fuse = { ampere: 25, phases: 3, net: 'TN' } as const;
const perAmpere = 0.69;
/** Takes 16 A on three phases, and charges. */
const full = seen(evening, { charge: 'charging', maxKw: 11.04 });
const untold = { ...full, circuit: { ampere: 16, maxAmpere: 16, phases: null, volts: null } } as const;
const session = sessionFrom(evening - minutes(30), { maxKw: 11.04 });

function homeOf(...cars: Partial<HomeVehicle>[]): Home {
  const home = newHome({ customerId: 'c', ...inOslo, fuse, dueShard: 'NO1#0', createdAt: 0 });
  const vehicles = cars.map((car, v) => ({
    ...aVehicle({ observed: full, session, ...car }),
    vehicleRef: `car-${v}`,
  }));
  return { ...home, vehicles };
}
const now = (car: Partial<HomeVehicle> = {}): Partial<HomeVehicle> => ({ mode: 'charge-now', ...car });
const sharesOf = (home: Home) =>
  withFuseShares(home, evening).vehicles.map(({ allowedAmpere }) => allowedAmpere);
/** What a car takes that does as its share says. */
function takesKw(vehicle: HomeVehicle): number {
  const { allowedAmpere, observed } = vehicle;
  if (desiredState(vehicle, evening) !== 'charging') return 0;
  const { phases = null, volts = null, ampere = null } = observed?.circuit ?? {};
  if (ampere === null) return 11.04;
  const each = phases === null ? perAmpere : ((volts ?? 230) * phases) / 1000;
  return (allowedAmpere ?? Math.max(6, ampere)) * each;
}
const refusedStops = (count: number): HomeVehicle['commands'] =>
  Array.from({ length: count }, (_, i) => ({
    commandId: `stop-${i}`,
    kind: 'stop',
    limitSoc: null,
    ampere: null,
    state: 'refused',
    attempt: i + 1,
    intendedAt: evening - minutes(20 - i),
    settledAt: evening - minutes(20 - i),
    reason: 'other',
  }));
const freeKw = (home: Home) => plannedFuseKw(fuse) - houseLoad(home, evening)(evening);

describe('cars that charge without a plan share what the fuse leaves:', () => {
  it('one takes all it can', () => {
    expect(sharesOf(homeOf(now()))).toEqual([null]);
  });

  it('two the driver told to charge now take even currents, whole amperes, and fill it', () => {
    const home = homeOf(now(), now());
    const [a, b] = sharesOf(home) as [number, number];
    expect(Math.abs(a - b)).toBeLessThanOrEqual(1);
    expect((a + b) * perAmpere).toBeLessThanOrEqual(freeKw(home));
    expect((a + b + 1) * perAmpere).toBeGreaterThan(freeKw(home));
  });

  it('likewise two whose batteries are unknown, and two that have no plan', () => {
    const blind = { ...full, soc: null };
    for (const home of [homeOf({ observed: blind }, { observed: blind }), homeOf({}, {})]) {
      const [a, b] = sharesOf(home) as [number, number];
      expect((a + b) * perAmpere).toBeLessThanOrEqual(freeKw(home));
      expect(Math.min(a, b)).toBeGreaterThanOrEqual(6);
    }
  });

  it('a car that takes no orders takes its full power, and another such waits; the driver’s word comes first', () => {
    const deaf = { maySetCurrent: false };
    expect(sharesOf(homeOf(deaf, now(deaf)))).toEqual([0, null]);
    expect(sharesOf(homeOf(deaf, { ...deaf, observed: untold }))).toEqual([null, 0]);
  });

  it('one that has not told its phases, as cars do that do not charge, is held to take three', () => {
    const home = homeOf({ observed: untold }, { observed: untold });
    const [a, b] = sharesOf(home) as [number, number];
    expect(Math.min(a, b)).toBeGreaterThanOrEqual(6);
    expect((a + b) * perAmpere).toBeLessThanOrEqual(freeKw(home));
  });

  it('a house that fills the fuse alone still lets the first charge, with the least', () => {
    const home = { ...homeOf(now(), now()), houseYearlyKwh: 200_000 };
    expect(sharesOf(home)).toEqual([6, 0]);
  });

  it('a planned window comes first, and a car that nobody can command is counted', () => {
    const window = { fromAt: evening, untilAt: evening + minutes(60), ampere: 10 };
    const plan = { ...planned().plan, windows: [window], together: 2 } as HomeVehicle['plan'];
    const beside = homeOf({ plan }, now());
    const [none, share] = sharesOf(beside);
    expect(none).toBeNull();
    expect((10 + (share ?? 99)) * perAmpere).toBeLessThanOrEqual(freeKw(beside));
    expect(sharesOf(homeOf({ link: 'needs-relink' }, now()))[1]).toBe(6);
  });

  it('a car that goes on though it was told to stop twice leaves the rest, and a start with that fits', () => {
    const still = now({ observed: { ...full, charge: 'stopped' } });
    const home = (refusals: number): Home => ({
      ...homeOf({ mode: 'pause', commands: refusedStops(refusals) }, still),
      fuse: { ...fuse, ampere: 32 },
    });
    expect(sharesOf(home(1))).toEqual([null, null]);
    const [none, share] = sharesOf(home(2)) as [null, number];
    expect(none).toBeNull();
    expect(share).toBeGreaterThanOrEqual(6);
    const shared = withFuseShares(home(2), evening);
    const b = shared.vehicles[1] as HomeVehicle;
    const told = nextCommand(b, evening);
    expect(told).toEqual({ kind: 'set-current', ampere: share });
    const circuit = { ampere: share, maxAmpere: 16, phases: 3, volts: 230 } as const;
    const set = { ...b, observed: { ...full, charge: 'stopped', circuit } } as HomeVehicle;
    expect(nextCommand(set, evening)).toEqual({ kind: 'start' });
    expect(fitsFuse(shared, set, { kind: 'start' }, evening)).toBe(true);
    expect(fitsFuse(shared, b, { kind: 'start' }, evening)).toBe(false);
  });

  it('likewise one that has what it wants and goes on to its own limit', () => {
    const done = now({ observed: { ...full, soc: 0.95 } });
    const home = { ...homeOf(done, now()), fuse: { ...fuse, ampere: 32 } };
    const [none, share] = sharesOf(home) as [null, number];
    expect(none).toBeNull();
    expect(share).toBeGreaterThanOrEqual(6);
    expect((16 + share) * perAmpere).toBeLessThanOrEqual(
      plannedFuseKw(home.fuse) - houseLoad(home, evening)(evening),
    );
  });

  it('without a fuse, and for cars that stand paused, there is nothing to share', () => {
    expect(sharesOf({ ...homeOf(now(), now()), fuse: null })).toEqual([null, null]);
    expect(sharesOf(homeOf({ mode: 'pause', allowedAmpere: 0 }, now()))).toEqual([null, null]);
  });

  it('never more than there is but for the first car’s least, whatever the cars tell', () => {
    fc.assert(
      fc.property(fc.array(anObservation(evening), { minLength: 1, maxLength: 4 }), (told) => {
        const home = homeOf(...told.map((observed) => now({ observed, session })));
        const shared = withFuseShares(home, evening).vehicles;
        const kw = shared.reduce((sum, vehicle) => sum + takesKw(vehicle), 0);
        expect(kw).toBeLessThanOrEqual(Math.max(freeKw(home), 11.04) + 1e-6);
      }),
    );
  });
});

describe('what a car’s share makes it do:', () => {
  it('it is set, and who has to wait is stopped', () => {
    const home = homeOf(now(), now());
    const [first] = withFuseShares(home, evening).vehicles as [HomeVehicle];
    expect(nextCommand(first, evening)).toEqual({ kind: 'set-current', ampere: first.allowedAmpere });
    expect(nextCommand({ ...first, allowedAmpere: 0 }, evening)).toEqual({ kind: 'stop' });
  });
});
