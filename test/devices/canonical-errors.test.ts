import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commandVehicle, readVehicle } from '../../lib/devices/index.ts';
import type { ServiceError } from '../../lib/platform/index.ts';
import { type DevicesWorld, type LinkedGrant, startDevicesWorld } from './support/devices-world.ts';

let world: DevicesWorld;
let grant: LinkedGrant;
beforeAll(async () => {
  world = await startDevicesWorld();
  grant = await world.link();
});
afterAll(() => world.stop());

const read = () => readVehicle(world.platform, grant.grantRef, grant.vehicleRef);
const start = () => commandVehicle(world.platform, grant.grantRef, grant.vehicleRef, { kind: 'start' });
const thrownBy = (work: Promise<unknown>) =>
  work.then(
    () => 'nothing',
    (thrown: ServiceError) => thrown,
  );

/** Every status of the documentation, in the words the rest of the service reads. */
const table = [
  [400, 'invalid_request', 'misconfigured', false],
  [401, 'mobile_access_disabled', 'needs-owner-action', false],
  [402, 'payment required', 'misconfigured', false],
  [403, 'Unauthorized missing scopes', 'needs-reauth', false],
  [403, 'unsupported vehicle', 'unsupported', false],
  [403, 'Tesla Vehicle Command Protocol required', 'misconfigured', false],
  [404, 'not_found', 'vehicle-removed', false],
  [405, 'method not allowed', 'misconfigured', false],
  [406, 'not acceptable', 'misconfigured', false],
  [408, 'vehicle is offline or asleep', 'asleep', true],
  [412, 'not registered in this region', 'misconfigured', false],
  [421, 'wrong region, use https://evil.example.com', 'misconfigured', false],
  [422, 'semantic error', 'unsupported', false],
  [423, 'locked', 'misconfigured', false],
  [424, 'dependency', 'vendor-down', true],
  [429, 'Too Many Requests', 'rate-limited', true],
  [451, 'legal', 'misconfigured', false],
  [499, 'closed', 'vendor-down', true],
  [500, 'internal', 'vendor-down', true],
  [500, 'your public key has not been paired with the vehicle', 'needs-owner-action', false],
  [502, 'bad gateway', 'vendor-down', true],
  [503, 'upstream', 'vendor-down', true],
  [503, 'vehicle unavailable: not answering', 'asleep', true],
  [540, 'unexpected response', 'vendor-down', true],
] as const;

describe('the canonical error of an answer', () => {
  it.each(table)('%i %s is %s, retryable %s', async (status, error, code, retryable) => {
    // `fetch` itself sends a request that met 421 once more (Fetch standard).
    world.tesla.faults.next('state', { status, error }, status === 421 ? 2 : 1);
    expect(await thrownBy(read())).toMatchObject({ name: 'ServiceError', code, retryable });
    if (status !== 421) {
      world.tesla.faults.next('command', { status, error });
      expect(await thrownBy(start())).toMatchObject({ code, retryable });
    }
  });

  it.each([
    ['30', 30],
    ['Mon, 12 Jan 2026 16:02:00 GMT', 120],
    ['soon', 60],
    ['999999999', 86_400],
    ['0', 1],
  ])('waits as Retry-After %s says: %i s', async (header, retryAfterSeconds) => {
    world.tesla.faults.next('state', { status: 429, headers: { 'retry-after': header } });
    expect(await thrownBy(read())).toMatchObject({ code: 'rate-limited', retryAfterSeconds });
  });

  it.each(['timeout-before', 'drop-before', 'drop-after'] as const)('%s is vendor-down', async (fault) => {
    world.tesla.faults.next('state', fault);
    expect(await thrownBy(read())).toMatchObject({ code: 'vendor-down', retryable: true });
  });

  it.each(['truncated', 'wrong-content-type'] as const)('%s is bad-answer', async (fault) => {
    world.tesla.faults.next('data', fault);
    expect(await thrownBy(read())).toMatchObject({ code: 'bad-answer', retryable: true });
  });
});

describe('a refused access token', () => {
  it.each(['token expired (401)', 'invalid bearer token', 'login_required'])(
    '%s is renewed once and the call goes on',
    async (error) => {
      world.tesla.faults.next('state', { status: 401, error });
      expect(await read()).toMatchObject({ reach: 'online' });
      expect(world.tesla.refreshSpends().at(-2)).toBe(1);
    },
  );

  it('is vendor-down, never the end of the grant, where the renewed one is refused too', async () => {
    world.tesla.faults.next('state', { status: 401, error: 'token expired (401)' }, 2);
    expect(await thrownBy(read())).toMatchObject({ code: 'vendor-down' });
    expect(await read()).toMatchObject({ reach: 'online' });
  });

  it('is needs-reauth where the renewed one meets login_required', async () => {
    world.tesla.faults.next('state', { status: 401, error: 'login_required' }, 2);
    expect(await thrownBy(read())).toMatchObject({ code: 'needs-reauth' });
  });
});
