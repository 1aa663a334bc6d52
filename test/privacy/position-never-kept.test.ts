import { afterAll, beforeAll, expect, test } from 'vitest';
import { type LocalService, startService } from '../../lib/local/index.ts';
import { atLocalTime, HOUR_MS } from '../../lib/time/index.ts';
import { inOslo } from '../support/price-terms.ts';
import { type Kept, PlaceSearch, standingAlone } from './support/search.ts';

// The simulator sends the car's coordinates, VIN, name and address in every answer, in errors and in odd places. A
// whole customer's life is lived, with trouble in it, and everything that is kept anywhere along the way is searched.
let service: LocalService;
const kept: Kept[] = [];

/** What tells where somebody lives, and is sent once to be told price area and grid owner. */
const postcode = '0588';
const meteringPointId = '707057500014300005';
const tellsHome = [standingAlone(postcode), meteringPointId.slice(0, 17)];
/** What was sent: the same search must find it there. */
const sent: Kept[] = [];

beforeAll(async () => {
  service = await startService();
  await live();
}, 180_000);
afterAll(() => service.stop());

async function live(): Promise<void> {
  const { faults } = service.tesla;
  await passTo('2026-10-22', '18:00');
  faults.next('data', 'truncated');
  faults.next('data', 'wrong-content-type');
  faults.next('command', { reason: 'could not reach the car at its position' }, 2);
  await passTo('2026-10-23', '02:30');
  faults.during('state', { status: 503 }, service.clock.now() + HOUR_MS);
  faults.next('data', { status: 408 });
  await passTo('2026-10-23', '06:30');
  await answer('PUT', '/v1/home', { ...inOslo, latitude: service.tesla.coordinates.latitude });
  await askForPlaces();
  await passTo('2026-10-23', '17:30');
  await answer('GET', '/v1/sessions');
  faults.during('revoke', { status: 503 }, service.clock.now() + HOUR_MS);
  await answer('POST', '/v1/consent/withdrawal', {});
  await passTo('2026-10-23', '21:00');
}

/** As it should be, and in every way in which a form or a program gets it wrong. */
async function askForPlaces(): Promise<void> {
  const lastDigit = Number(meteringPointId[17]);
  const bodies: [string, string, object, number][] = [
    ['POST', '/v1/places', { postcode }, 200],
    ['POST', '/v1/places', { meteringPointId }, 200],
    ['POST', '/v1/places', { postcode, meteringPointId }, 400],
    ['POST', '/v1/places', { postcode: `${postcode} Oslo` }, 400],
    ['POST', '/v1/places', { postcode: { of: postcode } }, 400],
    ['POST', '/v1/places', { postcode, of: meteringPointId }, 400],
    ['POST', '/v1/places', { [postcode]: meteringPointId }, 400],
    ['POST', '/v1/places', { meteringPointId: meteringPointId.slice(0, 17) + ((lastDigit + 1) % 10) }, 400],
    ['POST', '/v1/places', { area: postcode }, 400],
    ['PUT', '/v1/home', { ...inOslo, gridOwner: postcode }, 404],
    ['PUT', '/v1/home', { ...inOslo, gridOwner: meteringPointId }, 404],
    ['PUT', '/v1/home', { ...inOslo, gridTariffName: meteringPointId }, 400],
    ['PUT', '/v1/home', { ...inOslo, gridTariffName: postcode }, 400],
    ['PUT', '/v1/home', { ...inOslo, contract: { kind: 'spot', markupOrePerKwh: 0, postcode } }, 400],
    ['PUT', '/v1/home', { ...inOslo, contract: { kind: postcode, markupOrePerKwh: 0 } }, 400],
    ['PUT', '/v1/home', { ...inOslo, meteringPointId }, 400],
  ];
  for (const [method, path, body, status] of bodies) {
    sent.push({ where: `${method} ${path}`, what: body });
    expect(await answer(method, path, body)).toBe(status);
  }
}

/** Everything is looked at each half hour: what is overwritten or deleted later was kept all the same. */
async function passTo(date: string, time: string): Promise<void> {
  const end = atLocalTime(date, time);
  while (service.clock.now() < end) {
    await service.runUntil(Math.min(end, service.clock.now() + HOUR_MS / 2));
    for (const [table, items] of Object.entries(await service.store.dump()))
      kept.push(...items.map((what) => ({ where: `table ${table}`, what })));
    await answer('GET', '/v1/overview');
  }
}

async function answer(method: string, path: string, body?: unknown): Promise<number> {
  const { status, headers, body: what } = await service.api(method, path, body);
  kept.push({ where: `answer to ${method} ${path}`, what: { status, headers: [...headers], what } });
  return status;
}

function everythingKept(): Kept[] {
  const { published, waiting, dead } = service.events.dump();
  return [
    ...kept,
    ...service.logs().map((what) => ({ where: 'log', what })),
    ...Object.entries(service.queues.dump()).map(([name, what]) => ({ where: `queue ${name}`, what })),
    { where: 'events', what: [published, waiting, dead] },
  ];
}

test('the simulator did tell where the car is, and its trouble was met', () => {
  const { requests, coordinates } = service.tesla;
  expect(requests.length).toBeGreaterThan(30);
  expect(coordinates.latitude).not.toBe(0);
  expect(service.logs().some((line) => line.includes('WARN') || line.includes('ERROR'))).toBe(true);
});

test('store, logs, queues, events and answers were all looked into', () => {
  const places = new Set(everythingKept().map(({ where }) => where.split(' ')[0]));
  expect([...places].sort()).toEqual(['answer', 'events', 'log', 'queue', 'table']);
  for (const table of ['homes', 'vault', 'consent', 'savings', 'prices'])
    expect(
      kept.some(({ where }) => where === `table ${table}`),
      table,
    ).toBe(true);
});

test('nothing kept anywhere tells where the car is, nor its VIN, name or address', () => {
  const search = new PlaceSearch(service.tesla.coordinates, service.tesla.personal);
  expect(search.hits(everythingKept())).toEqual([]);
});

test('nothing kept anywhere tells the postcode or the metering point; the search finds both in all that was sent', () => {
  const search = new PlaceSearch(service.tesla.coordinates, tellsHome);
  expect(search.hits(everythingKept())).toEqual([]);
  expect(search.hits(sent)).toEqual(sent.map(({ where }) => where));
});

test('nothing of the customer is left but the consent chain', async () => {
  const { prices: _, tariffs: __, consent, ...others } = await service.store.dump();
  expect(Object.values(others).flat()).toEqual([]);
  expect(consent?.length).toBeGreaterThan(0);
  expect(JSON.stringify(consent)).not.toContain(service.demoCustomer);
});
