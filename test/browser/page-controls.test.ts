import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Wishes } from '../../web/src/api/types.ts';
import { type BuiltPage, buildPage } from '../support/browser/build-page.ts';
import { type FixtureServer, startFixtureServer } from '../support/browser/fixture-server.ts';
import { scenes } from '../support/browser/fixtures/scenes.ts';
import { launchBrowser } from '../support/browser/launch.ts';
import { openPage } from '../support/browser/open-page.ts';

let built: BuiltPage;
let browser: Browser;
let server: FixtureServer;

beforeAll(async () => {
  [built, browser] = await Promise.all([buildPage(), launchBrowser()]);
});
beforeEach(async () => {
  await server?.close();
  server = await startFixtureServer(built.directory, 'waiting');
});
afterAll(async () => {
  await Promise.all([browser?.close(), server?.close()]);
  await built?.remove();
});

describe('by keyboard alone', () => {
  test('Tab reaches every control', async () => {
    const { page, close } = await openPage(browser, server);
    const reached = new Set<string>();
    for (let presses = 0; presses < 40; presses += 1) {
      await page.keyboard.press('Tab');
      reached.add(await page.evaluate<string>(nameOfFocused));
    }
    const wanted = ['language-nb', 'language-en', 'mode-plan', 'mode-charge-now', 'mode-pause', 'slider'];
    const settings = ['departure', 'target', 'contract-change'];
    for (const name of [...wanted, ...settings, 'withdraw']) expect(reached).toContain(name);
    await close();
  });

  test('arrows walk the picture by quarter, Page keys by hour, Escape returns to now', async () => {
    const { page, close } = await openPage(browser, server);
    const picture = page.getByTestId('plan-picture').getByRole('slider');
    await picture.focus();
    await page.keyboard.press('ArrowRight');
    expect(await picture.getAttribute('aria-valuetext')).toContain('kl. 19.30–19.45');
    for (let hours = 0; hours < 7; hours += 1) await page.keyboard.press('PageUp');
    expect(await picture.getAttribute('aria-valuetext')).toBe(
      'tir. 13. jan. kl. 02.30–02.45, 87,7\u00a0øre/kWh (strøm 56,3, nettleie 21,2, avgifter 10,2), lader',
    );
    await page.keyboard.press('Escape');
    expect(await picture.getAttribute('aria-valuetext')).toContain('kl. 19.15–19.30');
    await close();
  });

  test('Escape leaves the withdrawal as it was and gives the focus back', async () => {
    const { page, close } = await openPage(browser, server);
    await page.getByTestId('withdraw').focus();
    await page.keyboard.press('Enter');
    await page.getByRole('dialog', { name: 'Trekke samtykket?' }).waitFor();
    expect(await page.evaluate<string>(nameOfFocused)).toBe('withdraw-keep');
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    expect(await page.evaluate<string>(nameOfFocused)).toBe('withdraw');
    expect(server.service.asked).toEqual([]);
    await close();
  });
});

describe('a change', () => {
  test('of mode is sent, shown, and can be undone', async () => {
    const { page, close } = await openPage(browser, server);
    await page.getByTestId('mode-pause').click();
    await page.getByText('Du valgte pause.').waitFor();
    expect(await page.getByTestId('mode-pause').getAttribute('aria-pressed')).toBe('true');
    await page.getByTestId('undo').click();
    await page.getByText('Du valgte planen.').waitFor();
    expect(await page.getByTestId('mode-plan').getAttribute('aria-pressed')).toBe('true');
    expect(server.service.asked.map(({ body }) => body)).toEqual([{ mode: 'pause' }, { mode: 'plan' }]);
    await close();
  });

  test('of the target is saved once the hand rests, and undone to what it was before', async () => {
    const { page, close } = await openPage(browser, server);
    await page.getByTestId('target').focus();
    for (let presses = 0; presses < 3; presses += 1) await page.keyboard.press('ArrowRight');
    await page.getByText('Lagret: klar kl. 07.00 med 83').waitFor();
    await page.getByTestId('undo').click();
    await page.getByText('Angret.').waitFor();
    expect(server.service.asked.map(({ body }) => body)).toEqual([
      { readyBy: '07:00', targetPercent: 83 },
      { readyBy: '07:00', targetPercent: 80 },
    ]);
    await close();
  });

  test('that is undone is not overtaken by the one behind it', async () => {
    const { page, close } = await openPage(browser, server);
    await page.getByTestId('target').focus();
    await page.keyboard.press('ArrowRight');
    await page.getByText('Lagret: klar kl. 07.00 med 81').waitFor();
    await page.getByTestId('contract-change').click();
    await page.getByTestId('target').focus();
    await page.keyboard.press('ArrowRight');
    await page.getByTestId('undo').click();
    await page.getByText('Angret.').waitFor();
    // It rests as long as a target does, and was changed later: once it is saved, the target would have been.
    await page.getByTestId('contract-norgespris').check();
    await page.getByText('Lagret: Norgespris').waitFor();
    const targets = server.service.asked.filter(({ path }) => path.endsWith('/wishes'));
    expect(targets.map(({ body }) => (body as Wishes).targetPercent)).toEqual([81, 81]);
    await close();
  });

  test('of the departure time is saved as the service writes times', async () => {
    const { page, close } = await openPage(browser, server);
    await page.getByTestId('departure').fill('06:15');
    await page.getByText('Lagret: klar kl. 06.15 med 80').waitFor();
    expect(server.service.asked).toEqual([
      {
        method: 'PUT',
        path: '/v1/vehicles/8iZzYQ2mT1uYkXv0b3cDfg/wishes',
        body: { readyBy: '06:15', targetPercent: 80 },
      },
    ]);
    await close();
  });

  test('that is refused says why and keeps what was chosen, to try again', async () => {
    const { page, close } = await openPage(browser, server);
    server.service.failing = 'withdrawal-in-progress';
    await page.getByTestId('mode-charge-now').click();
    // Beside the control: the polls are refused too, and their banner says the same.
    const note = page.locator('.save-note', { hasText: 'Samtykket trekkes. Vent til det er ferdig.' });
    await note.waitFor();
    server.service.failing = null;
    await note.getByRole('button', { name: 'Prøv igjen' }).click();
    await page.getByText('Du valgte å lade nå.').waitFor();
    await close();
  });
});

