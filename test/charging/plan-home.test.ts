import { describe, expect, it } from 'vitest';
import { type HouseOutlook, unknownHouse } from '../../lib/charging/house-outlook.ts';
import { type HomeAsked, planHome } from '../../lib/charging/plan-home.ts';
import { fuseKw, type HomeVehicle, ordinaryWishes, type PlanInForce } from '../../lib/homes/index.ts';
import { atLocalTime, HOUR_MS, hourStart, QUARTER_MS } from '../../lib/time/index.ts';
import { aVehicle, evening, hours, nightPrices, pricesFrom, seen } from './support/a-vehicle.ts';

const socket = { ampere: 16, maxAmpere: 16, phases: 3, volts: 230 } as const;
const maxKw = 11.04;
const car = (vehicleRef: string, over: Partial<HomeVehicle> = {}): HomeVehicle => ({
  ...aVehicle({ observed: seen(evening, { soc: 0.4, maxKw, circuit: socket }), ...over }),
  vehicleRef,
});
/** What these steps ask of a demand, NOK a month. */
const steps = [
  { uptoKw: 4.999, nokPerMonth: 250 },
  { uptoKw: 9.999, nokPerMonth: 420 },
  { uptoKw: 10_000, nokPerMonth: 585 },
];
const house = (over: Partial<HouseOutlook> = {}): HouseOutlook => ({
  ...unknownHouse,
  loadKw: () => 1.5,
  ...over,
});
const underFuse = house({ fuseKw: fuseKw({ ampere: 25, phases: 3, net: 'TN' }), net: 'TN' });
const underSteps = house({ capacity: { steps, peaksOutside: () => [], earlierToday: null, assumed: false } });

async function plansOf(
  vehicles: readonly HomeVehicle[],
  over: Partial<HomeAsked> = {},
): Promise<Record<string, PlanInForce>> {
  const asked = vehicles.map((vehicle) => ({
    ...{ vehicle, prices: nightPrices, now: evening },
    ...{ reason: 'plugged-in' as const, planId: 'plan' },
  }));
  const home = { asked, house: underFuse, loads: [], share: 0, tellsOtherWishes: false, ...over };
  const plans = await planHome(home);
  return Object.fromEntries(plans);
}

/** What all windows draw at once at the worst moment, kW; cars without amperes at full power. */
function worstKw(plans: readonly PlanInForce[], loadKw: number): number {
  const edges = plans.flatMap(({ windows }) => windows.map(({ fromAt }) => fromAt));
  const drawn = edges.map((at) =>
    plans.reduce((sum, plan) => {
      const window = plan.windows.find(({ fromAt, untilAt }) => fromAt <= at && at < untilAt);
      if (window === undefined) return sum;
      return sum + (window.ampere === null ? plan.maxKw : window.ampere * (plan.kwPerAmpere ?? 0));
    }, loadKw),
  );
  return Math.max(...drawn);
}

describe('two cars behind one fuse', () => {
  it('are planned as one, never draw more than it carries, and are both ready', async () => {
    const { a, b } = (await plansOf([car('a'), car('b')])) as { a: PlanInForce; b: PlanInForce };
    expect([a.together, b.together]).toEqual([2, 2]);
    expect([a.shortfallKwh, b.shortfallKwh]).toEqual([0, 0]);
    expect(Math.min(a.endSoc, b.endSoc)).toBeGreaterThanOrEqual(0.8 - 1e-6);
    expect(worstKw([a, b], 1.5)).toBeLessThanOrEqual((underFuse.fuseKw ?? 0) + 1e-6);
    expect(a.fuseKw).toBeCloseTo(17.32, 2);
    expect(a.explanation).toContain('fuse-shared');
  });

  it('leave room for one that charges on the driver’s word', async () => {
    // Cheapest now: both would charge at once.
    const prices = pricesFrom(
      evening,
      Array.from({ length: 70 }, (_, q) => 40 + q),
    );
    const asked = [car('a'), car('b', { mode: 'charge-now' })].map((vehicle) => ({
      ...{ vehicle, prices, now: evening },
      ...{ reason: 'plugged-in' as const, planId: 'plan' },
    }));
    const { a, b } = (await plansOf([], { asked })) as { a: PlanInForce; b: PlanInForce };
    expect(b).toMatchObject({ together: 0, explanation: ['driver-charges-now'] });
    expect(a.together).toBe(1);
    expect(worstKw([a, b], 1.5)).toBeLessThanOrEqual((underFuse.fuseKw ?? 0) + 1e-6);
  });

  it('both charge where the planner fails', async () => {
    const asked = [car('a'), car('b')].map((vehicle) => ({
      ...{ vehicle, prices: nightPrices, now: evening },
      ...{ reason: 'plugged-in' as const, planId: 'plan' },
    }));
    const failing = () => Promise.reject(new Error('no plan today'));
    const home = { asked, house: underFuse, loads: [], share: 0, tellsOtherWishes: true };
    for (const plan of (await planHome(home, failing)).values()) {
      expect(plan).toMatchObject({ status: 'best-effort', solver: 'none' });
      expect(plan.windows[0]?.fromAt).toBe(evening);
    }
  });
});

