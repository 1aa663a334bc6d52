import { afterAll, beforeAll, expect, test } from 'vitest';
import { crashEverywhere } from './support/crash-everywhere.ts';
import { linkedCustomer, withdraw } from './support/customer.ts';
import { pauseCar, saveSession } from './support/owing-car.ts';
import { nothingButTheRecord, remains } from './support/remains.ts';
import { startWorld, type World } from './support/world.ts';

const MINUTE = 60_000;
const endings = ['given', 'withdrawn', 'revoked', 'erased'];
let world: World;
beforeAll(async () => {
  world = await startWorld(Date.parse('2026-01-12T16:00:00Z'));
});
afterAll(() => world.stop());

/** A customer with everything that can be owed and erased. */
async function settled(customer: string): Promise<void> {
  await linkedCustomer(world, customer);
  await pauseCar(world, customer);
  await saveSession(world, customer);
}

test('the answer cut off anywhere: asked again, the same receipt and the same end', async () => {
  const places = await crashEverywhere(async (nth) => {
    const customer = `answer-${nth}`;
    await settled(customer);
    const crash = world.crashAt('withdraw-consent', nth, 'after');
    await withdraw(world, customer).catch(() => undefined);
    const { body } = await withdraw(world, customer);
    await world.runUntil(world.clock.now() + 5 * MINUTE);
    expect({ nth, ...(await remains(world, customer, body.consentRef)) }).toEqual({
      nth,
      ...nothingButTheRecord,
      events: endings,
    });
    return crash;
  });
  expect(places).toBe(5);
});

/** The first run does all but the erasing, which waits a minute; the second erases. */
test.each([
  { run: 'first', crashAfterMs: 0, atLeast: 30 },
  { run: 'second', crashAfterMs: MINUTE - 1, atLeast: 10 },
])(
  'the $run run of forgetting cut off anywhere: delivered again, the same end',
  async ({ crashAfterMs, atLeast }) => {
    const places = await crashEverywhere(async (nth) => {
      const customer = `run-${crashAfterMs}-${nth}`;
      await settled(customer);
      const { body } = await withdraw(world, customer);
      const withdrawnAt = world.clock.now();
      if (crashAfterMs > 0) await world.runUntil(withdrawnAt + crashAfterMs);
      const crash = world.crashAt('forget-customer', nth, 'after');
      await world.runUntil(withdrawnAt + 15 * MINUTE);
      const [car] = world.tesla.cars;
      expect({ nth, ...(await remains(world, customer, body.consentRef)) }).toEqual({
        nth,
        ...nothingButTheRecord,
        events: endings,
      });
      expect(car?.snapshot()).toMatchObject({ limitPercent: 80 });
      return crash;
    });
    expect(places).toBeGreaterThanOrEqual(atLeast);
  },
);
