import { describe, expect, it } from 'vitest';
import { chargeStateSchema, observationOf } from '../../lib/devices/tesla/charge-state.ts';

/** As recorded: a plugged-in car that was told to wait. */
const stopped = {
  battery_level: 46,
  usable_battery_level: 45,
  charge_limit_soc: 80,
  charging_state: 'Stopped',
  charger_power: 0,
  charger_voltage: 231,
  charger_phases: null,
  charge_amps: 16,
  charge_current_request_max: 16,
  charge_energy_added: 3.9,
  minutes_to_full_charge: 0,
  time_to_full_charge: 0,
  conn_charge_cable: 'IEC',
  charge_port_latch: 'Engaged',
  scheduled_charging_mode: 'Off',
  timestamp: 1_794_873_600_123,
};
const fetchedAt = 1_794_873_601_000;
const observe = (changes: Record<string, unknown> = {}) =>
  observationOf(chargeStateSchema.parse({ ...stopped, ...changes }), fetchedAt);

describe('what a Tesla says, in our units', () => {
  it('reads a recorded answer', () => {
    expect(observe()).toEqual({
      observedAt: 1_794_873_600_123,
      fetchedAt,
      reach: 'online',
      soc: 0.45,
      limitSoc: 0.8,
      plug: 'plugged',
      charge: 'stopped',
      powerKw: 0,
      maxKw: null,
      sessionKwh: 3.9,
      circuit: { ampere: null, maxAmpere: 16, phases: null, volts: 231 },
    });
  });

  it('takes what the driver set the car to, where that is less than the socket gives', () => {
    const charging = { charging_state: 'Charging', charger_phases: 1, charger_voltage: 230 };
    expect(observe({ ...charging, charge_current_request: 8 }).maxKw).toBeCloseTo(1.84, 9);
    expect(observe({ ...charging, charge_current_request: 32 }).maxKw).toBeCloseTo(3.68, 9);
    expect(observe(charging).maxKw).toBeCloseTo(3.68, 9);
  });

  it('takes a car at a fast charger as not plugged in: it is on the road, and not ours to steer', () => {
    const onTheRoad = { charging_state: 'Charging', fast_charger_present: true, charger_power: 150 };
    expect(observe(onTheRoad).plug).toBe('unplugged');
    expect(observe({ ...onTheRoad, fast_charger_present: false }).plug).toBe('plugged');
  });

  it('takes the usable level, which is lower when the battery is cold, and the other where it is missing', () => {
    expect(observe({ usable_battery_level: undefined }).soc).toBe(0.46);
    expect(observe({ usable_battery_level: null, battery_level: null }).soc).toBeNull();
  });

  it.each([
    ['Charging', 'charging', 'plugged'],
    ['Starting', 'starting', 'plugged'],
    ['Complete', 'complete', 'plugged'],
    ['NoPower', 'no-power', 'plugged'],
    ['Disconnected', 'unknown', 'unplugged'],
    ['Calibrating', 'unknown', 'plugged'],
    [null, 'unknown', 'plugged'],
    ['constructor', 'unknown', 'plugged'],
  ])('reads charging_state %s as %s, %s', (charging_state, charge, plug) => {
    expect(observe({ charging_state })).toMatchObject({ charge, plug });
  });

  it.each([
    ['<invalid>', 'unplugged'],
    ['SAE', 'plugged'],
    [null, 'unknown'],
    [undefined, 'unknown'],
  ])('asks the cable where charging_state is null: %s is %s', (conn_charge_cable, plug) => {
    expect(observe({ charging_state: null, conn_charge_cable }).plug).toBe(plug);
  });

  it.each([
    [3, 11.088],
    [2, 11.088],
    [1, 3.696],
    [null, null],
    [0, null],
  ])('knows the socket by volts, amperes and %s phases: %s kW', (charger_phases, maxKw) => {
    expect(observe({ charger_phases }).maxKw).toBe(maxKw);
  });

  it('does not take the idle volts of an unplugged charger for a socket', () => {
    expect(observe({ charger_phases: 3, charger_voltage: 2 }).maxKw).toBeNull();
  });

  it('works the power out of volts and amperes where it is not told', () => {
    const drawing = { charger_power: null, charger_phases: 3, charger_actual_current: 10 };
    expect(observe(drawing).powerKw).toBeCloseTo(6.93, 10);
    expect(observe({ charger_power: null }).powerKw).toBeNull();
  });

  it('takes nonsense for not told: null, never 0', () => {
    const nonsense = { usable_battery_level: 255, battery_level: 'full', charge_limit_soc: -1 };
    expect(observe({ ...nonsense, charge_energy_added: Number.NaN })).toMatchObject({
      soc: null,
      limitSoc: null,
      sessionKwh: null,
    });
  });

  it('does not believe a sample from the future', () => {
    expect(observe({ timestamp: fetchedAt + 60_000 }).observedAt).toBe(fetchedAt);
    expect(observe({ timestamp: null }).observedAt).toBe(fetchedAt);
  });
});
