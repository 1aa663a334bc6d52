import { describe, expect, it } from 'vitest';
import { statusOf } from '../../lib/charging/index.ts';
import type { HomeVehicle, PlanInForce } from '../../lib/homes/index.ts';
import { aVehicle, evening, planned, seen } from './support/a-vehicle.ts';

const plan = planned().plan as PlanInForce;
const { fromAt, untilAt } = plan.windows[0] as PlanInForce['windows'][number];

describe('the status in one word', () => {
  it.each<[string, HomeVehicle, number]>([
    ['needs-relink', planned({ link: 'needs-relink' }), evening],
    ['unreachable', planned({ contact: { failures: 5, nextReadAt: 0, wokenAt: null } }), evening],
    ['asking-the-car', aVehicle({ observed: null }), evening],
    ['asking-the-car', aVehicle({ plan: null }), evening],
    ['unplugged', aVehicle({ observed: seen(evening, { plug: 'unplugged' }) }), evening],
    ['paused-by-you', planned({ mode: 'pause' }), evening],
    ['ready', planned({ observed: seen(evening, { soc: 0.8 }) }), evening],
    ['charging-now', planned({ mode: 'charge-now' }), evening],
    ['charging-unplanned', planned({ observed: seen(evening, { charge: 'charging' }) }), evening],
    ['waiting', planned(), evening],
    ['charging', { ...planned(), observed: seen(fromAt, { charge: 'charging' }) }, fromAt],
    ['charging', { ...planned(), observed: seen(fromAt) }, fromAt],
  ])('%s', (key, vehicle, now) => {
    expect(statusOf(vehicle, now).key).toBe(key);
  });

  it('tells when it starts and when it is ready', () => {
    expect(statusOf(planned(), evening)).toEqual({ key: 'waiting', startAt: fromAt, readyAt: untilAt });
    const charging = { ...planned(), observed: seen(fromAt, { charge: 'charging' as const }) };
    expect(statusOf(charging, fromAt)).toEqual({ key: 'charging', startAt: null, readyAt: untilAt });
  });
});
