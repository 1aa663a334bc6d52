import type { Want } from './car-wants.ts';
import type { ModelCar } from './model-car.ts';
import type { Vehicle } from './problem.ts';

/**
 * What should be in, for a car that may also give: as grid-side kWh of charging since the begin, below 0 where the battery holds
 * more than is asked for. The reserve must hold in every slot, because giving can lower the battery again.
 */
export function v2hWants(car: ModelCar, vehicle: Vehicle): Want[] {
  const { capacityKwh, soc, targetSoc, efficiency, milestones = [] } = vehicle;
  const count = car.mostKwh.length;
  const reach = new Float64Array(count + 1);
  for (let t = 0; t < count; t += 1)
    reach[t + 1] = Math.min(car.roomKwh, (reach[t] ?? 0) + (car.mostKwh[t] ?? 0));
  const level = (before: number, levelSoc: number) => {
    const kwh = ((levelSoc - soc) * capacityKwh) / efficiency;
    return { before, kwh: Math.min(kwh, reach[before] ?? 0), reserve: false };
  };
  const wants = [...milestones.map(({ slot, soc: goal }) => level(slot, goal)), level(count, targetSoc)];
  const { rampKwh } = car;
  if (!rampKwh) return wants;
  const worst = rampKwh.reduce((most, kwh, t) => Math.max(most, kwh - (reach[t + 1] ?? 0)), 0);
  for (const [t, kwh] of rampKwh.entries()) wants.push({ before: t + 1, kwh: kwh - worst, reserve: true });
  return wants;
}

/** Grid-side kWh of charging that the battery holds above its floor at the begin. */
export function spareKwh({ capacityKwh, soc, efficiency, discharge }: Vehicle): number {
  return (Math.max(0, soc - (discharge?.floorSoc ?? 0)) * capacityKwh) / efficiency;
}
