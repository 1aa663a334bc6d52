import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { forget } from '../../lib/consent/index.ts';
import { changeHome, loadHome } from '../../lib/homes/index.ts';
import { type Platform, ServiceError } from '../../lib/platform/index.ts';
import { inOslo } from '../support/price-terms.ts';
import { beginLink, completeLink, linkedCustomer, moveIn, withdraw } from './support/customer.ts';
import { lateAnswers } from './support/late-answers.ts';
import { pauseCar, saveSession } from './support/owing-car.ts';
import { chainOf, nothingButTheRecord, remains } from './support/remains.ts';
import { startWorld, type World } from './support/world.ts';

const START = Date.parse('2026-01-12T16:00:00Z');
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const customer = 'kari';
const endings = ['given', 'withdrawn', 'revoked', 'erased'];
let world: World;
beforeEach(async () => {
  world = await startWorld(START);
});
afterEach(() => world.stop());

const home = () => loadHome(world.platform('put-home'), customer);
const revocations = () => world.tesla.requests.filter(({ kind }) => kind === 'revoke');

describe('withdrawing consent', () => {
  test('answers at once with a receipt, and leaves nothing but the record', async () => {
    await linkedCustomer(world, customer);
    await pauseCar(world, customer);
    await saveSession(world, customer);
    const { status, body } = await withdraw(world, customer);
    expect({ status, ...body }).toMatchObject({
      status: 200,
      withdrawnAt: '2026-01-12T16:00:00Z',
      purposes: ['smart-charging'],
      willHappen: ['car-handed-back', 'access-revoked', 'tokens-destroyed', 'data-erased'],
    });
    await world.runUntil(START + 20 * MINUTE);

    const { consentRef } = body;
    expect(await remains(world, customer, consentRef)).toEqual({ ...nothingButTheRecord, events: endings });
    const [given, withdrawn, revoked, erased] = await chainOf(world, consentRef);
    expect(withdrawn).toMatchObject({ recordId: body.receiptId, at: START, notice: given?.notice });
    expect(revoked?.evidence).toMatchObject([{ provider: 'tesla', level: 'proven' }]);
    expect(erased?.erased).toEqual({ vehicles: 1, grants: 1 });
  });

  test('gives the car back charging, under its owner’s limit, before the access goes', async () => {
    await linkedCustomer(world, customer);
    await pauseCar(world, customer);
    await withdraw(world, customer);
    await world.runUntil(START + 2 * MINUTE);
    expect(world.tesla.cars[0]?.snapshot()).toMatchObject({ charging: true, limitPercent: 80 });
  });

  test('keeps the record for three years from the withdrawal', async () => {
    await linkedCustomer(world, customer);
    await withdraw(world, customer);
    await world.runUntil(START + 2 * MINUTE);
    const { consent = [] } = await world.store.dump();
    const ends = consent.map(({ expiresAtSeconds }) => expiresAtSeconds);
    expect(new Set(ends)).toEqual(new Set([Date.parse('2029-01-12T16:00:00Z') / 1000]));
  });

  test('moves the epoch in the one write that answers, so that nothing under way may act', async () => {
    await linkedCustomer(world, customer);
    const before = await home();
    await withdraw(world, customer);
    const after = await home();
    expect(after).toMatchObject({ epoch: Number(before?.epoch) + 1, version: Number(before?.version) + 1 });
    expect(after?.nextDueAt).toBe(START);
  });

  test('twice gives the same receipt, and one record', async () => {
    await linkedCustomer(world, customer);
    const [first, same] = await Promise.all([withdraw(world, customer), withdraw(world, customer)]);
    world.clock.at += 1000;
    const later = await withdraw(world, customer);
    expect([same?.body, later.body]).toEqual([first?.body, first?.body]);
    await world.runUntil(START + 20 * MINUTE);
    expect(await remains(world, customer, first?.body.consentRef)).toEqual({
      ...nothingButTheRecord,
      events: endings,
    });
    expect(await withdraw(world, customer)).toMatchObject({ status: 404, body: { code: 'not-found' } });
  });

  test('has nothing to withdraw without a home, and without a consent', async () => {
    const nothing = { status: 404, body: { code: 'not-found' } };
    expect(await withdraw(world, customer)).toMatchObject(nothing);
    await moveIn(world, customer);
    expect(await withdraw(world, customer)).toMatchObject(nothing);
  });

  test('refuses every change from then on', async () => {
    const vehicleRef = await linkedCustomer(world, customer);
    await withdraw(world, customer);
    const path = { vehicleRef };
    const answers = [
      await world.call('put-home', { customer, body: { ...inOslo, gridOwner: null } }),
      await world.call('put-wishes', { customer, path, body: { readyBy: '06:00', targetPercent: 90 } }),
      await world.call('put-mode', { customer, path, body: { mode: 'pause' } }),
    ];
    for (const answer of answers) {
      expect(answer).toMatchObject({ status: 409, body: { code: 'withdrawal-in-progress' } });
    }
  });
});

