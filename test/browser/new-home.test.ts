import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { type LocalService, startService } from '../../lib/local/index.ts';
import { atLocalTime } from '../../lib/time/index.ts';
import { launchBrowser } from '../support/browser/launch.ts';

// The whole service on this machine, seen by a new customer: from the postcode to a night under Norgespris. Each test goes on
// from the one before.
let service: LocalService;
let browser: Browser;
let page: Page;
const troubles: string[] = [];

beforeAll(async () => {
  service = await startService({ pageDirectory: inject('pageDirectory'), link: false });
  browser = await launchBrowser();
  page = await browser.newPage({ locale: 'en-GB', viewport: { width: 390, height: 844 } });
  page.setDefaultTimeout(20_000);
  page.on('pageerror', (error) => troubles.push(error.message));
  page.on('console', (line) => {
    // The car maker's page, on the way, is not ours.
    if (line.type() === 'error' && line.location().url.startsWith(service.origin)) troubles.push(line.text());
  });
  await page.clock.install();
  await page.goto(service.origin);
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await service?.stop();
});

/** Waits until the page says it; it asks the service at once, and not when its second is over. */
async function says(id: string, words: RegExp): Promise<void> {
  await page.clock.fastForward(1_000);
  await page.getByTestId(id).filter({ hasText: words }).first().waitFor();
}

test('a split municipality is asked about; Oslo is not', async () => {
  await page.getByTestId('postcode').fill('2500');
  await page.getByRole('group', { name: 'Tynset lies in several price areas' }).waitFor();
  await page.getByTestId('postcode').fill('9008');
  await says('place-found', /^Tromsø: price area NO4, no VAT$/);
  await page.getByTestId('postcode').fill('0150');
  await says('place-found', /^Oslo: price area NO1, 25% VAT$/);
});

test('the contract goes with the home to the service, and the car is linked', async () => {
  await page.getByTestId('grid-owner').selectOption({ label: 'Elvia AS' });
  await page.getByTestId('markup').fill('4.9');
  await page.getByTestId('agree').check();
  await page.getByTestId('link').click();
  await page.getByRole('button', { name: 'Allow' }).click();
  await says('contract-now', /^Spot price, markup 4\.9 øre\/kWh$/);
  const { body } = await service.api('GET', '/v1/overview');
  expect(body).toMatchObject({
    home: {
      area: 'NO1',
      taxZone: 'sor',
      gridOwner: 'elvia',
      contract: { kind: 'spot', markupOrePerKwh: 3.92 },
    },
  });
});

test('the price is shown in parts, and the plan says what decided it', async () => {
  await service.runUntil(atLocalTime('2026-10-22', '17:10'));
  await says('legend', /Power after support \d+\.\d.*Grid tariff 36\.2.*Taxes 10\.2/);
  await says('reason', /saves 0\.\d\d.kr\/kWh on power after support and 0\.\d\d.kr\/kWh in grid tariff\./);
});

test('with Norgespris there is nothing to gain on spot, and the plan is another', async () => {
  await page.getByTestId('contract-change').click();
  await page.getByTestId('contract-norgespris').check();
  await page.getByTestId('markup').fill('0');
  await page.getByTestId('contract').getByText('Saved: Norgespris; Elvia AS.').waitFor();
  await service.settle();
  await says(
    'reason',
    /^Norgespris: nothing to gain on spot; charging at these hours saves 0\.\d\d.kr\/kWh in grid tariff\./,
  );
  await says('capacity', /this month.*This plan adds nothing to it\. Charging at once would have added/);
  await says('legend', /Power, Norgespris 50\.0.*Grid tariff 36\.2.*Taxes 10\.2/);
});

test('the postcode is in no table, log, queue or event, and the page had no trouble', async () => {
  const kept = JSON.stringify([
    await service.store.dump(),
    service.logs(),
    service.queues.dump(),
    service.events.dump(),
  ]);
  expect(kept).not.toMatch(/(?<![\d.])(9008|0150)(?!\d)/);
  expect(troubles).toEqual([]);
});