describe('under a capacity fee', () => {
  const hourly = (plans: readonly PlanInForce[], loadKw: number): number => {
    const kwh = new Map<number, number>();
    for (const { slots } of plans) {
      for (const { startAt, powerKw } of slots) {
        const hour = hourStart(startAt);
        kwh.set(hour, (kwh.get(hour) ?? 0) + (powerKw * QUARTER_MS) / HOUR_MS);
      }
    }
    return loadKw + Math.max(...kwh.values());
  };

  it('a small need stays below the step of the house, and says what charging at once would have added', async () => {
    const light = car('a', { observed: seen(evening, { soc: 0.7, maxKw, circuit: socket }) });
    const { a } = (await plansOf([light], { house: underSteps })) as { a: PlanInForce };
    expect(a.shortfallKwh).toBe(0);
    expect(a.capacity).toMatchObject({
      riseOre: 0,
      uptoKw: 4.999,
      feeOre: 25000,
      assumed: false,
    });
    expect(a.capacity?.chargeNowRiseOre).toBeGreaterThan(0);
    expect(a.explanation).toContain('under-capacity-step');
    expect(hourly([a], 1.5)).toBeLessThanOrEqual(5);
  });

  it('is the same on each plan of the home', async () => {
    const { a, b } = (await plansOf([car('a'), car('b')], { house: { ...underSteps, fuseKw: 17.3 } })) as {
      a: PlanInForce;
      b: PlanInForce;
    };
    expect(a.capacity).toEqual(b.capacity);
    expect([a.shortfallKwh, b.shortfallKwh]).toEqual([0, 0]);
  });
});

