import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { type LocalService, startService } from '../../lib/local/index.ts';
import { atLocalTime } from '../../lib/time/index.ts';
import { launchBrowser } from '../support/browser/launch.ts';

// The whole service on this machine, seen through its page: one night, then the withdrawal. Each test goes on from the
// one before, as the night does. The car comes home late, so that few hours go by that nobody looks at.
let service: LocalService;
let browser: Browser;
let page: Page;
const troubles: string[] = [];

beforeAll(async () => {
  service = await startService({
    pageDirectory: inject('pageDirectory'),
    startAt: atLocalTime('2026-10-22', '22:30'),
  });
  browser = await launchBrowser();
  page = await browser.newPage({ locale: 'en-GB', viewport: { width: 390, height: 844 } });
  page.setDefaultTimeout(20_000);
  page.on('pageerror', (error) => troubles.push(error.message));
  page.on('console', (line) => line.type() === 'error' && troubles.push(line.text()));
  await page.clock.install();
  await page.goto(service.origin);
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await service?.stop();
});

const testId = (id: string) => page.getByTestId(id);
const until = (date: string, time: string) => service.runUntil(atLocalTime(date, time));

/** Waits until the page says it; it asks the service at once, and not when its second is over. */
async function says(id: string, words: RegExp): Promise<void> {
  await page.clock.fastForward(1_000);
  await testId(id).filter({ hasText: words }).first().waitFor();
}

function theCar() {
  const [car] = service.tesla.cars;
  if (!car) throw new Error('the demo has a car');
  return car;
}

test('at first the car is away', async () => {
  await says('status', /not plugged in|unplugged|plug/i);
});

test('plugged in late, the page tells when charging starts and what it saves', async () => {
  await until('2026-10-22', '22:59');
  theCar().plugIn();
  await until('2026-10-22', '23:05');
  await says('status', /starts at \d\d:\d\d.*ready \d\d:\d\d/i);
  await says('battery-percent', /35/);
  await says('proof', /saved/i);
  expect(theCar().snapshot().charging).toBe(false);
  await testId('plan-picture').waitFor();
});

test('a new departure time makes a new plan, and can be undone', async () => {
  await testId('departure').fill('06:00');
  await says('undo', /undo/i);
  await service.settle();
  await says('reason', /wishes|you|06:00|changed/i);
  const overview = (await service.api('GET', '/v1/overview')).body as {
    vehicles: { wishes: { readyBy: string }; plan: { reason: string; readyAt: string } }[];
  };
  expect(overview.vehicles[0]).toMatchObject({
    wishes: { readyBy: '06:00' },
    plan: { reason: 'wishes-changed', readyAt: '2026-10-23T04:00:00Z' },
  });
});

test('the driver charges now, and goes back to the plan', async () => {
  await testId('mode-charge-now').click();
  await expect.poll(() => apiMode()).toBe('charge-now');
  await until('2026-10-22', '23:15');
  expect(theCar().snapshot().charging).toBe(true);
  await says('status', /charging/i);
  await testId('mode-plan').click();
  await expect.poll(() => apiMode()).toBe('plan');
  await until('2026-10-22', '23:25');
  expect(theCar().snapshot().charging).toBe(false);
});

async function apiMode(): Promise<string | undefined> {
  return ((await service.api('GET', '/v1/overview')).body as { vehicles: { mode: string }[] }).vehicles[0]
    ?.mode;
}

test('in the cheap hours it charges', async () => {
  await until('2026-10-23', '02:30');
  expect(theCar().snapshot().charging).toBe(true);
  await says('status', /charging/i);
});

test('before six it has what was asked for', async () => {
  await until('2026-10-23', '06:00');
  expect(theCar().snapshot().soc).toBeGreaterThanOrEqual(0.795);
  await says('status', /ready|done|charged/i);
  await says('battery-percent', /80/);
});

test('in the morning the night is on the list, with what it saved', async () => {
  await until('2026-10-23', '08:00');
  await page.reload();
  await says('nights', /kr/);
});

test('in Norwegian too', async () => {
  await testId('language-nb').click();
  await says('consent', /samtykke/i);
  await testId('language-en').click();
});

test('withdrawing consent answers at once, and everything is forgotten', async () => {
  theCar().plugIn();
  await until('2026-10-23', '08:35');
  expect(theCar().snapshot().charging).toBe(false);
  expect(service.tesla.tokensAlive().refresh).toBeGreaterThan(0);
  await testId('withdraw').click();
  await testId('withdraw-confirm').click();
  await testId('receipt').waitFor();
  await until('2026-10-23', '08:50');
  await testId('forgotten').waitFor();

  expect(service.tesla.tokensAlive()).toEqual({ refresh: 0, access: 0 });
  expect(theCar().snapshot().charging).toBe(true);
  const { prices: _, tariffs: __, consent, ...others } = await service.store.dump();
  expect(Object.values(others).flat()).toEqual([]);
  expect(consent?.map(({ event }) => event)).toEqual(['given', 'withdrawn', 'revoked', 'erased']);
});

test('and the page had no trouble on the way', () => {
  expect(troubles).toEqual([]);
});
