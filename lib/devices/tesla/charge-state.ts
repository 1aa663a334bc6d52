import * as z from 'zod';
import type { Instant } from '../../time/index.ts';
import type { ChargeState, Circuit, Observation, PlugState } from '../port.ts';

/** A field that is missing, null or out of its range was not told: `null`, never 0. */
const told = <Schema extends z.ZodType>(schema: Schema) => schema.nullable().catch(null);
const percent = told(z.number().min(0).max(100));
const amount = told(z.number().min(0));

/** The part of Tesla's `charge_state` this service may know. */
export const chargeStateSchema = z.object({
  timestamp: told(z.number().positive()),
  battery_level: percent,
  usable_battery_level: percent,
  charge_limit_soc: percent,
  charging_state: told(z.string()),
  conn_charge_cable: told(z.string()),
  charger_power: amount,
  charger_voltage: amount,
  charger_actual_current: amount,
  charger_phases: told(z.number().int().min(1).max(3)),
  charge_current_request: amount,
  charge_current_request_max: amount,
  charge_energy_added: amount,
  fast_charger_present: told(z.boolean()),
});
type TeslaChargeState = z.infer<typeof chargeStateSchema>;

/** A map, not an object: what Tesla says is looked up in it, and `constructor` must not be found. */
const chargeStates: ReadonlyMap<string, ChargeState> = new Map([
  ['Charging', 'charging'],
  ['Starting', 'starting'],
  ['Stopped', 'stopped'],
  ['Complete', 'complete'],
  ['NoPower', 'no-power'],
]);
/** Below this the voltage is the idle charger's own, not the socket's. */
const leastSocketVolts = 90;

/** Tesla's units (%, V, A per phase, whole kW) become the port's. */
export function observationOf(state: TeslaChargeState, fetchedAt: Instant): Observation {
  return {
    observedAt: Math.min(state.timestamp ?? fetchedAt, fetchedAt),
    fetchedAt,
    reach: 'online',
    // The usable level is what the battery can give now; it is below the other when the battery is cold.
    soc: fraction(state.usable_battery_level ?? state.battery_level),
    limitSoc: fraction(state.charge_limit_soc),
    plug: plugOf(state),
    charge: chargeStates.get(state.charging_state ?? '') ?? 'unknown',
    powerKw: state.charger_power ?? kw(state, state.charger_actual_current),
    maxKw: kw(state, amperesTaken(state)),
    sessionKwh: state.charge_energy_added,
    circuit: circuitOf(state),
  };
}

function circuitOf(state: TeslaChargeState): Circuit {
  const { charger_voltage: volts } = state;
  return {
    ampere: state.charge_current_request,
    maxAmpere: state.charge_current_request_max,
    phases: phasesOf(state),
    volts: volts !== null && volts >= leastSocketVolts ? volts : null,
  };
}

/** Older cars say 2 for three phases; a car that does not charge tells none. */
function phasesOf({ charger_phases: told }: TeslaChargeState): Circuit['phases'] {
  if (told === null) return null;
  return told === 1 ? 1 : 3;
}

/** What the driver set the car to take, where that is less than the socket gives. */
function amperesTaken({
  charge_current_request,
  charge_current_request_max,
}: TeslaChargeState): number | null {
  if (charge_current_request === null || charge_current_request_max === null)
    return charge_current_request_max;
  return Math.min(charge_current_request, charge_current_request_max);
}

/** A car at a fast charger is on the road: to us, who steer it at home, it is not plugged in. Else: `charging_state` is null just after waking and can hold words not listed: then the cable tells. */
function plugOf(state: TeslaChargeState): PlugState {
  if (state.charging_state === 'Disconnected' || state.fast_charger_present === true) {
    return 'unplugged';
  }
  if (chargeStates.has(state.charging_state ?? '')) {
    return 'plugged';
  }
  if (state.conn_charge_cable === null || state.conn_charge_cable === '') {
    return 'unknown';
  }
  return state.conn_charge_cable === '<invalid>' ? 'unplugged' : 'plugged';
}

/** Volts × amperes × phases. */
function kw(state: TeslaChargeState, amperes: number | null): number | null {
  const { volts, phases } = circuitOf(state);
  return volts === null || phases === null || amperes === null ? null : (volts * amperes * phases) / 1000;
}

function fraction(value: number | null): number | null {
  return value === null ? null : value / 100;
}
