import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type BuiltPage, buildPage } from '../support/browser/build-page.ts';
import { type FixtureServer, startFixtureServer } from '../support/browser/fixture-server.ts';
import { launchBrowser } from '../support/browser/launch.ts';
import { openPage } from '../support/browser/open-page.ts';

let built: BuiltPage;
let browser: Browser;

beforeAll(async () => {
  [built, browser] = await Promise.all([buildPage(), launchBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await built?.remove();
});

async function on(scene: 'waiting' | 'nothingLinked', work: (server: FixtureServer) => Promise<void>) {
  const server = await startFixtureServer(built.directory, scene);
  await work(server).finally(() => server.close());
}

test('withdrawing: one question, the steps as they are done, the receipt, and a page that knows nobody', () =>
  on('waiting', async (server) => {
    server.service.speed = 900;
    const { page, complaints, close } = await openPage(browser, server, { hosted: false });
    await page.getByTestId('withdraw').click();
    await page.getByTestId('withdraw-confirm').click();
    await page.getByTestId('forgetting').waitFor();
    expect(server.service.asked).toEqual([{ method: 'POST', path: '/v1/consent/withdrawal', body: {} }]);
    server.service.forgetOneStep();
    await page.getByText('gjort').waitFor();
    for (let steps = 0; steps < 6; steps += 1) server.service.forgetOneStep();
    await page.getByRole('heading', { name: 'Du er glemt' }).waitFor();
    expect(await page.getByTestId('receipt-id').textContent()).toBe('b7cDegQm3zS5vT9aWk2LxY');
    await page.reload();
    await page.getByTestId('receipt').waitFor();
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByTestId('receipt-download').click(),
    ]);
    expect(file.suggestedFilename()).toBe('smartlading-b7cDegQm3zS5vT9aWk2LxY.json');
    await page.getByTestId('receipt-dismiss').click();
    await page.getByTestId('receipt').waitFor({ state: 'detached' });
    expect(await page.getByTestId('link-form').isVisible()).toBe(true);
    expect(complaints).toEqual([]);
    await close();
  }));

test('linking: nothing is sent before the box is ticked; then home, consent and the car maker, in that order', () =>
  on('nothingLinked', async (server) => {
    const { page, close } = await openPage(browser, server);
    await page.getByTestId('by-hand').click();
    await page.getByTestId('area-NO5').check();
    await page.getByTestId('grid-owner').selectOption({ label: 'Vet ikke' });
    await page.getByTestId('battery-kwh').fill('57.5');
    await page.getByTestId('link').click();
    await page.getByText('Kryss av for at du samtykker').waitFor();
    const saved = () => server.service.asked.filter(({ path }) => path !== '/v1/places');
    expect(saved()).toEqual([]);
    await page.getByTestId('agree').check();
    await page.getByTestId('link').click();
    await page.getByTestId('status').waitFor();
    expect(saved()).toEqual([
      {
        method: 'PUT',
        path: '/v1/home',
        body: {
          area: 'NO5',
          taxZone: 'sor',
          gridOwner: null,
          gridTariffName: null,
          contract: { kind: 'spot', markupOrePerKwh: 0 },
        },
      },
      {
        method: 'POST',
        path: '/v1/links',
        body: {
          provider: 'tesla',
          language: 'nb',
          noticeVersion: '2026-01',
          noticeSha256: 'b'.repeat(64),
          batteryKwh: 57.5,
        },
      },
      { method: 'POST', path: '/v1/links/completion', body: { code: 'EU_fixture', state: 'fixture' } },
    ]);
    expect(new URL(page.url()).pathname + new URL(page.url()).search).toBe('/');
    await close();
  }));

test('a customer who says no at the car maker is told that nothing was linked', () =>
  on('nothingLinked', async (server) => {
    const { page, close } = await openPage(browser, server, { path: '/linked?error=access_denied&state=x' });
    await page.getByText('Du sa nei hos Tesla.').waitFor();
    expect(server.service.asked).toEqual([]);
    await close();
  }));

test('a consent text that changed meanwhile must be agreed to again', () =>
  on('nothingLinked', async (server) => {
    const { page, close } = await openPage(browser, server);
    await page.getByTestId('postcode').fill('0150');
    await page.getByTestId('grid-owner').waitFor();
    await page.getByTestId('agree').check();
    server.service.failing = 'consent-text-outdated';
    await page.getByTestId('link').click();
    await page.getByText('Samtykketeksten er endret.').waitFor();
    expect(await page.getByTestId('agree').isChecked()).toBe(false);
    await close();
  }));
