import { percent } from './amounts.ts';
import { batteryPath } from './battery-path.ts';
import { clockAt } from './clock-spans.ts';
import type { HeldBack } from './held-back.ts';
import type { CarFacts, PlanFacts } from './plan-facts.ts';

/** A battery this near to what it should hold, kWh, has nothing to spare. */
const SPARE_KWH = 1e-4;

/** The reserve, and further deadlines, where they make a car charge at a dear hour before a cheaper one. */
export function whyOrder({ model }: PlanFacts, car: CarFacts, held: HeldBack): string[] {
  const later = held.cheaper.filter((t) => t > held.dearest);
  if (later.length === 0) return [];
  const path = batteryPath(car.vehicle, model.problem.slots, car.row);
  /** Whether energy cannot wait from the dearest slot until a cheaper one, because slot `end` would begin with too little. */
  const holds: Holds = (end, neededKwh) =>
    end > held.dearest && later.some((t) => t >= end) && (path[end] ?? 0) <= neededKwh + SPARE_KWH;
  return [...whyReserve(model, car, path, holds), ...whyMilestone(model, car, holds)];
}

type Model = PlanFacts['model'];
type Holds = (end: number, neededKwh: number) => boolean;

function whyReserve(
  model: Model,
  { vehicle, v, name }: CarFacts,
  path: readonly number[],
  holds: Holds,
): string[] {
  const ramp = model.cars[v]?.rampKwh ?? null;
  const { soc, capacityKwh, efficiency, minSoc = 0 } = vehicle;
  const isTight = ramp?.some((kwh, t) => holds(t + 1, soc * capacityKwh + efficiency * kwh)) ?? false;
  if (!isTight) return [];
  const whose = name === null ? '' : ` of ${name}`;
  const until = path.findIndex((kwh) => kwh >= minSoc * capacityKwh - SPARE_KWH);
  const by = until >= 0 ? `, had by ${clockAt(model.problem.slots, until)}` : '';
  return [`The reserve${whose} comes first, whatever it costs: ${percent(minSoc)}${by}.`];
}

function whyMilestone(model: Model, { vehicle, name }: CarFacts, holds: Holds): string[] {
  const stone = (vehicle.milestones ?? []).find((one) => holds(one.slot, one.soc * vehicle.capacityKwh));
  if (!stone) return [];
  const at = clockAt(model.problem.slots, stone.slot);
  return [`${name ?? 'It'} charges at dearer hours to hold ${percent(stone.soc)} by ${at}.`];
}
