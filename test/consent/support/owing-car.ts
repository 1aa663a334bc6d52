import { recordFinishedSessions } from '../../../lib/savings/index.ts';
import { change } from './customer.ts';
import type { World } from './world.ts';

/** The car is plugged in and paused by us, with a lower limit than its owner's: what we owe it back when we let go. */
export async function pauseCar(world: World, customer: string): Promise<void> {
  const [car] = world.tesla.cars;
  car?.driveTo(0.4);
  car?.setLimit(70);
  car?.plugIn();
  car?.stop();
  await change(world, customer, (home) => ({
    ...home,
    vehicles: home.vehicles.map((vehicle) => ({
      ...vehicle,
      owed: { pausedByUs: true, limitSocBefore: 0.8, ampereBefore: null },
    })),
  }));
}

/** A session of last night, in the savings table as the service writes it. */
export async function saveSession(world: World, customer: string): Promise<void> {
  const now = world.clock.now();
  await change(world, customer, (home) => ({
    ...home,
    finishedSessions: [
      {
        vehicleRef: String(home.vehicles[0]?.vehicleRef),
        pluggedInAt: now - 16 * 3_600_000,
        endedAt: now - 2 * 3_600_000,
        gridKwh: 30,
        costOre: 2400,
        chargeNowOre: 4100,
        unpriced: false,
        assumed: false,
      },
    ],
  }));
  await recordFinishedSessions(world.platform('follow-plan'), customer);
}
