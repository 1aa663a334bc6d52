import type { Locator } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import type { HomeWish, Wishes } from '../../web/src/api/types.ts';
import { nb } from '../../web/src/words/nb.ts';
import { scenes } from '../support/browser/fixtures/scenes.ts';
import { fused } from '../support/browser/fixtures/two-cars.ts';
import { ordinaryWishes } from '../support/browser/fixtures/vehicle.ts';
import { useFixture } from '../support/browser/use-fixture.ts';

const fixture = useFixture('waiting');
const sent = <Body>(path: string) =>
  fixture.service.asked.filter((one) => one.path.endsWith(path)).map(({ body }) => body as Body);

/** All that stands there, with plain spaces. */
const plain = async (place: Locator) => ((await place.textContent()) ?? '').replaceAll('\u00a0', ' ');

describe('wishes', () => {
  test('that few have are folded away, and each is saved with all the others', async () => {
    const { page, later } = await fixture.open();
    expect(await page.getByTestId('reserve').isVisible()).toBe(false);
    await page.getByTestId('more-wishes').click();
    const saved = async (words: string) => {
      await later();
      await page.getByTestId('wishes').getByText(`Lagret: ${words}`).waitFor();
    };
    await page.getByTestId('reserve').fill('30');
    await saved('alltid minst 30');
    await page.getByTestId('ceiling').fill('90');
    await saved('aldri over 90');
    await page.getByTestId('price-limit').fill('149,5');
    await saved('ikke over 149,5');
    await page.getByTestId('unbroken').check();
    await saved('alt i ett strekk');
    await page.getByTestId('prefer-late').check();
    await saved('Lad sent');
    await page.getByTestId('warm').selectOption('20');
    await saved('oppvarming: 20');
    await page.getByTestId('own-weekend').check();
    await page.getByTestId('departure-weekend').fill('11:30');
    await saved('Klar i helgen 11.30');
    await page.getByTestId('price-limit').fill('');
    await saved('ingen prisgrense');
    expect(sent<Wishes>('/wishes').at(-1)).toEqual({
      ...ordinaryWishes,
      readyByWeekend: '11:30',
      reservePercent: 30,
      ceilingPercent: 90,
      unbroken: true,
      prefer: 'late',
      warmMinutes: 20,
    });
  });

  test('give way to each other: a target above the ceiling lifts it, one below the reserve takes it along', async () => {
    const { page, later } = await fixture.open();
    await page.getByTestId('more-wishes').click();
    await page.getByTestId('ceiling').fill('70');
    await later();
    await page.getByText('Lagret: aldri over 70').waitFor();
    await page.getByTestId('target').fill('95');
    await later();
    await page.getByText('Lagret: klar kl. 07.00 med 95').waitFor();
    const limits = sent<Wishes>('/wishes').map((wish) => [wish.targetPercent, wish.ceilingPercent]);
    expect(limits).toEqual([
      [70, 70],
      [95, 95],
    ]);
  });

  test('for one time are set with a button, shown, and taken back', async () => {
    const { page, later } = await fixture.open();
    await page.getByTestId('once').click();
    await page.getByTestId('once-day').selectOption({ label: 'ons. 14. jan.' });
    await page.getByTestId('once-time').fill('05:30');
    await page.getByTestId('once-target').fill('100');
    expect(fixture.service.asked).toEqual([]);
    await page.getByTestId('once-set').click();
    await later();
    await page.getByTestId('once-now').getByText('ons. 14. jan. kl. 05.30').waitFor();
    await page.getByTestId('undo').click();
    await page.getByText('Angret.').waitFor();
    expect(await page.getByTestId('once-now').count()).toBe(0);
    expect(sent<Wishes>('/wishes').map(({ once }) => once)).toEqual([
      { readyAt: '2026-01-14T04:30:00.000Z', targetPercent: 100 },
      null,
    ]);
  });

  test('for a time that is past are not sent', async () => {
    const { page } = await fixture.open({ locale: 'en-GB' });
    await page.getByTestId('once').click();
    await page.getByTestId('once-day').selectOption({ index: 0 });
    await page.getByTestId('once-time').fill('18:00');
    await page.getByTestId('once-set').click();
    await page.getByRole('alert').filter({ hasText: 'The time must lie ahead.' }).waitFor();
    expect(fixture.service.asked).toEqual([]);
  });

  test('have their prices beside them, dearer or cheaper; one time can be dropped', async () => {
    fixture.service.show(scenes.wishful);
    const { page, later } = await fixture.open();
    const prices = (await page.getByTestId('wish-prices').getByRole('listitem').allTextContents()).map(
      (text) => text.replaceAll('\u00a0', ' '),
    );
    expect(prices.slice(0, 3)).toEqual([
      'Én time tidligere: +3,10 kr',
      'Én time senere: −0,45 kr',
      '5 % mindre: −1,90 kr',
    ]);
    await page.getByTestId('more-wishes').click();
    const folded = page.getByTestId('wish-prices').filter({ visible: true }).getByRole('listitem');
    expect((await folded.allTextContents()).slice(3).join()).toMatch(
      /Uten reserve: −0,25.*Uten grense: koster det samme.*Med pauser: −0,62/,
    );
    await page.getByTestId('once-drop').click();
    await later();
    await page.getByText('Lagret: det faste gjelder.').waitFor();
    expect(sent<Wishes>('/wishes').map(({ once }) => once)).toEqual([null]);
  });

  test('of one car leave the other as it was', async () => {
    fixture.service.show(scenes.twoCars);
    const { page, later } = await fixture.open();
    await page.getByTestId('departure').nth(1).fill('06:00');
    await later();
    await page.getByText('Lagret: klar kl. 06.00 med 90').waitFor();
    expect(await page.getByTestId('departure').first().inputValue()).toBe('07:00');
    expect(fixture.service.asked.map(({ path }) => path)).toEqual([
      '/v1/vehicles/Yk3pLw8RsN5vT9aWk2LxYb/wishes',
    ]);
  });
});

