import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type BuiltPage, buildPage } from '../support/browser/build-page.ts';
import { type FixtureServer, startFixtureServer } from '../support/browser/fixture-server.ts';
import { type SceneName, scenes } from '../support/browser/fixtures/scenes.ts';
import { launchBrowser } from '../support/browser/launch.ts';
import { openPage } from '../support/browser/open-page.ts';
import { faultsOf, overhang } from '../support/browser/page-checks.ts';

let built: BuiltPage;
let browser: Browser;
let server: FixtureServer;

beforeAll(async () => {
  [built, browser] = await Promise.all([buildPage(), launchBrowser()]);
  server = await startFixtureServer(built.directory, 'waiting');
});
afterAll(async () => {
  await Promise.all([browser?.close(), server?.close()]);
  await built?.remove();
});

const names = Object.keys(scenes) as SceneName[];

test.each(names)(
  'reads well to machines and pale eyes, on the narrowest phone, at twice the text: %s',
  async (name) => {
    server.service.show(scenes[name]);
    const { page, complaints, close } = await openPage(browser, server);
    for (const summary of await page.locator('summary').all()) await summary.click();
    expect(await faultsOf(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await faultsOf(page)).toEqual([]);
    await page.setViewportSize({ width: 360, height: 640 });
    expect(await overhang(page)).toBeLessThanOrEqual(0);
    await page.evaluate("document.documentElement.style.fontSize = '200%'");
    expect(await overhang(page)).toBeLessThanOrEqual(0);
    expect(complaints).toEqual([]);
    await close();
  },
);

test.each<[SceneName, string]>([
  ['waiting', 'Starter kl. 02.15, ferdig 05.30'],
  ['charging', 'Lader, ferdig kl. 05.30'],
  ['ready', 'Ferdig ladet'],
  ['noPrices', 'Lader, uten plan'],
  ['beforeOne', 'Bilen er ikke koblet til'],
  ['needsRelink', 'Bilen må kobles til tjenesten på nytt'],
])('the status says what the car does: %s', async (name, sentence) => {
  server.service.show(scenes[name]);
  const { page, close } = await openPage(browser, server);
  expect(await page.getByTestId('status').textContent()).toBe(sentence);
  await close();
});

test('the picture can be read as a table, both hours of two included', async () => {
  server.service.show(scenes.autumnNight);
  const { page, close } = await openPage(browser, server);
  await page.getByText('Vis som tabell').click();
  const rows = page.getByTestId('plan-table').getByRole('rowheader', { name: 'kl. 02.15–02.30' });
  expect(await rows.count()).toBe(2);
  await close();
});

test('what was agreed is on the page, with the text it was agreed in', async () => {
  server.service.show(scenes.waiting);
  const { page, close } = await openPage(browser, server, { locale: 'en-GB' });
  expect(await page.getByTestId('consent-receipt').textContent()).toContain('3 January 2026, 16:58');
  await page.getByText('Read the text you agreed to').click();
  expect(await page.getByText('Hva du samtykker til').isVisible()).toBe(true);
  await close();
});
