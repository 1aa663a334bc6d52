import type { Instant } from '../../time/index.ts';
import { powerKwAt } from './battery.ts';
import type { SimulatedCar } from './car.ts';
import { amperesTaken, isAtLimit, modelOf } from './car-life.ts';
import type { CarState } from './car-state.ts';
import { driveState, gossip, type HomeSecrets } from './secrets-of-a-home.ts';

type Json = Record<string, unknown>;

/** The vehicle object of lists, state reads and wake-ups. Ids are larger than a double holds: `id_s` has all digits. */
export function vehicleObject(car: CarState, home: HomeSecrets): Json {
  return {
    id: `#${car.id}#`,
    vehicle_id: `#9${car.id.slice(1)}#`,
    vin: car.vin,
    color: null,
    access_type: 'OWNER',
    display_name: car.displayName,
    option_codes: 'TEST0,COUS',
    granular_access: { hide_private: false },
    tokens: ['4f993c5b9e2b937b', gossip(home, car)],
    state: car.reach,
    in_service: false,
    id_s: car.id,
    calendar_enabled: true,
    api_version: 71,
    backseat_token: null,
    cached_data: Buffer.from(gossip(home, car)).toString('base64'),
  };
}

/** `vehicle_data` of a car that is online. Whatever endpoints were asked for, the position comes along. */
export function vehicleData(simulated: SimulatedCar, home: HomeSecrets, now: Instant): Json {
  simulated.snapshot();
  const car = simulated.state;
  return {
    ...vehicleObject(car, home),
    charge_state: chargeState(car, home, now),
    drive_state: driveState(home, now),
    location_data: { latitude: home.latitude, longitude: home.longitude },
    gui_settings: {
      gui_distance_units: 'km/hr',
      recent_places: [[home.latitude, home.longitude], home.address],
    },
    vehicle_state: {
      vehicle_name: car.displayName,
      odometer: 12_345.678,
      places: { [`${home.latitude},${home.longitude}`]: 'home' },
      timestamp: now,
    },
  };
}

function chargeState(car: CarState, home: HomeSecrets, now: Instant): Json {
  const usable = Math.round(car.soc * 100);
  const reported = chargingState(car, now);
  const isDrawing = reported === 'Charging';
  const powerKw = isDrawing ? powerKwAt(modelOf(car), car.soc) : 0;
  return {
    battery_level: Math.min(usable + 1, 100),
    usable_battery_level: usable,
    battery_range: usable * 2.6,
    charge_limit_soc: car.limitPercent,
    charge_limit_soc_min: 50,
    charge_limit_soc_max: 100,
    charge_limit_soc_std: 80,
    charging_state: reported,
    charge_port_door_open: car.plugged,
    charge_port_latch: car.plugged ? 'Engaged' : 'Disengaged',
    conn_charge_cable: car.plugged ? 'IEC' : '<invalid>',
    charger_power: Math.round(powerKw),
    ...charger(car, isDrawing, powerKw),
    charge_amps: amperesTaken(car),
    charge_current_request: amperesTaken(car),
    charge_current_request_max: car.amperes,
    charge_energy_added: Math.round(car.sessionBatteryKwh * 100) / 100,
    minutes_to_full_charge: 0,
    time_to_full_charge: 0,
    scheduled_charging_mode: 'Off',
    scheduled_charging_pending: false,
    scheduled_charging_start_time: null,
    fast_charger_present: false,
    fast_charger_type: '<invalid>',
    charge_port_position: { lat: home.latitude, lon: home.longitude },
    last_charger: gossip(home, car),
    timestamp: now,
  };
}

/** Phases are told only while the car charges; an unplugged charger reads a volt or two. */
function charger(car: CarState, isDrawing: boolean, powerKw: number): Json {
  const saidPhases = car.saysTwoForThreePhases && car.phases === 3 ? 2 : car.phases;
  return {
    charger_voltage: car.plugged ? car.volts : 2,
    charger_phases: isDrawing ? saidPhases : null,
    charger_actual_current: isDrawing ? Math.round((powerKw * 1000) / (car.volts * car.phases)) : 0,
    charger_pilot_current: car.amperes,
  };
}

function chargingState(car: CarState, now: Instant): string {
  if (!car.plugged) {
    return 'Disconnected';
  }
  if (car.flowFromAt !== null) {
    return now < car.flowFromAt ? 'Starting' : 'Charging';
  }
  if (now < car.reportsChargingUntilAt) {
    return 'Charging';
  }
  return isAtLimit(car) ? 'Complete' : 'Stopped';
}
