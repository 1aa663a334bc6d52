import { describe, expect, test } from 'vitest';
import type { Wishes } from '../../web/src/api/types.ts';
import { scenes } from '../support/browser/fixtures/scenes.ts';
import { ordinaryWishes } from '../support/browser/fixtures/vehicle.ts';
import { useFixture } from '../support/browser/use-fixture.ts';

const fixture = useFixture('waiting');

describe('by keyboard alone', () => {
  test('Tab reaches every control', async () => {
    const { page } = await fixture.open();
    await page.evaluate(listenToFocus);
    await Promise.all(Array.from({ length: 44 }, () => page.keyboard.press('Tab')));
    const reached = await page.evaluate<string[]>('window.reached');
    const wanted = ['language-nb', 'language-en', 'mode-plan', 'mode-charge-now', 'mode-pause', 'slider'];
    const settings = [
      'departure',
      'own-weekend',
      'target',
      'once',
      'more-wishes',
      'contract-change',
      'house-change',
    ];
    for (const name of [...wanted, ...settings, 'withdraw']) expect(reached).toContain(name);
  });

  test('arrows walk the picture by quarter, Page keys by hour, Escape returns to now', async () => {
    const { page } = await fixture.open();
    const picture = page.getByTestId('plan-picture').getByRole('slider');
    await picture.focus();
    await page.keyboard.press('ArrowRight');
    expect(await picture.getAttribute('aria-valuetext')).toContain('kl. 19.30–19.45');
    for (let hours = 0; hours < 7; hours += 1) await page.keyboard.press('PageUp');
    expect(await picture.getAttribute('aria-valuetext')).toBe(
      'tir. 13. jan. kl. 02.30–02.45, 87,7\u00a0øre/kWh (strøm 56,3, nettleie 21,2, avgifter 10,2), lader 11\u00a0kW',
    );
    await page.keyboard.press('Escape');
    expect(await picture.getAttribute('aria-valuetext')).toContain('kl. 19.15–19.30');
  });

  test('Escape leaves the withdrawal as it was and gives the focus back', async () => {
    const { page } = await fixture.open();
    await page.getByTestId('withdraw').focus();
    await page.keyboard.press('Enter');
    await page.getByRole('dialog', { name: 'Trekke samtykket?' }).waitFor();
    expect(await page.evaluate<string>(nameOfFocused)).toBe('withdraw-keep');
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    expect(await page.evaluate<string>(nameOfFocused)).toBe('withdraw');
    expect(fixture.service.asked).toEqual([]);
  });
});

describe('a change', () => {
  test('of mode is sent, shown, and can be undone', async () => {
    const { page } = await fixture.open();
    await page.getByTestId('mode-pause').click();
    await page.getByText('Du valgte pause.').waitFor();
    expect(await page.getByTestId('mode-pause').getAttribute('aria-pressed')).toBe('true');
    await page.getByTestId('undo').click();
    await page.getByText('Du valgte planen.').waitFor();
    expect(await page.getByTestId('mode-plan').getAttribute('aria-pressed')).toBe('true');
    expect(fixture.service.asked.map(({ body }) => body)).toEqual([{ mode: 'pause' }, { mode: 'plan' }]);
  });

  test('of the target is saved once the hand rests, and undone to what it was before', async () => {
    const { page, later } = await fixture.open();
    await page.getByTestId('target').focus();
    for (let presses = 0; presses < 3; presses += 1) await page.keyboard.press('ArrowRight');
    await later();
    await page.getByText('Lagret: klar kl. 07.00 med 83').waitFor();
    await page.getByTestId('undo').click();
    await page.getByText('Angret.').waitFor();
    expect(fixture.service.asked.map(({ body }) => body)).toEqual([
      { ...ordinaryWishes, targetPercent: 83 },
      ordinaryWishes,
    ]);
  });

  test('that is undone is not overtaken by the one behind it', async () => {
    const { page, later } = await fixture.open();
    await page.getByTestId('target').focus();
    await page.keyboard.press('ArrowRight');
    await later();
    await page.getByText('Lagret: klar kl. 07.00 med 81').waitFor();
    await page.getByTestId('contract-change').click();
    await page.getByTestId('target').focus();
    await page.keyboard.press('ArrowRight');
    await page.getByTestId('undo').click();
    await page.getByText('Angret.').waitFor();
    // It rests as long as a target does, and was changed later: once it is saved, the target would have been.
    await page.getByTestId('contract-norgespris').check();
    await later();
    await page.getByText('Lagret: Norgespris').waitFor();
    const targets = fixture.service.asked.filter(({ path }) => path.endsWith('/wishes'));
    expect(targets.map(({ body }) => (body as Wishes).targetPercent)).toEqual([81, 81]);
  });

  test('of the departure time is saved as the service writes times', async () => {
    const { page, later } = await fixture.open();
    await page.getByTestId('departure').fill('06:15');
    await later();
    await page.getByText('Lagret: klar kl. 06.15 med 80').waitFor();
    expect(fixture.service.asked).toEqual([
      {
        method: 'PUT',
        path: '/v1/vehicles/8iZzYQ2mT1uYkXv0b3cDfg/wishes',
        body: { ...ordinaryWishes, readyBy: '06:15' },
      },
    ]);
  });

  test('that is refused says why and keeps what was chosen, to try again', async () => {
    const { page } = await fixture.open();
    fixture.service.failing = 'withdrawal-in-progress';
    await page.getByTestId('mode-charge-now').click();
    // Beside the control: the polls are refused too, and their banner says the same.
    const note = page.locator('.save-note', { hasText: 'Samtykket trekkes. Vent til det er ferdig.' });
    await note.waitFor();
    fixture.service.failing = null;
    await note.getByRole('button', { name: 'Prøv igjen' }).click();
    await page.getByText('Du valgte å lade nå.').waitFor();
  });
});