describe('wishes', () => {
  const wishing = (wishes: object, soc = 0.4) =>
    car('a', {
      wishes: { ...ordinaryWishes, ...wishes },
      observed: seen(evening, { soc, maxKw, circuit: socket }),
    });
  const only = async (vehicle: HomeVehicle, over: Partial<HomeAsked> = {}) =>
    (await plansOf([vehicle], { house: unknownHouse, ...over })).a as PlanInForce;

  it('a battery below its reserve charges at once up to it, whatever it costs', async () => {
    const plan = await only(wishing({ reserveSoc: 0.3 }, 0.2));
    expect(plan.windows[0]?.fromAt).toBe(evening);
    expect(plan.explanation).toContain('reserve-first');
    const reserveHours = (0.1 * 75) / 0.9 / 11;
    expect((plan.windows[0]?.untilAt ?? 0) - evening).toBeCloseTo(hours(reserveHours), -6);
    expect(plan.endSoc).toBeCloseTo(0.8, 6);
  });

  it('a price limit is kept though the target is missed, and the reserve goes before it', async () => {
    const plan = await only(wishing({ priceLimitOre: 41, reserveSoc: 0.3 }, 0.2));
    const dear = plan.slots.filter(({ priceOrePerKwh, powerKw }) => priceOrePerKwh > 41 && powerKw > 0);
    expect(dear.every(({ startAt }) => startAt < evening + hours(1))).toBe(true);
    expect(plan.shortfallKwh).toBeGreaterThan(1);
    expect(plan.explanation[0]).toBe('price-limit');
  });

  it('one time goes before the day’s, with its own target', async () => {
    const once = { readyAt: atLocalTime('2026-10-23', '05:00'), targetSoc: 0.95 };
    const plan = await only(wishing({ once }));
    expect(plan).toMatchObject({ readyAt: once.readyAt, targetSoc: 0.95 });
    expect(plan.endSoc).toBeCloseTo(0.95, 6);
  });

  it('one time soon after the day’s is charged for in the cheap night, and the day’s is met on the way', async () => {
    const dayAt = atLocalTime('2026-10-23', '07:00');
    const once = { readyAt: atLocalTime('2026-10-23', '08:00'), targetSoc: 1 };
    const plan = await only(wishing({ once }));
    expect(plan).toMatchObject({ readyAt: once.readyAt, targetSoc: 1, shortfallKwh: 0 });
    const socAt = (at: number) =>
      plan.slots
        .filter(({ startAt }) => startAt < at)
        .reduce((soc, { powerKw }) => soc + (powerKw / 4) * (0.9 / 75), 0.4);
    expect(socAt(dayAt)).toBeGreaterThanOrEqual(0.8 - 1e-9);
    expect(socAt(once.readyAt)).toBeCloseTo(1, 6);
    // Four cheap hours take 44 of the 50 kWh.
    const cheap = plan.slots.filter(({ priceOrePerKwh }) => priceOrePerKwh < 100);
    expect(cheap.every(({ powerKw }) => powerKw > 10.9)).toBe(true);
  });

  it('behind a fuse dear hours give a reserve what it lacks and no more, whoever else is there', async () => {
    const dear = pricesFrom(
      evening,
      Array.from({ length: 70 }, () => 120),
    );
    const low = wishing({ reserveSoc: 0.3, priceLimitOre: 10 }, 0.05);
    const asked = [low, car('b')].map((vehicle) => ({
      ...{ vehicle, prices: dear, now: evening },
      ...{ reason: 'plugged-in' as const, planId: 'p' },
    }));
    const { a } = (await plansOf([], { asked })) as { a: PlanInForce };
    expect(a.windows[0]?.fromAt).toBe(evening);
    // Six amperes for a quarter hour are one and a half percent.
    // But for the crumb of whole amperes.
    expect(a.endSoc).toBeGreaterThanOrEqual(0.3 - 1e-3);
    expect(a.endSoc).toBeLessThan(0.316);
  });

  it('a ceiling holds even where power is paid for', async () => {
    const paid = pricesFrom(
      evening,
      Array.from({ length: 60 }, (_, q) => (q >= 20 && q < 44 ? -5 : 80)),
    );
    const asked = [
      {
        vehicle: wishing({ ceilingSoc: 0.9 }),
        prices: paid,
        now: evening,
        reason: 'plugged-in',
        planId: 'p',
      } as const,
    ];
    expect((await only(wishing({}), { asked })).endSoc).toBeCloseTo(0.9, 6);
  });

  it('warming up before the ready time is part of the house: the fuse carries it beside what charges', async () => {
    // Only the last hours are cheap, so that charging would go on while the car warms itself.
    const prices = pricesFrom(
      evening,
      Array.from({ length: 57 }, (_, q) => (q >= 49 ? 20 : 120)),
    );
    const fuse = house({ fuseKw: 12.5, net: 'TN' });
    const planWith = async (warmMinutes: number) => {
      const vehicles = [
        wishing({ warmMinutes }, 0.75),
        { ...car('b'), wishes: { ...ordinaryWishes, readyBy: '08:00' } },
      ];
      const asked = vehicles.map((vehicle) => ({
        ...{ vehicle, prices, now: evening },
        ...{ reason: 'plugged-in' as const, planId: 'p' },
      }));
      return (await plansOf([], { asked, house: fuse })).b as PlanInForce;
    };
    const readyAt = atLocalTime('2026-10-23', '07:00');
    const mostKw = ({ slots }: PlanInForce) =>
      Math.max(
        ...slots
          .filter(({ startAt }) => startAt >= readyAt - hours(0.5) && startAt < readyAt)
          .map(({ powerKw }) => powerKw),
      );
    const [cold, warm] = [await planWith(0), await planWith(30)];
    expect(mostKw(cold)).toBeGreaterThan(12.5 - 1.5 - 5);
    expect(mostKw(warm)).toBeLessThanOrEqual(12.5 - 1.5 - 5 + 1e-6);
  });

  it('one block is one window, and what it would cost otherwise is told', async () => {
    const plan = await only(wishing({ unbroken: true }), { tellsOtherWishes: true });
    expect(plan.windows).toHaveLength(1);
    expect(plan.wouldCost.map(({ change }) => change)).toContain('with-breaks');
    expect(plan.wouldCost.every(({ ore }) => Number.isFinite(ore))).toBe(true);
  });
});

describe('homes do not begin on the same second', () => {
  const flat = pricesFrom(
    evening,
    Array.from({ length: 70 }, (_, q) => (q >= 20 && q < 52 ? 40 : 120)),
  );
  const startOf = async (share: number) => {
    const asked = [
      { vehicle: car('a'), prices: flat, now: evening, reason: 'plugged-in', planId: 'p' } as const,
    ];
    const { a } = await plansOf([car('a')], { asked, share, house: unknownHouse });
    return a as PlanInForce;
  };

  it('where the price is the same: moved by the home’s share, at the same cost', async () => {
    const [first, later, last] = [await startOf(0), await startOf(0.4), await startOf(0.99)];
    expect(later.windows[0]?.fromAt).toBeGreaterThan(first.windows[0]?.fromAt ?? 0);
    expect(last.windows[0]?.fromAt).toBeGreaterThan(later.windows[0]?.fromAt ?? 0);
    expect(last.windows).toHaveLength(1);
    expect(Math.abs(last.costOre - first.costOre)).toBeLessThan(0.1);
    expect(last.status).toBe('optimal');
  });
});
