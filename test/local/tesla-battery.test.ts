import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ChargeModel, chargeFor, powerKwAt } from '../../lib/local/tesla-simulator/battery.ts';

const ordinary: ChargeModel = { batteryKwh: 60, fullPowerKw: 11.04, efficiency: 0.9 };
const soc = fc.double({ min: 0, max: 1, noNaN: true });
const limit = fc.integer({ min: 50, max: 100 }).map((percent) => percent / 100);
const hours = fc.double({ min: 0, max: 20, noNaN: true });
const model = fc.record({
  batteryKwh: fc.double({ min: 20, max: 120, noNaN: true }),
  fullPowerKw: fc.double({ min: 1, max: 22, noNaN: true }),
  efficiency: fc.double({ min: 0.8, max: 1, noNaN: true }),
});

describe('the battery of the simulated car', () => {
  it('takes full power up to 80 %, then less in a straight line to a quarter at 100 %', () => {
    expect(powerKwAt(ordinary, 0.2)).toBe(11.04);
    expect(powerKwAt(ordinary, 0.8)).toBe(11.04);
    expect(powerKwAt(ordinary, 0.9)).toBeCloseTo(11.04 * 0.625, 10);
    expect(powerKwAt(ordinary, 1)).toBeCloseTo(11.04 * 0.25, 10);
  });

  it('needs the hours that a pencil needs below the knee', () => {
    const charged = chargeFor(ordinary, 0.5, 10, 0.8);
    expect(charged.hours).toBeCloseTo((0.3 * 60) / (11.04 * 0.9), 10);
    expect(charged.gridKwh).toBeCloseTo(20, 10);
    expect(charged.soc).toBe(0.8);
  });

  it('agrees above the knee with adding up small steps', () => {
    let stepped = 0.8;
    const stepHours = 1 / 36_000;
    for (let step = 0; step < 36_000; step++) {
      stepped += (powerKwAt(ordinary, stepped) * ordinary.efficiency * stepHours) / ordinary.batteryKwh;
    }
    expect(chargeFor(ordinary, 0.8, 1, 1).soc).toBeCloseTo(stepped, 4);
  });

  it('charges the same in pieces as in one go', () => {
    fc.assert(
      fc.property(model, soc, limit, hours, hours, (car, from, to, first, second) => {
        const atOnce = chargeFor(car, from, first + second, to);
        const half = chargeFor(car, from, first, to);
        const whole = chargeFor(car, half.soc, second, to);
        expect(whole.soc).toBeCloseTo(atOnce.soc, 9);
        expect(half.gridKwh + whole.gridKwh).toBeCloseTo(atOnce.gridKwh, 7);
        expect(half.hours + whole.hours).toBeCloseTo(atOnce.hours, 6);
      }),
    );
  });

  it('never passes the limit, never falls, and loses only what the charger loses', () => {
    fc.assert(
      fc.property(model, soc, limit, hours, (car, from, to, long) => {
        const charged = chargeFor(car, from, long, to);
        expect(charged.soc).toBeGreaterThanOrEqual(from);
        expect(charged.soc).toBeLessThanOrEqual(Math.max(from, to));
        expect(charged.hours).toBeLessThanOrEqual(long);
        expect(charged.gridKwh * car.efficiency).toBeCloseTo((charged.soc - from) * car.batteryKwh, 7);
        expect(charged.gridKwh).toBeLessThanOrEqual(car.fullPowerKw * charged.hours + 1e-9);
      }),
    );
  });
});