describe('while the maker is in trouble', () => {
  test('503 for an hour: revoked and proven after it, with Retry-After honoured', async () => {
    await linkedCustomer(world, customer);
    const { body } = await withdraw(world, customer);
    const fault = { status: 503, headers: { 'retry-after': '1200' } };
    world.tesla.faults.during('revoke', fault, START + HOUR);
    await world.runUntil(START + 55 * MINUTE);
    expect((await home())?.withdrawal?.done).toEqual(['recorded', 'handed-back', 'compartment']);
    const asked = revocations().map(({ at }) => at);
    for (const [index, at] of asked.slice(1).entries()) {
      expect(at - Number(asked[index])).toBeGreaterThanOrEqual(1200_000);
    }
    await world.runUntil(START + 2 * HOUR);
    expect(await remains(world, customer, body.consentRef)).toEqual({
      ...nothingButTheRecord,
      events: endings,
    });
    const revoked = (await chainOf(world, body.consentRef)).find(({ event }) => event === 'revoked');
    expect(revoked?.evidence).toMatchObject([{ level: 'proven' }]);
    expect(revoked?.evidence[0]?.steps.map(({ httpStatus }) => httpStatus)).toContain(503);
  });

  test('503: every token is already where only the giving back can open it', async () => {
    await linkedCustomer(world, customer);
    world.tesla.faults.during('revoke', { status: 503 });
    await completeLink(world, customer, await beginLink(world, customer));
    await withdraw(world, customer);
    await world.runUntil(START + 1000);
    const { vault = [] } = await world.store.dump();
    expect(vault.map(({ purpose }) => purpose)).toEqual(['revoke', 'revoke']);
  });

  test('down for days: the customer is forgotten all the same, and the record says that it is not proven', async () => {
    await linkedCustomer(world, customer);
    const { body } = await withdraw(world, customer);
    world.tesla.faults.during('revoke', { status: 503 });
    await world.runUntil(START + 10 * HOUR);
    expect(revocations().length).toBeLessThan(20);
    world.clock.at = START + 71 * HOUR;
    await world.runUntil(START + 73 * HOUR);
    const left = await remains(world, customer, body.consentRef);
    expect(left).toMatchObject({ items: [], events: endings, chainIsWhole: true, allExpire: true });
    const revoked = (await chainOf(world, body.consentRef)).find(({ event }) => event === 'revoked');
    expect(revoked?.evidence).toMatchObject([{ level: 'local-only' }]);
  });

  test('a revocation that can never succeed does not keep the customer either', async () => {
    await linkedCustomer(world, customer);
    const { body } = await withdraw(world, customer);
    const whole = world.platform('forget-customer');
    const misconfigured: Platform = {
      ...whole,
      setting(name) {
        if (name === 'TESLA_REVOKE_URL') throw new ServiceError('setting-missing');
        return whole.setting(name);
      },
    };
    await forget(misconfigured, customer);
    expect((await home())?.withdrawal).toMatchObject({ attempts: 1, notBeforeAt: START + 15_000 });
    world.clock.at = START + 72 * HOUR;
    await forget(misconfigured, customer);
    const { items, events } = await remains(world, customer, body.consentRef);
    expect({ items, events }).toEqual({ items: [], events: endings });
    const revoked = (await chainOf(world, body.consentRef)).find(({ event }) => event === 'revoked');
    expect(revoked?.evidence).toMatchObject([{ level: 'local-only', steps: [] }]);
  });

  test('a car that cannot be reached is let go after two minutes, not later', async () => {
    await linkedCustomer(world, customer);
    await pauseCar(world, customer);
    world.tesla.faults.during('command', { status: 503 });
    world.tesla.faults.during('wake', { status: 503 });
    await withdraw(world, customer);
    await world.runUntil(START + 119_000);
    expect(revocations()).toEqual([]);
    await world.runUntil(START + 130_000);
    expect(revocations().length).toBeGreaterThan(0);
    expect(await home()).toBeNull();
  });

  test('a sleeping car is woken and handed back', async () => {
    await linkedCustomer(world, customer);
    await pauseCar(world, customer);
    await world.runUntil(START + HOUR);
    expect(world.tesla.cars[0]?.snapshot()).toMatchObject({ reach: 'asleep', charging: false });
    await withdraw(world, customer);
    await world.runUntil(world.clock.now() + 3 * MINUTE);
    expect(world.tesla.cars[0]?.snapshot()).toMatchObject({ charging: true, limitPercent: 80 });
    expect(await home()).toBeNull();
  });

  test('a grant that its owner removed there is proven dead', async () => {
    await linkedCustomer(world, customer);
    world.tesla.removeAccess();
    const { body } = await withdraw(world, customer);
    await world.runUntil(START + 3 * MINUTE);
    const chain = await chainOf(world, body.consentRef);
    expect(chain.map(({ event }) => event)).toEqual(endings);
    expect(chain[2]?.evidence).toMatchObject([{ level: 'proven' }]);
  });
});

