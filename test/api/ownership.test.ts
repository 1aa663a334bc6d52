import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type FunctionName, type FunctionRow, functions } from '../../lib/wiring.ts';
import type { Call } from '../consent/support/api-event.ts';
import { linkedCustomer, moveIn, withdraw } from '../consent/support/customer.ts';
import { startWorld, type World } from '../consent/support/world.ts';
import { inOslo } from '../support/price-terms.ts';

const START = Date.parse('2026-01-12T16:00:00Z');
let world: World;
let vehicleRef: string;
const someVehicle = 'AAAAAAAAAAAAAAAAAAAAAA';

beforeAll(async () => {
  world = await startWorld(START);
  vehicleRef = await linkedCustomer(world, 'owner');
  await linkedCustomer(world, 'other');
  await moveIn(world, 'carless');
  await linkedCustomer(world, 'withdrawn');
  await withdraw(world, 'withdrawn');
});
afterAll(() => world.stop());

/** One good request for every protected route; a route without one fails the first test below. */
const requests: Readonly<Record<string, Omit<Call, 'customer'>>> = {
  'get-overview': {},
  'get-prices': { query: { from: '2026-01-12T16:00:00Z', to: '2026-01-12T17:00:00Z' } },
  'get-sessions': {},
  'find-place': { body: { postcode: '0150' } },
  'put-home': { body: inOslo },
  'put-wishes': { body: { readyBy: '06:45', targetPercent: 75 } },
  'put-mode': { body: { mode: 'pause' } },
  'get-consent': { query: { language: 'nb' } },
  'begin-link': {
    body: {
      provider: 'tesla',
      language: 'nb',
      noticeVersion: 'x',
      noticeSha256: 'a'.repeat(64),
      batteryKwh: 60,
    },
  },
  'complete-link': { body: { code: 'c', state: 's' } },
  'withdraw-consent': { body: {} },
};
const protectedRoutes = Object.entries(functions as Readonly<Record<string, FunctionRow>>)
  .filter(([, row]) => row.triggers.some((trigger) => trigger.kind === 'route' && trigger.protected))
  .map(([name]) => name as FunctionName);
const aboutAVehicle = (['put-wishes', 'put-mode'] as const).map((name) => ({ name }));

function ask(name: FunctionName, customer: string | undefined, path = { vehicleRef }) {
  const isAboutAVehicle = aboutAVehicle.some((route) => route.name === name);
  return world.call(name, {
    ...requests[name],
    ...(customer === undefined ? {} : { customer }),
    ...(isAboutAVehicle ? { path } : {}),
  });
}

describe('what belongs to whom', () => {
  test('every protected route is in this matrix', () => {
    expect(Object.keys(requests).sort()).toEqual([...protectedRoutes].sort());
  });

  test.each(protectedRoutes)('%s without a signed-in customer is refused', async (name) => {
    expect(await ask(name, undefined)).toMatchObject({ status: 401, body: { code: 'not-signed-in' } });
  });

  test.each(aboutAVehicle)(
    '$name: another’s car and one that does not exist are told apart by nothing',
    async ({ name }) => {
      for (const customer of ['other', 'carless', 'nobody']) {
        const anothers = await ask(name, customer);
        const nobodys = await ask(name, customer, { vehicleRef: someVehicle });
        expect(anothers).toEqual(nobodys);
        expect(anothers.status).toBe(404);
      }
    },
  );

  test('no answer to another customer, or to one without a home, says anything of the owner', async () => {
    const owners = await world.call('get-overview', { customer: 'owner' });
    for (const name of protectedRoutes.filter((route) => route !== 'withdraw-consent')) {
      for (const customer of ['other', 'carless', 'nobody-yet']) {
        const { text } = await ask(name, customer);
        expect(text).not.toContain(vehicleRef);
        expect(text).not.toContain('owner');
      }
    }
    expect((await world.call('get-overview', { customer: 'owner' })).body).toEqual(owners.body);
  });

  test('a customer who withdrew sees that, and can change nothing', async () => {
    const { body } = await world.call('get-overview', { customer: 'withdrawn' });
    expect(body.withdrawal).toMatchObject({ requestedAt: '2026-01-12T16:00:00Z', done: [] });
    for (const name of ['put-home', 'put-wishes', 'put-mode', 'complete-link'] as const) {
      expect(await ask(name, 'withdrawn')).toMatchObject({ status: 409 });
    }
  });

  test('the owner is served', async () => {
    expect(await ask('put-wishes', 'owner')).toMatchObject({
      status: 200,
      body: { readyBy: '06:45', targetPercent: 75 },
    });
    expect(await ask('put-mode', 'owner')).toMatchObject({ status: 200, body: { mode: 'pause' } });
    const { body } = await ask('get-overview', 'owner');
    expect(body.vehicles).toMatchObject([
      { vehicleRef, wishes: { readyBy: '06:45', targetPercent: 75 }, mode: 'pause' },
    ]);
  });
});
