import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ApiRoute } from '../../lib/api/api-route.ts';
import { contracts } from '../../lib/api/index.ts';
import type { FunctionName } from '../../lib/wiring.ts';
import { linkedCustomer } from '../consent/support/customer.ts';
import { startWorld, type World } from '../consent/support/world.ts';

const customer = 'somebody';
const canary = 'canary-4f1c';
let world: World;
let path: { vehicleRef: string };
beforeAll(async () => {
  world = await startWorld(Date.parse('2026-01-12T16:00:00Z'));
  path = { vehicleRef: await linkedCustomer(world, customer) };
});
afterAll(() => world.stop());

const all = Object.entries(contracts) as unknown as [
  FunctionName,
  ApiRoute<Record<string, unknown>, unknown, unknown, unknown>,
][];
/** May be left out, or null. */
const optional = [
  ...['gridOwner', 'gridTariffName', 'contract', 'fuse', 'houseYearlyKwh'],
  ...['readyByWeekend', 'reservePercent', 'ceilingPercent', 'priceLimitOre', 'unbroken', 'prefer'],
  ...['warmMinutes', 'once'],
];
const withBody = all.filter(([, { body }]) => body !== undefined);
const fields = withBody.flatMap(([name, { bodyExample }]) =>
  Object.keys(bodyExample ?? {}).map((field) => ({ name, field, good: bodyExample ?? {} })),
);

describe('a hostile request', () => {
  test.each(fields)(
    '$name names the field $field where it is missing or of a wrong type',
    async ({ name, field, good }) => {
      const { [field]: _left, ...without } = good;
      const left = optional.includes(field) ? [] : [undefined, null];
      for (const wrong of [...left, { [canary]: canary }, [canary], `${canary}\u0000`]) {
        const body = wrong === undefined ? without : { ...good, [field]: wrong };
        const answer = await world.call(name, { customer, path, body });
        // The contract asks of a text in these three only that it is one.
        if (typeof wrong === 'string' && ['code', 'state', 'noticeVersion'].includes(field)) continue;
        // A field inside it may be the one that is named.
        const named = String(answer.body.field).split('.')[0];
        expect({ status: answer.status, named }).toEqual({ status: 400, named: field });
        expect(answer.text).not.toContain(canary);
      }
    },
  );

  test.each(withBody)(
    '%s refuses a field that is not known, and does not repeat its name',
    async (name, { bodyExample }) => {
      const body = { ...bodyExample, [canary]: 1 };
      const answer = await world.call(name, { customer, path, body });
      expect(answer).toMatchObject({ status: 400, body: { code: 'unknown-field' } });
      expect(answer.text).not.toContain(canary);
    },
  );

  test.each(withBody)('%s refuses what is over 64 KiB', async (name, { bodyExample }) => {
    const body = JSON.stringify({ ...bodyExample, more: 'æ'.repeat(33 * 1024) });
    expect(await world.call(name, { customer, path, body })).toMatchObject({ status: 413 });
  });

  test.each(withBody)('%s answers whatever is sent with a 4xx that repeats nothing', async (name) => {
    const json = fc.oneof(
      fc.json({ maxDepth: 3 }),
      fc.string({ maxLength: 200 }),
      fc.constantFrom('', 'null', '{"__proto__":{}}', '{"constructor":1}', '[[[[]]]]'),
    );
    await fc.assert(
      fc.asyncProperty(json, async (sent) => {
        fc.pre(!isAccepted(name, sent));
        const answer = await world.call(name, { customer, path, body: sent });
        expect(answer.status).toBeGreaterThanOrEqual(400);
        expect(answer.status).toBeLessThan(500);
        expect(Object.keys(answer.body).sort().join()).toMatch(/^code,(field,)?status,title,type$/);
      }),
      { numRuns: 200 },
    );
  });

  test.each([
    [{ from: 'yesterday', to: '2026-01-13T00:00:00Z' }, 'from'],
    [{ from: '2026-01-12T00:00:00', to: '2026-01-13T00:00:00Z' }, 'from'],
    [{ from: '2026-01-12T00:00:00Z' }, 'to'],
    [{ from: '2026-01-12T00:00:00Z', to: '2026-01-12T00:00:00Z' }, 'to'],
    [{ from: '2026-01-12T00:00:00Z', to: '2027-01-12T00:00:00Z' }, 'to'],
  ])('prices for %j are refused at %s', async (query, field) => {
    const answer = await world.call('get-prices', { customer, query: query as Record<string, string> });
    expect(answer).toMatchObject({ status: 400, body: { code: 'invalid-request', field } });
  });

  test.each(['../../etc', 'a b', 'x'.repeat(65), ''])('a car named %j is refused', async (vehicleRef) => {
    const call = { customer, path: { vehicleRef }, body: { mode: 'plan' } };
    const answer = await world.call('put-mode', call);
    expect(answer).toMatchObject({ status: 400, body: { field: 'vehicleRef' } });
  });
});

function isAccepted(name: FunctionName, sent: string): boolean {
  try {
    return contracts[name as keyof typeof contracts].body?.safeParse(JSON.parse(sent)).success ?? true;
  } catch {
    return false;
  }
}