describe('what is under way at the withdrawal', () => {
  test('a link that is begun can no longer be completed, and its grant never comes to be', async () => {
    await linkedCustomer(world, customer);
    const brought = await beginLink(world, customer);
    const { body } = await withdraw(world, customer);
    expect(await completeLink(world, customer, brought)).toMatchObject({ status: 409 });
    await world.runUntil(START + 20 * MINUTE);
    expect(await remains(world, customer, body.consentRef)).toEqual({
      ...nothingButTheRecord,
      events: endings,
    });
  });

  test('a link whose tokens arrive after the tokens were destroyed is given back before the home goes', async () => {
    await linkedCustomer(world, customer);
    const brought = await beginLink(world, customer);
    const late = lateAnswers(world.platform('complete-link'), '/token');
    const completion = world.callOver(late.platform, 'complete-link', { customer, body: brought });
    await late.arrived;
    const { body } = await withdraw(world, customer);
    await world.runUntil(START + 30_000);
    expect((await home())?.withdrawal?.done).toContain('tokens-destroyed');
    late.release();
    expect(await completion).toMatchObject({ status: 409, body: { code: 'withdrawal-in-progress' } });
    expect((await world.store.dump()).vault).toHaveLength(1);
    await world.runUntil(START + 20 * MINUTE);
    expect(await remains(world, customer, body.consentRef)).toEqual({
      ...nothingButTheRecord,
      events: endings,
    });
  });

  test('a link whose consent is recorded before the withdrawal is does not come onto the home', async () => {
    await linkedCustomer(world, customer);
    const before = await home();
    const brought = await beginLink(world, customer);
    const late = lateAnswers(world.platform('complete-link'), '/token');
    const completion = world.callOver(late.platform, 'complete-link', { customer, body: brought });
    await late.arrived;
    const { body } = await withdraw(world, customer);
    late.release();
    expect(await completion).toMatchObject({ status: 409, body: { code: 'withdrawal-in-progress' } });
    expect((await home())?.vehicles).toEqual(before?.vehicles);
    await world.runUntil(START + 5 * MINUTE);
    expect(await remains(world, customer, body.consentRef)).toEqual({
      ...nothingButTheRecord,
      events: ['given', ...endings],
    });
  });

  test('a home that is erased stays erased, and a new one knows nothing of the old', async () => {
    await linkedCustomer(world, customer);
    const stale = await home();
    await withdraw(world, customer);
    await world.runUntil(START + 2 * MINUTE);
    const late = changeHome(world.platform('follow-plan'), customer, () => {
      if (stale === null) throw new Error('there was a home');
      return stale;
    });
    await expect(late).rejects.toMatchObject({ code: 'home-missing' });
    await moveIn(world, customer);
    expect(await home()).toMatchObject({
      version: 1,
      epoch: 0,
      consentRef: null,
      vehicles: [],
      withdrawal: null,
      finishedSessions: [],
    });
  });

  test('a message of the withdrawal that comes again leaves the new home alone', async () => {
    await linkedCustomer(world, customer);
    await withdraw(world, customer);
    await world.runUntil(START + 2 * MINUTE);
    await linkedCustomer(world, customer);
    const fresh = await home();
    world.queue('forgetting').send(JSON.stringify({ customerId: customer }), 0);
    await world.runUntil(world.clock.now() + MINUTE);
    expect(await home()).toEqual(fresh);
  });

  test('a lost message is made good by the tick', async () => {
    await linkedCustomer(world, customer);
    const { body } = await withdraw(world, customer);
    for (const { messageId } of world.queue('forgetting').dump().waiting) {
      world.queue('forgetting').delete(messageId);
    }
    await world.runUntil(START + 40 * MINUTE);
    expect(await remains(world, customer, body.consentRef)).toEqual({
      ...nothingButTheRecord,
      events: endings,
    });
  });
});
