import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { type SceneName, scenes } from '../support/browser/fixtures/scenes.ts';
import { faultsOf, overhang } from '../support/browser/page-checks.ts';
import { useFixture } from '../support/browser/use-fixture.ts';

const fixture = useFixture('waiting');
const names = Object.keys(scenes) as SceneName[];

/** The page asks at least so often. */
const POLL_MS = 60_000;

/** What the status says the car does. */
const sentences: Partial<Record<SceneName, string>> = {
  waiting: 'Starter kl. 02.15, ferdig 05.30',
  charging: 'Lader, ferdig kl. 05.30',
  ready: 'Ferdig ladet',
  noPrices: 'Lader, uten plan',
  beforeOne: 'Bilen er ikke koblet til',
  needsRelink: 'Bilen må kobles til tjenesten på nytt',
};

test('says in every state what the car does; reads well to machines and pale eyes, on the narrowest phone, at twice the text', async () => {
  // One page that goes from state to state, as a customer's does.
  const { page, complaints } = await fixture.open();
  for (const name of names) {
    await go(page, name);
    const sentence = sentences[name];
    if (sentence)
      await expect.poll(() => page.getByTestId('status').textContent(), { message: name }).toBe(sentence);
    await expect.poll(() => page.evaluate(openEverything), { message: name }).toBe(0);
    expect(await faultsOf(page), name).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await faultsOf(page), `${name}, dark`).toEqual([]);
    await page.setViewportSize({ width: 360, height: 640 });
    expect(await overhang(page), `${name}, narrow`).toBeLessThanOrEqual(0);
    await page.evaluate("document.documentElement.style.fontSize = '200%'");
    expect(await overhang(page), `${name}, twice the text`).toBeLessThanOrEqual(0);
    expect(complaints, name).toEqual([]);
  }
});

/** The service is in another state, the page asks again, and looks as it did at first. */
async function go(page: Page, name: SceneName): Promise<void> {
  fixture.service.show(scenes[name]);
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize({ width: 390, height: 844 });
  await page.evaluate("document.documentElement.style.fontSize = ''");
  const asked = page.waitForResponse('**/v1/overview');
  await page.clock.fastForward(POLL_MS);
  await (await asked).finished();
  await page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))');
}

test('the picture can be read as a table, both hours of two included', async () => {
  fixture.service.show(scenes.autumnNight);
  const { page } = await fixture.open();
  await page.getByText('Vis som tabell').click();
  const rows = page.getByTestId('plan-table').getByRole('rowheader', { name: 'kl. 02.15–02.30' });
  expect(await rows.count()).toBe(2);
});

test('what was agreed is on the page, with the text it was agreed in', async () => {
  const { page } = await fixture.open({ locale: 'en-GB' });
  expect(await page.getByTestId('consent-receipt').textContent()).toContain('3 January 2026, 16:58');
  await page.getByText('Read the text you agreed to').click();
  expect(await page.getByText('Hva du samtykker til').isVisible()).toBe(true);
});

/** Opens what is folded; how much there was. */
const openEverything = `(() => {
  const folded = document.querySelectorAll('details:not([open]) > summary');
  for (const summary of folded) summary.click();
  return folded.length;
})()`;
