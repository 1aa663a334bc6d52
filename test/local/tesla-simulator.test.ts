import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  startTeslaSimulator,
  type TeslaSimulator,
  type TeslaSimulatorOptions,
} from '../../lib/local/tesla-simulator/index.ts';
import { testClock } from '../devices/support/devices-world.ts';

// Spoken to with plain fetch and from Tesla's documentation alone: the adapter is not asked.
const scope = 'openid offline_access vehicle_device_data vehicle_charging_cmds';
const redirectUri = 'http://localhost:3000/linked';
let clock = testClock();
let tesla: TeslaSimulator;

async function start(options: Partial<TeslaSimulatorOptions> = {}) {
  clock = testClock();
  const cars = [{ batteryKwh: 60, soc: 0.5, wakeSeconds: 30 }];
  tesla = await startTeslaSimulator({ clock, clientId: 'app', clientSecret: 'secret', cars, ...options });
}
beforeEach(() => start());
afterEach(() => tesla.stop());

function newCode(unticked: readonly string[] = []) {
  const asked = { response_type: 'code', client_id: 'app', redirect_uri: redirectUri, scope, state: 's-1' };
  const back = new URL(tesla.allow(`${tesla.authorizeUrl}?${new URLSearchParams(asked)}`, { unticked }));
  expect(back.searchParams.get('state')).toBe('s-1');
  return back.searchParams.get('code') ?? '';
}

async function post(url: string, form: Record<string, string>) {
  const answer = await fetch(url, { method: 'POST', body: new URLSearchParams(form) });
  const text = await answer.text();
  return { status: answer.status, body: text === '' ? {} : (JSON.parse(text) as Record<string, string>) };
}

function exchange(code: string, changes: Record<string, string> = {}) {
  const fields = { client_id: 'app', client_secret: 'secret', code, redirect_uri: redirectUri };
  const grantType = { grant_type: 'authorization_code', audience: tesla.apiUrl };
  return post(tesla.tokenUrl, { ...fields, ...grantType, ...changes });
}

function refresh(token: string | undefined) {
  const form = { grant_type: 'refresh_token', client_id: 'app', refresh_token: token ?? '' };
  return post(tesla.tokenUrl, form);
}

async function call(token: string | undefined, path: string, options: { post?: unknown; url?: string } = {}) {
  const answer = await fetch(`${options.url ?? tesla.apiUrl}${path}`, {
    method: 'post' in options ? 'POST' : 'GET',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    ...('post' in options ? { body: JSON.stringify(options.post) } : {}),
  });
  const text = await answer.text();
  return { status: answer.status, text, headers: answer.headers, body: JSON.parse(text) };
}

async function linked(unticked: readonly string[] = []) {
  const { body } = await exchange(newCode(unticked));
  const vin = tesla.cars[0]?.state.vin ?? '';
  return { access: body.access_token, refresh: body.refresh_token, vin };
}