test('the language is the browser’s until another is chosen, and the choice is remembered', async () => {
  const { page, close } = await openPage(browser, server, { locale: 'en-US' });
  expect(await page.getByTestId('status').textContent()).toBe('Starts at 02:15, ready 05:30');
  await page.getByTestId('language-nb').click();
  expect(await page.getByTestId('status').textContent()).toBe('Starter kl. 02.15, ferdig 05.30');
  expect(await page.locator('html').getAttribute('lang')).toBe('nb');
  await page.reload();
  await page.getByText('Starter kl. 02.15').waitFor();
  await close();
});

test('the status is announced when it changes, and only then', async () => {
  server.service.speed = 900;
  const { page, close } = await openPage(browser, server, { hosted: false });
  const status = page.getByTestId('status');
  expect(await status.getAttribute('role')).toBe('status');
  await page.evaluate(listenToStatus);
  server.service.show(scenes.charging);
  await page.getByText('Lader, ferdig kl. 05.30').waitFor();
  await page.getByTestId('clock-bar').getByText('tir. 13. jan. 04.').waitFor();
  expect(await page.evaluate('window.said')).toEqual(['Lader, ferdig kl. 05.30']);
  await close();
});

test('the simulated clock can be stopped, started and quickened', async () => {
  server.service.speed = 900;
  const { page, close } = await openPage(browser, server, { hosted: false });
  await page.getByRole('button', { name: 'Stopp tiden' }).click();
  await page.getByText('stoppet').waitFor();
  await page.getByRole('button', { name: 'La tiden gå' }).click();
  await page.getByText('900 × ekte tid').waitFor();
  await page.getByRole('button', { name: 'Fortere' }).click();
  await page.getByText('3600 × ekte tid').waitFor();
  expect(server.service.asked.map(({ body }) => body)).toEqual([
    { speed: 0 },
    { speed: 900 },
    { speed: 3600 },
  ]);
  await close();
});

test('the simulated clock says so when it runs as fast as the machine can', async () => {
  server.service.speed = Number.POSITIVE_INFINITY;
  const { page, close } = await openPage(browser, server, { hosted: false });
  const bar = page.getByTestId('clock-bar');
  await bar.getByText('så fort det går').waitFor();
  await page.getByTestId('language-en').click();
  await bar.getByText('as fast as it can').waitFor();
  await close();
});

test('a service that is silent gives a banner over what was last known; trying again clears it', async () => {
  server.service.speed = 900;
  const { page, close } = await openPage(browser, server, { hosted: false });
  server.service.failing = 'silence';
  await page.getByTestId('banner').waitFor();
  expect(await page.getByTestId('status').isVisible()).toBe(true);
  server.service.failing = null;
  await page.getByTestId('banner').getByRole('button', { name: 'Prøv igjen' }).click();
  await page.getByTestId('banner').waitFor({ state: 'detached' });
  await close();
});

/** The test id of what has the focus, or its role. */
const nameOfFocused =
  "document.activeElement?.dataset?.testid ?? document.activeElement?.getAttribute('role') ?? document.activeElement?.tagName";

/** Notes what a screen reader would be told. */
const listenToStatus = `(() => {
  const status = document.querySelector('[data-testid=status]');
  window.said = [];
  new MutationObserver(() => window.said.push(status.textContent)).observe(status, {
    childList: true,
    characterData: true,
    subtree: true,
  });
})()`;
