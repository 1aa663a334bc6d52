import { afterAll, beforeAll, expect, test } from 'vitest';
import { type LocalService, startService } from '../../lib/local/index.ts';
import { atLocalTime, HOUR_MS } from '../../lib/time/index.ts';
import { type Kept, PlaceSearch } from './support/search.ts';

// The simulator sends the car's coordinates, VIN, name and address in every answer, in errors and in odd places. A
// whole customer's life is lived, with trouble in it, and everything that is kept anywhere along the way is searched.
let service: LocalService;
const kept: Kept[] = [];

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
  await answer('PUT', '/v1/home', {
    area: 'NO1',
    vatPercent: 25,
    latitude: service.tesla.coordinates.latitude,
  });
  await passTo('2026-10-23', '17:30');
  await answer('GET', '/v1/sessions');
  faults.during('revoke', { status: 503 }, service.clock.now() + HOUR_MS);
  await answer('POST', '/v1/consent/withdrawal', {});
  await passTo('2026-10-23', '21:00');
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

async function answer(method: string, path: string, body?: unknown): Promise<void> {
  const { status, headers, body: what } = await service.api(method, path, body);
  kept.push({ where: `answer to ${method} ${path}`, what: { status, headers: [...headers], what } });
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

test('nothing of the customer is left but the consent chain', async () => {
  const { prices: _, tariffs: __, consent, ...others } = await service.store.dump();
  expect(Object.values(others).flat()).toEqual([]);
  expect(consent?.length).toBeGreaterThan(0);
  expect(JSON.stringify(consent)).not.toContain(service.demoCustomer);
});