describe('codes and tokens', () => {
  it('gives an access token of 8 h with audience, scopes and region, for a code that starts with the region', async () => {
    const code = newCode();
    expect(code).toMatch(/^EU_/);
    const { status, body } = await exchange(code);
    expect(status).toBe(200);
    expect(body).toMatchObject({ expires_in: 28_800, token_type: 'Bearer' });
    const claims = JSON.parse(Buffer.from(body.access_token?.split('.')[1] ?? '', 'base64url').toString());
    expect(claims).toMatchObject({ scp: scope.split(' '), ou_code: 'EU' });
    expect(claims.aud).toContain(tesla.apiUrl);
  });

  it('takes a code once, for ten minutes, with its own redirect address, secret and audience', async () => {
    const code = newCode();
    expect((await exchange(code, { redirect_uri: 'http://localhost/other' })).body).toMatchObject({
      error: 'invalid_redirect_url',
    });
    expect(await exchange(code, { client_secret: 'guess' })).toMatchObject({ status: 400 });
    expect(await exchange(code, { audience: '' })).toMatchObject({ status: 400 });
    expect(await exchange(code)).toMatchObject({ status: 200 });
    expect(await exchange(code)).toMatchObject({ status: 400, body: { error: 'invalid_auth_code' } });
    const late = newCode();
    clock.passSeconds(601);
    expect(await exchange(late)).toMatchObject({ status: 400, body: { error: 'invalid_auth_code' } });
  });

  it('rotates: the newest token works, the last used one for a day, older ones not', async () => {
    const first = (await linked()).refresh;
    const second = (await refresh(first)).body.refresh_token;
    expect(second).not.toBe(first);
    expect((await refresh(first)).status).toBe(200);
    const third = (await refresh(first)).body.refresh_token;
    expect((await refresh(second)).body).toMatchObject({ error: 'login_required' });
    expect((await refresh(third)).status).toBe(200);
    expect(await refresh(first)).toMatchObject({ status: 401, body: { error: 'login_required' } });
  });

  it('ends the grace after 24 h and an unused token after 90 days', async () => {
    const first = (await linked()).refresh;
    const second = (await refresh(first)).body.refresh_token;
    clock.passSeconds(24 * 3600 + 1);
    expect((await refresh(first)).status).toBe(401);
    clock.passSeconds(90 * 24 * 3600);
    expect((await refresh(second)).status).toBe(401);
    expect(tesla.tokensAlive()).toEqual({ refresh: 0, access: 0 });
  });

  it('revokes a token and answers 200 for an unknown one too (RFC 7009)', async () => {
    const { refresh: token, access } = await linked();
    const form = { client_id: 'app', token_type_hint: 'refresh_token' };
    expect((await post(tesla.revokeUrl, { ...form, token: 'nobody knows' })).status).toBe(200);
    expect(tesla.tokensAlive()).toEqual({ refresh: 1, access: 1 });
    expect((await post(tesla.revokeUrl, { ...form, token: token ?? '' })).status).toBe(200);
    expect(tesla.tokensAlive()).toEqual({ refresh: 0, access: 1 });
    expect((await refresh(token)).body).toMatchObject({ error: 'login_required' });
    expect((await call(access, '/api/1/vehicles')).status).toBe(200);
    expect((await post(tesla.revokeUrl, { client_id: 'app' })).status).toBe(400);
  });

  it('lets a revoked refresh token take the whole grant with it where so configured', async () => {
    await tesla.stop();
    await start({ revocationReach: 'grant' });
    const { refresh: token } = await linked();
    await refresh(token);
    await post(tesla.revokeUrl, { client_id: 'app', token: token ?? '' });
    expect(tesla.tokensAlive()).toEqual({ refresh: 0, access: 0 });
  });

  it('forgets everything when the owner removes the app', async () => {
    const { refresh: token, access } = await linked();
    tesla.removeAccess();
    expect((await refresh(token)).status).toBe(401);
    expect((await call(access, '/api/1/vehicles')).status).toBe(401);
  });

  it('shows the owner a page with a button that leads back with code and state', async () => {
    const asked = { response_type: 'code', client_id: 'app', redirect_uri: redirectUri, scope, state: '<s>' };
    const url = `${tesla.authorizeUrl}?${new URLSearchParams(asked)}`;
    const page = await (await fetch(url)).text();
    expect(page).toContain('Allow');
    expect(page).not.toContain('<s>');
    const body = new URLSearchParams({ ...asked, answer: 'allow' });
    const answer = await fetch(url, { method: 'POST', body, redirect: 'manual' });
    expect(answer.status).toBe(302);
    const back = new URL(answer.headers.get('location') ?? '');
    expect(back.searchParams.get('state')).toBe('<s>');
    expect((await exchange(back.searchParams.get('code') ?? '')).status).toBe(200);
  });
});

