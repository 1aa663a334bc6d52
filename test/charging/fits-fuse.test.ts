import { describe, expect, it } from 'vitest';
import { intend } from '../../lib/charging/command-ledger.ts';
import { fitsFuse } from '../../lib/charging/fits-fuse.ts';
import type { Command } from '../../lib/devices/index.ts';
import { type Home, type HomeVehicle, newHome } from '../../lib/homes/index.ts';
import { inOslo } from '../support/price-terms.ts';
import { aVehicle, evening, hours, minutes, seen, sessionFrom } from './support/a-vehicle.ts';

const fuse = { ampere: 25, phases: 3, net: 'TN' } as const;
const start: Command = { kind: 'start' };
const takes = (ampere: number) => ({ ampere, maxAmpere: 16, phases: 3, volts: 230 }) as const;

function car(vehicleRef: string, observed: Partial<HomeVehicle['observed'] & {}> = {}): HomeVehicle {
  const session = sessionFrom(evening - minutes(30), { maxKw: 11.04 });
  return { ...aVehicle({ observed: seen(evening, observed), session }), vehicleRef };
}
function fits(command: Command, other: HomeVehicle, own: HomeVehicle = car('b'), over: Partial<Home> = {}) {
  const home = newHome({ customerId: 'c', ...inOslo, fuse, dueShard: 'NO1#0', createdAt: 0 });
  return fitsFuse({ ...home, vehicles: [other, own], ...over }, own, command, evening);
}

describe('a car that is to draw more waits', () => {
  it('until the other was seen to draw less', () => {
    const charging = car('a', { charge: 'charging' });
    expect(fits(start, charging)).toBe(false);
    const stopping = intend(charging, { kind: 'stop' }, 'c', evening - minutes(1));
    expect(fits(start, stopping)).toBe(false);
    expect(fits(start, { ...stopping, observed: seen(evening, { charge: 'stopped' }) })).toBe(true);
  });

  it('for an order to lower that is not confirmed, and for a start that may have been heard', () => {
    const slow = car('b', { circuit: takes(6) });
    const lowering = intend(
      car('a', { charge: 'charging' }),
      { kind: 'set-current', ampere: 6 },
      'c',
      evening,
    );
    expect(fits(start, lowering, slow)).toBe(false);
    expect(fits(start, car('a', { charge: 'charging', circuit: takes(6) }), slow)).toBe(true);
    expect(fits(start, intend(car('a'), start, 'c', evening))).toBe(false);
  });

  it('with a higher current, where it charges already; what lowers never does', () => {
    const other = car('a', { charge: 'charging', circuit: takes(8) });
    const own = car('b', { charge: 'charging', circuit: takes(6) });
    expect(fits({ kind: 'set-current', ampere: 16 }, other, own)).toBe(false);
    expect(fits({ kind: 'set-current', ampere: 8 }, other, own)).toBe(true);
    const full = car('b', { charge: 'charging' });
    expect(fits({ kind: 'set-current', ampere: 15 }, car('a', { charge: 'charging' }), full)).toBe(true);
    expect(fits({ kind: 'stop' }, car('a', { charge: 'charging' }), full)).toBe(true);
  });

  it('not for another that keeps to the same plan, a few volts above what was planned on', () => {
    const volts = { phases: 3, volts: 240, maxAmpere: 16 } as const;
    const other = car('a', { charge: 'charging', circuit: { ...volts, ampere: 8 } });
    expect(fits(start, other, car('b', { circuit: { ...volts, ampere: 10 } }))).toBe(true);
  });

  it('not without a fuse, not for a car that went away, not for one that has told nothing for an hour', () => {
    const charging = car('a', { charge: 'charging' });
    expect(fits(start, charging, car('b'), { fuse: null })).toBe(true);
    expect(fits(start, car('a', { charge: 'charging', plug: 'unplugged' }))).toBe(true);
    const lost = { charge: 'charging', fetchedAt: evening - hours(1) - 1 } as const;
    expect(fits(start, car('a', lost))).toBe(true);
  });
});