describe('the house', () => {
  test('is told its fuse in words that stand in the fuse box, and is undone', async () => {
    const { page, later } = await fixture.open();
    const house = page.getByTestId('house');
    expect(await page.getByTestId('fuse-now').textContent()).toContain('ikke oppgitt');
    await page.getByTestId('house-change').click();
    await page.getByTestId('fuse').fill('5');
    await house.getByText('Skriv et tall fra 10 til 400.').waitFor();
    await page.getByTestId('fuse').fill('63');
    await later();
    await house.getByText('Lagret: Trefase, 230 V (IT), 63 A: 25,1 kW.').waitFor();
    await page.getByTestId('net-TN-3').check();
    await later();
    await house.getByText('Lagret: Trefase, 400 V (TN), 63 A: 43,6 kW.').waitFor();
    await house.getByTestId('undo').click();
    await house.getByText('Angret.').waitFor();
    expect(await page.getByTestId('net-IT-3').isChecked()).toBe(true);
    const fuses = sent<HomeWish>('/home').map(({ fuse }) => fuse);
    expect(fuses).toEqual([
      { ampere: 63, phases: 3, net: 'IT' },
      { ampere: 63, phases: 3, net: 'TN' },
      { ampere: 63, phases: 3, net: 'IT' },
    ]);
  });

  test('keeps what was told of it when the contract changes, and the contract when the house does', async () => {
    fixture.service.change({ home: fused });
    const { page, later } = await fixture.open();
    await page.getByTestId('contract-change').click();
    await page.getByTestId('contract-norgespris').check();
    await later();
    await page.getByTestId('contract').getByText('Lagret: Norgespris').waitFor();
    await page.getByTestId('house-change').click();
    await page.getByTestId('yearly').fill('16000');
    await later();
    await page.getByTestId('house').getByText('Lagret:').waitFor();
    await page.getByTestId('fuse').fill('');
    await later();
    await page.getByTestId('house').getByText('hovedsikring ikke oppgitt').waitFor();
    const homes = sent<HomeWish>('/home').map(({ contract, fuse, houseYearlyKwh }) => [
      contract.kind,
      fuse?.ampere,
      houseYearlyKwh,
    ]);
    expect(homes).toEqual([
      ['norgespris', 25, null],
      ['norgespris', 25, 16_000],
      ['norgespris', undefined, 16_000],
    ]);
  });
});

