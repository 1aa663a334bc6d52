/** Usable battery, the power the socket gives at most (grid side), and the share of it that reaches the battery. */
export interface ChargeModel {
  readonly batteryKwh: number;
  readonly fullPowerKw: number;
  readonly efficiency: number;
}

/** Above this state of charge the car takes less and less: in a straight line down to a quarter at 100 %. */
const kneeSoc = 0.8;
const powerShareAtFull = 0.25;
const slope = (1 - powerShareAtFull) / (1 - kneeSoc);

/** Grid power the car takes at this state of charge (0–1), kW. */
export function powerKwAt(model: ChargeModel, soc: number): number {
  return model.fullPowerKw * powerShare(soc);
}

export interface Charged {
  readonly soc: number;
  readonly gridKwh: number;
  /** Hours that energy flowed; fewer than asked for where the limit was met. */
  readonly hours: number;
}

/**
 * Charges for some hours, at most to the limit. Exact: below the knee the state of charge rises in a line; above it the
 * power share p falls as p' = −slope · rate · p, so it decays exponentially. Charging in pieces gives what charging in one
 * go gives, whenever anybody looks.
 */
export function chargeFor(model: ChargeModel, soc: number, hours: number, limitSoc: number): Charged {
  const rate = (model.fullPowerKw * model.efficiency) / model.batteryKwh;
  const below = chargeBelowKnee(rate, soc, hours, limitSoc);
  const above = chargeAboveKnee(rate, below.soc, hours - below.hours, limitSoc);
  return {
    soc: above.soc,
    gridKwh: ((above.soc - soc) * model.batteryKwh) / model.efficiency,
    hours: below.hours + above.hours,
  };
}

interface Stretch {
  readonly soc: number;
  readonly hours: number;
}

function chargeBelowKnee(rate: number, soc: number, hours: number, limitSoc: number): Stretch {
  const endSoc = Math.min(kneeSoc, limitSoc);
  if (soc >= endSoc || hours <= 0) {
    return { soc, hours: 0 };
  }
  const needed = (endSoc - soc) / rate;
  return needed <= hours ? { soc: endSoc, hours: needed } : { soc: soc + rate * hours, hours };
}

function chargeAboveKnee(rate: number, soc: number, hours: number, limitSoc: number): Stretch {
  if (soc < kneeSoc || soc >= limitSoc || hours <= 0) {
    return { soc, hours: 0 };
  }
  const share = powerShare(soc);
  const needed = Math.log(share / powerShare(limitSoc)) / (slope * rate);
  if (needed <= hours) {
    return { soc: limitSoc, hours: needed };
  }
  const shareAfter = share * Math.exp(-slope * rate * hours);
  return { soc: kneeSoc + (1 - shareAfter) / slope, hours };
}

function powerShare(soc: number): number {
  return soc <= kneeSoc ? 1 : Math.max(1 - slope * (soc - kneeSoc), powerShareAtFull);
}
