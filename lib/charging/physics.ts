/** Battery kWh gained per grid kWh on alternating current: cable, on-board charger and the car's own consumption. */
export const chargingEfficiency = 0.9;

/** What a car is taken to charge with until it tells: 16 A on one phase. Too little rather than too much, so that it starts in time. */
export const assumedMaxKw = 3.6;

/** One ampere on one phase: no car charges with less. */
const leastKw = 0.2;

/** Power that a car says it charges with, kW; null where it says none or what cannot be: time is energy divided by it. */
export function believablePowerKw(toldKw: number | null): number | null {
  return toldKw !== null && toldKw >= leastKw ? toldKw : null;
}

/** State of charge is told in whole percent: closer than this is there. */
export const socTolerance = 0.005;

/** No car charges with less on a phase, A (IEC 61851-1); it charges with this or not at all. */
export const leastAmpere = 6;