test('the language is the browser’s until another is chosen, and the choice is remembered', async () => {
  const { page } = await fixture.open({ locale: 'en-US' });
  expect(await page.getByTestId('status').textContent()).toBe('Starts at 02:15, ready 05:30');
  await page.getByTestId('language-nb').click();
  expect(await page.getByTestId('status').textContent()).toBe('Starter kl. 02.15, ferdig 05.30');
  expect(await page.locator('html').getAttribute('lang')).toBe('nb');
  await page.reload();
  await page.getByText('Starter kl. 02.15').waitFor();
});

test('the status is announced when it changes, and only then', async () => {
  fixture.service.speed = 900;
  const { page, later } = await fixture.open({ hosted: false });
  const status = page.getByTestId('status');
  expect(await status.getAttribute('role')).toBe('status');
  await page.evaluate(listenToStatus);
  fixture.service.show(scenes.charging);
  await later();
  await page.getByText('Lader, ferdig kl. 05.30').waitFor();
  await page.getByTestId('clock-bar').getByText('tir. 13. jan. 04.').waitFor();
  expect(await page.evaluate('window.said')).toEqual(['Lader, ferdig kl. 05.30']);
});

test('the simulated clock can be stopped, started and quickened', async () => {
  fixture.service.speed = 900;
  const { page } = await fixture.open({ hosted: false });
  await page.getByRole('button', { name: 'Stopp tiden' }).click();
  await page.getByText('stoppet').waitFor();
  await page.getByRole('button', { name: 'La tiden gå' }).click();
  await page.getByText('900 × ekte tid').waitFor();
  await page.getByRole('button', { name: 'Fortere' }).click();
  await page.getByText('3600 × ekte tid').waitFor();
  expect(fixture.service.asked.map(({ body }) => body)).toEqual([
    { speed: 0 },
    { speed: 900 },
    { speed: 3600 },
  ]);
});

test('the simulated clock says so when it runs as fast as the machine can', async () => {
  fixture.service.speed = Number.POSITIVE_INFINITY;
  const { page } = await fixture.open({ hosted: false });
  const bar = page.getByTestId('clock-bar');
  await bar.getByText('så fort det går').waitFor();
  await page.getByTestId('language-en').click();
  await bar.getByText('as fast as it can').waitFor();
});

test('a service that is silent gives a banner over what was last known; trying again clears it', async () => {
  fixture.service.speed = 900;
  const { page, later } = await fixture.open({ hosted: false });
  fixture.service.failing = 'silence';
  await later();
  await page.getByTestId('banner').waitFor();
  expect(await page.getByTestId('status').isVisible()).toBe(true);
  fixture.service.failing = null;
  await page.getByTestId('banner').getByRole('button', { name: 'Prøv igjen' }).click();
  await page.getByTestId('banner').waitFor({ state: 'detached' });
});

/** The test id of what has the focus, or its role. */
const nameOfFocused =
  "document.activeElement?.dataset?.testid ?? document.activeElement?.getAttribute('role') ?? document.activeElement?.tagName";

/** Notes what gets the focus. */
const listenToFocus = `(() => {
  window.reached = [];
  document.addEventListener('focusin', () => window.reached.push(${nameOfFocused}));
})()`;

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