describe('the capacity fee', () => {
  test('is told with its step, the month’s highest days, and what the plan does to it', async () => {
    fixture.service.show(scenes.capacity);
    const { page } = await fixture.open();
    const card = page.getByTestId('capacity');
    const text = await plain(card);
    expect(text).toContain('250 kr denne måneden');
    expect(text).toContain(
      'Denne planen legger ikke noe til. Å lade med en gang ville lagt til 168 kr. Tidligere ladinger denne måneden er med i beløpet.',
    );
    const bars = (await card.getByRole('listitem').allTextContents()).map((one) =>
      one.replaceAll(/\s+/g, ' ').trim(),
    );
    expect(bars).toEqual([
      'søn. 4. jan. 4,6 kW',
      'lør. 10. jan. 4,2 kW',
      'ons. 7. jan., anslått 3,9 kW',
      'Snitt, huset alene 4,1 kW',
      'Snitt med planen 4,8 kW',
    ]);
    expect(await page.getByTestId('capacity-assumed').count()).toBe(0);
  });

  test('that rises is said to, and that its rates are assumed', async () => {
    fixture.service.show(scenes.capacityRises);
    const { page } = await fixture.open({ locale: 'en-GB' });
    const text = await plain(page.getByTestId('capacity'));
    expect(text).toContain('418.50 kr this month');
    expect(text).toContain('This plan adds 168 kr. So would charging at once.');
    expect(text).toContain('It is the highest step.');
    expect(await page.getByTestId('capacity-assumed').isVisible()).toBe(true);
  });
});

describe('two cars', () => {
  test('have a panel each and one picture of what they share, which can be read as a table', async () => {
    fixture.service.show(scenes.twoCars);
    const { page } = await fixture.open();
    // What is the home's is told once, and a past night names its car.
    expect(await page.getByText(nb.why['fuse-shared']).count()).toBe(1);
    expect(await page.getByText('Bevist:').count()).toBe(1);
    await page.getByTestId('nights').getByText('Bil 2').waitFor();
    const nights = await page.getByTestId('nights').getByRole('listitem').allTextContents();
    expect(nights[0]).toContain('man. 12. jan. · Bil 1');
    expect(nights[1]).toContain('man. 12. jan. · Bil 2');
    expect(await page.getByTestId('status').allTextContents()).toEqual([
      'Starter kl. 01.30, ferdig 04.45',
      'Starter kl. 01.00, ferdig 05.45',
    ]);
    const joint = page.getByTestId('joint');
    expect(await plain(joint)).toContain(
      'Huset og bilene deler hovedsikringen på 17,3 kW. Planen holder seg under 15,3 kW, for huset er anslått, ikke målt. Mest samtidig: 15,3 kW kl. 01.30.',
    );
    await page.getByTestId('joint-table').locator('summary').click();
    const row = joint.getByRole('row').filter({ hasText: 'kl. 01.30–01.45' });
    await row.waitFor();
    const cells = (await row.getByRole('cell').allTextContents()).map((one) => one.replaceAll('\u00a0', ' '));
    expect(cells.slice(1)).toEqual(['1,2 kW', '11 kW', '3,1 kW', '15,3 kW']);
  });

  test('linked under an older text are asked to be linked again, where the current is to be set', async () => {
    const [first, second] = scenes.twoCars.overview.vehicles;
    if (!first || !second) throw new Error('the scene has two cars');
    fixture.service.show(scenes.twoCars);
    fixture.service.change({ vehicles: [first, { ...second, setsCurrent: false }] });
    const { page } = await fixture.open();
    expect(await plain(page.getByTestId('relink'))).toContain('senke ladestrømmen');
    expect(await page.getByTestId('link-form').count()).toBe(0);
    await page.getByTestId('renew').click();
    await page.getByTestId('agree').check();
    await page.getByTestId('link').click();
    await page.getByText('Bilen er koblet til.').waitFor();
    expect(sent('/links')).toMatchObject([{ batteryKwh: second.batteryKwh }]);
  });

  test('are not spoken of where there is one', async () => {
    const { page } = await fixture.open();
    expect(await page.getByTestId('joint').count()).toBe(0);
    expect(await page.getByTestId('capacity').count()).toBe(0);
  });
});

test('prices that are guessed are drawn and told as guesses, with the worst case', async () => {
  fixture.service.show(scenes.guessed);
  const { page } = await fixture.open();
  await page.getByTestId('legend').getByText('Anslått pris').waitFor();
  const picture = page.getByTestId('plan-picture').getByRole('slider');
  await picture.focus();
  await page.keyboard.press('End');
  for (let hours = 0; hours < 6; hours += 1) await page.keyboard.press('PageDown');
  expect(await picture.getAttribute('aria-valuetext')).toContain('øre/kWh, anslag');
  await page.keyboard.press('Home');
  expect(await picture.getAttribute('aria-valuetext')).not.toContain('anslag');
  const proof = await plain(page.getByTestId('proof'));
  expect(proof).toContain('Ni av ti ganger koster det høyst 31,20 kr');
  expect(proof).toContain('høyst 0,31 kr billigere');
});
