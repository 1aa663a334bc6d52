import { unknownHouse } from '../../../lib/charging/house-outlook.ts';
import type { Asked } from '../../../lib/charging/plan-basis.ts';
import { planHome } from '../../../lib/charging/plan-home.ts';
import type { Planner } from '../../../lib/charging/solve-home.ts';
import type { PlanInForce } from '../../../lib/homes/index.ts';

/**
 * The plan for one car in a house that nothing is told of, from now until the driver's next ready time. Where prices end before that,
 * the known quarters are planned if the energy fits into them (the rest is replanned when prices arrive); if it does not, or nothing
 * is known of battery or prices, the car charges at once: driver first.
 */
export async function makePlan(asked: Asked, planner?: Planner): Promise<PlanInForce> {
  const plans = await planHome(
    { asked: [asked], house: unknownHouse, loads: [], share: 0, tellsOtherWishes: false },
    planner,
  );
  return plans.get(asked.vehicle.vehicleRef) as PlanInForce;
}