describe('the API', () => {
  it('refuses without JSON content type, without a good token, an old token, a missing scope, an unknown car', async () => {
    const { access, vin } = await linked(['vehicle_charging_cmds']);
    const noType = { headers: { authorization: `Bearer ${access}` } };
    expect((await fetch(`${tesla.apiUrl}/api/1/vehicles`, noType)).status).toBe(406);
    expect(await call('made-up', '/api/1/vehicles')).toMatchObject({
      status: 401,
      body: { error: 'invalid bearer token' },
    });
    expect(await call(access, '/api/1/vehicles/123')).toMatchObject({ status: 404 });
    const command = `/api/1/vehicles/${vin}/command/charge_start`;
    expect(await call(access, command, { post: {}, url: tesla.commandUrl })).toMatchObject({
      status: 403,
      body: { error: 'Unauthorized missing scopes' },
    });
    clock.passSeconds(28_800);
    expect(await call(access, '/api/1/vehicles')).toMatchObject({
      status: 401,
      body: { error: 'token expired (401)' },
    });
  });

  it('lists by pages, with ids that only id_s holds exactly', async () => {
    await tesla.stop();
    await start({ cars: Array.from({ length: 3 }, () => ({ batteryKwh: 60, soc: 0.5 })), pageSize: 2 });
    const { access } = await linked();
    const first = (await call(access, '/api/1/vehicles')).body;
    expect(first.response).toHaveLength(2);
    expect(first.pagination).toMatchObject({ next: 2, count: 3 });
    const second = (await call(access, '/api/1/vehicles?page=2')).body;
    expect(second.pagination).toMatchObject({ next: null });
    expect(Number.isSafeInteger(second.response[0].id)).toBe(false);
    expect(second.response[0].id_s).toBe(tesla.cars[2]?.state.id);
  });

  it('answers 408 for live data of a sleeping car, and wakes it only when asked to', async () => {
    const { access, vin } = await linked();
    clock.passSeconds(3600);
    expect((await call(access, `/api/1/vehicles/${vin}`)).body.response.state).toBe('asleep');
    expect((await call(access, `/api/1/vehicles/${vin}/vehicle_data`)).status).toBe(408);
    expect((await call(access, `/api/1/vehicles/${vin}/wake_up`, { post: {} })).body.response.state).toBe(
      'asleep',
    );
    clock.passSeconds(29);
    expect((await call(access, `/api/1/vehicles/${vin}`)).body.response.state).toBe('asleep');
    clock.passSeconds(1);
    expect((await call(access, `/api/1/vehicles/${vin}`)).body.response.state).toBe('online');
  });

  it('is kept awake by those who ask for live data', async () => {
    const { access, vin } = await linked();
    for (let quarter = 0; quarter < 4; quarter++) {
      clock.passSeconds(14 * 60);
      expect((await call(access, `/api/1/vehicles/${vin}/vehicle_data`)).status).toBe(200);
    }
  });

  it('allows 60 reads, 30 commands and 3 wakes a minute and says when to come back', async () => {
    const { access, vin } = await linked();
    const data = () => call(access, `/api/1/vehicles/${vin}/vehicle_data`);
    const stop = () =>
      call(access, `/api/1/vehicles/${vin}/command/charge_stop`, { post: {}, url: tesla.commandUrl });
    const statuses = async (times: number, send: typeof data) =>
      (await Promise.all(Array.from({ length: times }, send))).map(({ status }) => status);
    expect((await statuses(61, data)).filter((status) => status === 429)).toHaveLength(1);
    expect((await statuses(31, stop)).filter((status) => status === 429)).toHaveLength(1);
    for (let wake = 0; wake < 3; wake++) {
      expect((await call(access, `/api/1/vehicles/${vin}/wake_up`, { post: {} })).status).toBe(200);
    }
    clock.passSeconds(20);
    const refused = await call(access, `/api/1/vehicles/${vin}/wake_up`, { post: {} });
    expect(refused.status).toBe(429);
    expect(refused.headers.get('retry-after')).toBe('40');
    expect(refused.headers.get('ratelimit-limit')).toBe('3');
    clock.passSeconds(40);
    expect((await call(access, `/api/1/vehicles/${vin}/wake_up`, { post: {} })).status).toBe(200);
  });

  it('says where the car is in every answer, asked or not, also when it refuses', async () => {
    const { access, vin } = await linked();
    const { latitude, longitude } = tesla.coordinates;
    const data = await call(access, `/api/1/vehicles/${vin}/vehicle_data?endpoints=charge_state`);
    expect(data.body.response.drive_state).toMatchObject({ latitude, longitude });
    for (const path of ['/api/1/vehicles', `/api/1/vehicles/${vin}`, '/api/1/vehicles/1']) {
      const { text, headers } = await call(access, path);
      expect(text).toContain(String(latitude));
      expect(headers.get('x-vehicle-position')).toBe(`${latitude},${longitude}`);
    }
  });
});

