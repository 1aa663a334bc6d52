import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadHome } from '../../lib/homes/index.ts';
import { beginLink, change, completeLink, linkedCustomer, moveIn, withdraw } from './support/customer.ts';
import { lateAnswers } from './support/late-answers.ts';
import { pauseCar } from './support/owing-car.ts';
import { chainOf } from './support/remains.ts';
import { startWorld, type World } from './support/world.ts';

const START = Date.parse('2026-01-12T16:00:00Z');
const MINUTE = 60_000;
let world: World;
beforeAll(async () => {
  world = await startWorld(START);
});
afterAll(() => world.stop());

let count = 0;
const newCustomer = () => `link-${++count}`;
const home = (customer: string) => loadHome(world.platform('put-home'), customer);

describe('linking a car', () => {
  test('records the consent to the exact text, and puts the car on the home with ordinary wishes', async () => {
    const customer = newCustomer();
    await moveIn(world, customer);
    const brought = await beginLink(world, customer);
    const linked = await completeLink(world, customer, brought);
    expect(linked.status).toBe(201);
    const { vehicles, consentRef, pendingLink, grantsToGiveBack, nextDueAt } = (await home(customer)) ?? {};
    expect(vehicles).toMatchObject([
      {
        vehicleRef: linked.body.vehicles[0].vehicleRef,
        wishes: { readyBy: '07:00', targetSoc: 0.8 },
        mode: 'plan',
        batteryKwh: 75,
        maySetCurrent: true,
      },
    ]);
    expect({ pendingLink, grantsToGiveBack, nextDueAt }).toEqual({
      pendingLink: null,
      grantsToGiveBack: [],
      nextDueAt: world.clock.now(),
    });
    const chain = await chainOf(world, String(consentRef));
    expect(chain).toMatchObject([
      { event: 'given', language: 'en', jurisdiction: 'NO', recordId: linked.body.receipt.receiptId },
    ]);
    const { body } = await world.call('get-consent', { customer, query: { language: 'en' } });
    expect(body.receipts).toEqual([linked.body.receipt]);
    expect(linked.body.receipt).toMatchObject({
      noticeVersion: body.notice.version,
      noticeSha256: body.notice.sha256,
      purposes: ['smart-charging'],
    });
    expect(world.queue('charging').dump().sent.at(-1)?.body).toBe(JSON.stringify({ customerId: customer }));
  });

  test.each([
    ['2026-02', false],
    ['2026-11', true],
  ])('under the notice %s lets the charging current be set: %s', async (noticeVersion, maySetCurrent) => {
    const customer = newCustomer();
    await moveIn(world, customer);
    const brought = await beginLink(world, customer);
    await change(world, customer, (read) => ({
      ...read,
      pendingLink: read.pendingLink && { ...read.pendingLink, noticeVersion },
    }));
    await completeLink(world, customer, brought);
    expect((await home(customer))?.vehicles).toMatchObject([{ maySetCurrent }]);
    const { body } = await world.call('get-overview', { customer });
    expect(body.vehicles).toMatchObject([{ setsCurrent: maySetCurrent }]);
  });

  test('needs a home', async () => {
    const { body: consent } = await world.call('get-consent', { customer: 'nobody', query: {} });
    const { version: noticeVersion, sha256: noticeSha256 } = consent.notice;
    const request = { provider: 'tesla', language: 'nb', noticeVersion, noticeSha256, batteryKwh: 75 };
    const answer = await world.call('begin-link', { customer: 'nobody', body: request });
    expect(answer).toMatchObject({ status: 404, body: { code: 'home-missing' } });
  });

  test.each([{ noticeVersion: '2025-01' }, { noticeSha256: 'f'.repeat(64) }, { language: 'nb' }])(
    'is refused where another text was agreed to: %j',
    async (other) => {
      const customer = newCustomer();
      await moveIn(world, customer);
      const { body: consent } = await world.call('get-consent', { customer, query: { language: 'en' } });
      const { version: noticeVersion, sha256: noticeSha256 } = consent.notice;
      const request = { provider: 'tesla', language: 'en', noticeVersion, noticeSha256, batteryKwh: 75 };
      const answer = await world.call('begin-link', { customer, body: { ...request, ...other } });
      expect(answer).toMatchObject({ status: 409, body: { code: 'consent-text-outdated' } });
    },
  );

  test('works once', async () => {
    const customer = newCustomer();
    await moveIn(world, customer);
    const brought = await beginLink(world, customer);
    const answers = await Promise.all([
      completeLink(world, customer, brought),
      completeLink(world, customer, brought),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 410]);
  });

  test('is refused, and the code not spent, with a wrong or another customer’s state, or too late', async () => {
    const [customer, other] = [newCustomer(), newCustomer()];
    await moveIn(world, customer);
    await moveIn(world, other);
    const brought = await beginLink(world, customer);
    const asked = () => world.tesla.requests.filter(({ kind }) => kind === 'token').length;
    const before = asked();
    const expired = { status: 410, body: { code: 'link-expired' } };
    expect(await completeLink(world, customer, { ...brought, state: 'guessed' })).toMatchObject(expired);
    expect(await completeLink(world, other, brought)).toMatchObject(expired);
    const others = await beginLink(world, other);
    expect(await completeLink(world, other, { ...others, state: brought.state })).toMatchObject(expired);
    world.clock.at += 10 * MINUTE;
    expect(await completeLink(world, customer, brought)).toMatchObject(expired);
    expect(asked()).toBe(before);
  });

  test('leaves no consent and no car where the maker refuses', async () => {
    const customer = newCustomer();
    await moveIn(world, customer);
    const brought = await beginLink(world, customer);
    const answer = await completeLink(world, customer, { ...brought, code: 'EU_unknown' });
    expect(answer).toMatchObject({ status: 410, body: { code: 'link-expired' } });
    const { vehicles, consentRef } = (await home(customer)) ?? {};
    expect(vehicles).toEqual([]);
    expect(await chainOf(world, String(consentRef))).toEqual([]);
  });

  test('again keeps the car with its wishes and what it is owed, and gives the old grant back', async () => {
    const customer = newCustomer();
    const vehicleRef = await linkedCustomer(world, customer);
    const wishes = { readyBy: '05:30', targetPercent: 90 };
    await world.call('put-wishes', { customer, path: { vehicleRef }, body: wishes });
    await pauseCar(world, customer);
    const alive = world.tesla.tokensAlive().refresh;
    const again = await completeLink(world, customer, await beginLink(world, customer));
    await world.runUntil(world.clock.now() + MINUTE);
    const { vehicles, grantsToGiveBack } = (await home(customer)) ?? {};
    expect(vehicles).toMatchObject([
      {
        vehicleRef,
        owed: { pausedByUs: true },
        wishes: { readyBy: '05:30', targetSoc: 0.9 },
        link: 'working',
      },
    ]);
    expect(again.body.vehicles).toEqual([{ vehicleRef }]);
    expect(grantsToGiveBack).toEqual([]);
    expect(world.tesla.tokensAlive().refresh).toBe(alive);
  });

  test('is not disturbed where another of the customer’s grants is given back meanwhile', async () => {
    const customer = newCustomer();
    await linkedCustomer(world, customer);
    const brought = await beginLink(world, customer);
    const late = lateAnswers(world.platform('complete-link'), '/token');
    const completion = world.callOver(late.platform, 'complete-link', { customer, body: brought });
    await late.arrived;
    world.queue('forgetting').send(JSON.stringify({ customerId: customer }), 0);
    await world.runUntil(world.clock.now() + 1000);
    late.release();
    expect(await completion).toMatchObject({ status: 201 });
  });

  test('is refused where consent is withdrawn between the maker’s page and the completion', async () => {
    const customer = newCustomer();
    await linkedCustomer(world, customer);
    const brought = await beginLink(world, customer);
    await withdraw(world, customer);
    expect(await completeLink(world, customer, brought)).toMatchObject({
      status: 409,
      body: { code: 'withdrawal-in-progress' },
    });
  });
});
