import type { Circuit, Observation } from '../devices/index.ts';
import { HOUR_MS } from '../time/index.ts';

/** More than this per hour, plus a rounding, is a glitch: alternating current cannot, and it is not acted on. */
const plausibleSocPerHour = 0.3;
const plausibleSocRounding = 0.05;

/**
 * What we believe of the car after this answer. A sleeping or unreachable car tells nothing: what it said last stands,
 * except that a sleeping car does not charge. An answer older than what we have is not believed over it.
 */
export function mergeObservation(known: Observation | null, told: Observation): Observation {
  if (known === null) return told;
  if (told.reach !== 'online') {
    const charge = told.reach === 'asleep' && known.charge === 'charging' ? 'unknown' : known.charge;
    return { ...known, charge, reach: told.reach, fetchedAt: told.fetchedAt };
  }
  if (told.observedAt < known.observedAt) return { ...known, reach: told.reach, fetchedAt: told.fetchedAt };
  const doubted = isDoubtful(known, told);
  return {
    ...told,
    // A doubted battery leaves the time of the last believed one, so that what stays true is believed in the end.
    ...(doubted && { soc: known.soc, observedAt: known.observedAt }),
    limitSoc: told.limitSoc ?? known.limitSoc,
    plug: told.plug === 'unknown' ? known.plug : told.plug,
    circuit: circuitOf(known, told),
  };
}

/** Phases and volts are told only under load: what the socket was seen to be stands until the plug is out. */
function circuitOf(known: Observation, told: Observation): Circuit | null {
  if (told.plug === 'unplugged' || known.plug === 'unplugged' || known.circuit === null) return told.circuit;
  if (told.circuit === null) return known.circuit;
  return {
    ampere: told.circuit.ampere ?? known.circuit.ampere,
    maxAmpere: told.circuit.maxAmpere ?? known.circuit.maxAmpere,
    phases: told.circuit.phases ?? known.circuit.phases,
    volts: told.circuit.volts ?? known.circuit.volts,
  };
}

function isDoubtful(known: Observation, told: Observation): boolean {
  if (told.soc === null || known.soc === null || told.plug !== 'plugged' || known.plug !== 'plugged')
    return false;
  const hours = (told.observedAt - known.observedAt) / HOUR_MS;
  return Math.abs(told.soc - known.soc) > plausibleSocPerHour * hours + plausibleSocRounding;
}
