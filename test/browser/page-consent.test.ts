import { expect, test } from 'vitest';
import { scenes } from '../support/browser/fixtures/scenes.ts';
import { useFixture } from '../support/browser/use-fixture.ts';

const fixture = useFixture('waiting');

test('withdrawing: one question, the steps as they are done, the receipt, and a page that knows nobody', async () => {
  fixture.service.speed = 900;
  const { page, later, complaints } = await fixture.open({ hosted: false });
  await page.getByTestId('withdraw').click();
  await page.getByTestId('withdraw-confirm').click();
  await page.getByTestId('forgetting').waitFor();
  expect(fixture.service.asked).toEqual([{ method: 'POST', path: '/v1/consent/withdrawal', body: {} }]);
  fixture.service.forgetOneStep();
  await later();
  await page.getByText('gjort').waitFor();
  for (let steps = 0; steps < 6; steps += 1) fixture.service.forgetOneStep();
  await later();
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
});

test('linking: nothing is sent before the box is ticked; then home, consent and the car maker, in that order', async () => {
  fixture.service.show(scenes.nothingLinked);
  const { page } = await fixture.open();
  await page.getByTestId('by-hand').click();
  await page.getByTestId('area-NO5').check();
  await page.getByTestId('grid-owner').selectOption({ label: 'Vet ikke' });
  await page.getByTestId('battery-kwh').fill('57.5');
  await page.getByTestId('link').click();
  await page.getByText('Kryss av for at du samtykker').waitFor();
  const saved = () => fixture.service.asked.filter(({ path }) => path !== '/v1/places');
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
        fuse: null,
        houseYearlyKwh: null,
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
});

test('a customer who says no at the car maker is told that nothing was linked', async () => {
  fixture.service.show(scenes.nothingLinked);
  const { page } = await fixture.open({ path: '/linked?error=access_denied&state=x' });
  await page.getByText('Du sa nei hos Tesla.').waitFor();
  expect(fixture.service.asked).toEqual([]);
});

test('a consent text that changed meanwhile must be agreed to again', async () => {
  fixture.service.show(scenes.nothingLinked);
  const { page } = await fixture.open();
  await page.getByTestId('postcode').fill('0150');
  await page.getByTestId('grid-owner').waitFor();
  await page.getByTestId('agree').check();
  fixture.service.failing = 'consent-text-outdated';
  await page.getByTestId('link').click();
  await page.getByText('Samtykketeksten er endret.').waitFor();
  expect(await page.getByTestId('agree').isChecked()).toBe(false);
});