describe('commands', () => {
  const command = (access: string | undefined, vin: string, name: string, body: unknown = {}) =>
    call(access, `/api/1/vehicles/${vin}/command/${name}`, { post: body, url: tesla.commandUrl });

  it('are refused unsigned, by id, and without the key in the car', async () => {
    const { access, vin } = await linked();
    expect(await call(access, `/api/1/vehicles/${vin}/command/charge_start`, { post: {} })).toMatchObject({
      status: 403,
    });
    expect(await command(access, '123', 'charge_start')).toMatchObject({ status: 404 });
    tesla.cars[0]?.setKeyPaired(false);
    const unpaired = await command(access, vin, 'charge_start');
    expect(unpaired.status).toBe(500);
    expect(unpaired.body.error).toContain('public key has not been paired');
  });

  it('answer 200 also when the car refuses', async () => {
    const { access, vin } = await linked();
    expect((await command(access, vin, 'charge_start')).body.response).toMatchObject({
      result: false,
      reason: 'disconnected',
    });
    expect((await command(access, vin, 'set_charge_limit', { percent: 90 })).body.response).toMatchObject({
      result: true,
      reason: '',
    });
    expect((await command(access, vin, 'set_charge_limit', { percent: 49 })).status).toBe(400);
    expect((await command(access, vin, 'honk_horn')).status).toBe(400);
  });

  it('stop at once, while the report says Charging for a minute more', async () => {
    const { access, vin } = await linked();
    tesla.cars[0]?.plugIn();
    clock.passSeconds(600);
    const report = async () =>
      (await call(access, `/api/1/vehicles/${vin}/vehicle_data`)).body.response.charge_state;
    expect(await report()).toMatchObject({
      charging_state: 'Charging',
      charger_power: 11,
      charger_phases: 3,
    });
    await command(access, vin, 'charge_stop');
    expect(tesla.cars[0]?.snapshot().charging).toBe(false);
    expect(await report()).toMatchObject({ charging_state: 'Charging' });
    clock.passSeconds(60);
    expect(await report()).toMatchObject({
      charging_state: 'Stopped',
      charger_power: 0,
      charger_phases: null,
    });
  });
});

describe('a run', () => {
  it('is taken up again from its exported state, tokens and all', async () => {
    const { access, refresh: token, vin } = await linked();
    tesla.cars[0]?.plugIn();
    const state = JSON.parse(JSON.stringify(tesla.exportState()));
    const { coordinates } = tesla;
    await tesla.stop();
    await start({ state });
    clock.passSeconds(3610);
    expect(tesla.coordinates).toEqual(coordinates);
    expect(tesla.cars[0]?.snapshot().soc).toBeCloseTo(0.5 + (11.04 * 0.9) / 60, 9);
    expect((await call(access, `/api/1/vehicles/${vin}`)).status).toBe(200);
    expect((await refresh(token)).status).toBe(200);
  });

  it('logs what was asked, without tokens or VINs', async () => {
    const { access, vin } = await linked();
    await call(access, `/api/1/vehicles/${vin}`);
    expect(tesla.requests.map(({ host, method, path, status }) => [host, method, path, status])).toEqual([
      ['auth', 'POST', '/oauth2/v3/token', 200],
      ['api', 'GET', '/api/1/vehicles/{tag}', 200],
    ]);
  });
});
