import { expect, test } from 'vitest';
import { type SceneName, scenes } from '../support/browser/fixtures/scenes.ts';
import { faultsOf, overhang } from '../support/browser/page-checks.ts';
import { useFixture } from '../support/browser/use-fixture.ts';

const fixture = useFixture('waiting');
const names = Object.keys(scenes) as SceneName[];

/** What the status says the car does. */
const sentences: Partial<Record<SceneName, string>> = {
  waiting: 'Starter kl. 02.15, ferdig 05.30',
  charging: 'Lader, ferdig kl. 05.30',
  ready: 'Ferdig ladet',
  noPrices: 'Lader, uten plan',
  beforeOne: 'Bilen er ikke koblet til',
  needsRelink: 'Bilen må kobles til tjenesten på nytt',
};

test.each(names)(
  'says what the car does; reads well to machines and pale eyes, on the narrowest phone, at twice the text: %s',
  async (name) => {
    fixture.service.show(scenes[name]);
    const { page, complaints } = await fixture.open();
    const sentence = sentences[name];
    if (sentence) expect(await page.getByTestId('status').textContent()).toBe(sentence);
    await expect.poll(() => page.evaluate(openEverything)).toBe(0);
    expect(await faultsOf(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await faultsOf(page)).toEqual([]);
    await page.setViewportSize({ width: 360, height: 640 });
    expect(await overhang(page)).toBeLessThanOrEqual(0);
    await page.evaluate("document.documentElement.style.fontSize = '200%'");
    expect(await overhang(page)).toBeLessThanOrEqual(0);
    expect(complaints).toEqual([]);
  },
);

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
