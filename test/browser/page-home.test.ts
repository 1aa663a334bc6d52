import type { Page } from 'playwright-core';
import { beforeEach, describe, expect, test } from 'vitest';
import type { HomeWish } from '../../web/src/api/types.ts';
import { meteringPoint, oslo } from '../support/browser/fixtures/places.ts';
import { scenes } from '../support/browser/fixtures/scenes.ts';
import { faultsOf, overhang } from '../support/browser/page-checks.ts';
import { useFixture } from '../support/browser/use-fixture.ts';

const fixture = useFixture('nothingLinked');

const found = (page: Page, sentence: string) =>
  page.getByTestId('place-found').filter({ hasText: sentence }).waitFor();

/** Of the house nobody has told anything. */
const untold = { fuse: null, houseYearlyKwh: null };

/** What the customer sent of their home, once they go on to the car maker. */
async function homeSent(page: Page): Promise<unknown> {
  await page.getByTestId('agree').check();
  await page.getByTestId('link').click();
  await page.getByTestId('status').waitFor();
  return fixture.service.asked.find(({ path }) => path === '/v1/home')?.body;
}

describe('signing up', () => {
  test('a postcode is enough: area, taxes and the only grid owner are found, and it is sent nowhere else', async () => {
    const { page, complaints } = await fixture.open();
    const postcode = page.getByTestId('postcode');
    expect(await postcode.getAttribute('inputmode')).toBe('numeric');
    expect(await postcode.getAttribute('autocomplete')).toBe('postal-code');
    await page.getByText('Det lagres ikke.').waitFor();
    await postcode.pressSequentially('0150');
    await found(page, 'Oslo: prisområde NO1, 25 % mva.');
    expect(await page.getByTestId('grid-owner').inputValue()).toBe('elvia');
    await page.getByTestId('markup').fill('4,9');
    expect(await homeSent(page)).toEqual({
      area: 'NO1',
      taxZone: 'sor',
      gridOwner: 'elvia',
      gridTariffName: null,
      ...untold,
      contract: { kind: 'spot', markupOrePerKwh: 3.92 },
    });
    const lookUps = fixture.service.asked.filter(({ path }) => path === '/v1/places');
    expect(lookUps[0]?.body).toEqual({ postcode: '0150' });
    expect(JSON.stringify(fixture.service.asked.slice(1))).not.toContain('0150');
    expect(await page.evaluate('JSON.stringify({ ...localStorage, ...sessionStorage })')).not.toContain(
      '0150',
    );
    expect(complaints).toEqual([]);
  });

  test('where the municipality is split, the customer is asked; so is which tariff, where there are several', async () => {
    const { page } = await fixture.open({ locale: 'en-GB' });
    await page.getByTestId('postcode').fill('2500');
    await page.getByRole('group', { name: 'Tynset lies in several price areas' }).waitFor();
    await page.getByTestId('agree').check();
    await page.getByTestId('link').click();
    await page.getByText('Your price area is missing').waitFor();
    await page.getByTestId('place-NO3-sor').check();
    await found(page, 'Tynset: price area NO3, 25% VAT');
    await page.getByTestId('link').click();
    await page.getByText('Choose the grid owner, or “I don’t know”.').waitFor();
    await page.getByTestId('grid-owner').selectOption('fore');
    await page.getByTestId('grid-tariff').selectOption('Sør');
    await page.getByTestId('contract-norgespris').check();
    expect(await faultsOf(page)).toEqual([]);
    expect(await homeSent(page)).toEqual({
      area: 'NO3',
      taxZone: 'sor',
      gridOwner: 'fore',
      gridTariffName: 'Sør',
      ...untold,
      contract: { kind: 'norgespris', markupOrePerKwh: 0 },
    });
  });

  test('where the grid owners of a split municipality differ, only those of the chosen area are offered', async () => {
    const { page } = await fixture.open();
    const owner = page.getByTestId('grid-owner');
    const offered = (...names: string[]) =>
      expect.poll(() => owner.locator('option').allTextContents()).toEqual([...names, 'Vet ikke']);
    await page.getByTestId('postcode').fill('3015');
    await page.getByTestId('place-NO1-sor').check();
    await offered('Velg …', 'Elvia AS', 'Glitre Nett AS');
    await owner.selectOption('elvia');
    await page.getByTestId('place-NO2-sor').check();
    await offered('Glitre Nett AS');
    await found(page, 'Drammen: prisområde NO2, 25 % mva.');
    expect(await homeSent(page)).toMatchObject({ area: 'NO2', gridOwner: 'glitre' });
    const lookUps = fixture.service.asked.filter(({ path }) => path === '/v1/places').map(({ body }) => body);
    expect(lookUps.slice(0, 3)).toEqual([{ postcode: '3015' }, { area: 'NO1' }, { area: 'NO2' }]);
  });

  test('a new postcode drops the place of the old one as soon as it is begun', async () => {
    const { page } = await fixture.open();
    await page.getByTestId('postcode').fill('0150');
    await found(page, 'Oslo: prisområde NO1');
    await page.getByTestId('postcode').fill('015');
    await page.getByTestId('grid-owner').waitFor({ state: 'detached' });
    expect((await page.getByTestId('place-found').textContent())?.trim()).toBe('');
    await page.getByTestId('agree').check();
    await page.getByText('Et postnummer har fire sifre.').waitFor();
    await page.getByTestId('link').click();
    await page.getByText('Prisområdet ditt mangler').waitFor();
    expect(fixture.service.asked.filter(({ path }) => path !== '/v1/places')).toEqual([]);
  });

  test('who does not know the grid owner is not given one by another postcode', async () => {
    const { page } = await fixture.open();
    await page.getByTestId('postcode').fill('0150');
    await found(page, 'Oslo');
    await page.getByTestId('grid-owner').selectOption({ label: 'Vet ikke' });
    await page.getByTestId('postcode').fill('9008');
    await found(page, 'Tromsø');
    expect(await homeSent(page)).toMatchObject({ area: 'NO4', gridOwner: null });
  });

  test('an unknown postcode is said to be, and the area can be chosen by hand, with its taxes', async () => {
    const { page } = await fixture.open();
    await page.getByTestId('postcode').fill('9999');
    await page.getByRole('alert').filter({ hasText: 'Vi kjenner ikke postnummeret.' }).waitFor();
    expect(await page.getByTestId('postcode').getAttribute('aria-invalid')).toBe('true');
    await page.getByTestId('area-NO4').check();
    await page.getByTestId('place-NO4-tiltakssone').check();
    await found(page, 'Prisområde NO4 (Bodø, Tromsø, Alta), uten mva. og elavgift');
    await page.getByTestId('grid-owner').selectOption({ label: 'Vet ikke' });
    await page.getByText('Da er nettleien ikke med i prisen').waitFor();
    await page.getByTestId('contract-fixed').check();
    await page.getByTestId('agree').check();
    await page.getByTestId('link').click();
    await page.getByText('Skriv prisen i avtalen som et tall.').waitFor();
    await page.getByTestId('fixed-price').fill('61,5');
    expect(await faultsOf(page)).toEqual([]);
    await page.setViewportSize({ width: 360, height: 640 });
    expect(await overhang(page)).toBeLessThanOrEqual(0);
    expect(await homeSent(page)).toEqual({
      area: 'NO4',
      taxZone: 'tiltakssone',
      gridOwner: null,
      gridTariffName: null,
      ...untold,
      contract: { kind: 'fixed', markupOrePerKwh: 0, priceOrePerKwh: 61.5 },
    });
  });

  test('a service that does not answer leaves the choice by hand', async () => {
    const { page } = await fixture.open();
    fixture.service.failing = 'silence';
    await page.getByTestId('postcode').fill('0150');
    await page
      .getByTestId('place')
      .getByRole('alert')
      .filter({ hasText: 'Noe gikk galt hos oss.' })
      .waitFor();
    await page.getByTestId('area-NO2').check();
    await found(page, 'Prisområde NO2');
    expect(await page.getByTestId('grid-owner').locator('option').allTextContents()).toEqual([
      'Velg …',
      'Vet ikke',
    ]);
  });

  test('a metering point will do; a slip in its number is said in words', async () => {
    const { page } = await fixture.open();
    await page.getByTestId('by-metering-point').click();
    await page.getByTestId('metering-point').fill(`${meteringPoint.slice(0, 17)}2`);
    await page.getByRole('alert').filter({ hasText: 'et siffer er feil eller mangler' }).waitFor();
    await page.getByTestId('metering-point').fill(`${meteringPoint.slice(0, 6)} ${meteringPoint.slice(6)}`);
    await found(page, 'Prisområde NO1 (Oslo, Drammen, Hamar), 25 % mva.');
    expect(fixture.service.asked.map(({ body }) => body)).toEqual([
      { meteringPointId: '707057500000000002' },
      { meteringPointId: meteringPoint },
    ]);
  });

  test('the answer to an earlier postcode, coming late, is ignored', async () => {
    const { page } = await fixture.open();
    const gate = Promise.withResolvers<void>();
    await page.route('**/v1/places', async (route) => {
      if (route.request().postData()?.includes('0150')) await gate.promise;
      await route.continue();
    });
    await page.getByTestId('postcode').fill('0150');
    await found(page, 'Slår opp …');
    await page.getByTestId('postcode').fill('9008');
    await found(page, 'Tromsø: prisområde NO4, uten mva.');
    const late = page.waitForResponse((answer) => answer.request().postData()?.includes('0150') ?? false);
    gate.resolve();
    await (await late).finished();
    await page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))');
    expect(await page.getByTestId('place-found').textContent()).toContain('Tromsø');
    expect(await page.getByTestId('grid-owner').inputValue()).toBe('arva');
  });
});

describe('the power contract', () => {
  beforeEach(() => fixture.service.show(scenes.waiting));
  const contract = (page: Page) => page.getByTestId('contract');
  const homesSaved = () =>
    fixture.service.asked.filter(({ method }) => method === 'PUT').map(({ body }) => body as HomeWish);

  test('is shown as it is stored, incl. VAT, and saves itself with a way back', async () => {
    const { page, later, complaints } = await fixture.open();
    expect(await page.getByTestId('contract-now').textContent()).toBe('Spotpris, påslag 5 øre/kWh');
    expect(fixture.service.asked).toEqual([]);
    await page.getByTestId('contract-change').click();
    expect(await page.getByTestId('markup').inputValue()).toBe('5');
    await page.getByTestId('contract-norgespris').check();
    await later();
    await contract(page).getByText('Lagret: Norgespris, påslag 5 øre/kWh; Elvia AS.').waitFor();
    await page.getByTestId('legend').getByText('Strøm, Norgespris').waitFor();
    await contract(page).getByTestId('undo').click();
    await contract(page).getByText('Angret.').waitFor();
    await page.getByTestId('legend').getByText('Strøm etter støtte').waitFor();
    const stored = { area: 'NO1', taxZone: 'sor', gridOwner: 'elvia', gridTariffName: null, ...untold };
    expect(fixture.service.asked.filter(({ method }) => method === 'PUT').map(({ body }) => body)).toEqual([
      { ...stored, contract: { kind: 'norgespris', markupOrePerKwh: 4 } },
      { ...stored, contract: { kind: 'spot', markupOrePerKwh: 4 } },
    ]);
    expect(complaints).toEqual([]);
  });

  test('waits for the price of a fixed contract, and says what is no price', async () => {
    const { page, later } = await fixture.open({ locale: 'en-GB' });
    await page.getByTestId('contract-change').click();
    await page.getByTestId('contract-fixed').check();
    await page.getByTestId('fixed-price').fill('much');
    await contract(page).getByText('Write a number from 0 to 1250.').waitFor();
    await page.getByTestId('fixed-price').fill('75');
    await later();
    await contract(page).getByText('Saved: Fixed price, 75 øre/kWh; Elvia AS.').waitFor();
    expect(fixture.service.asked.filter(({ method }) => method === 'PUT').map(({ body }) => body)).toEqual([
      {
        area: 'NO1',
        taxZone: 'sor',
        gridOwner: 'elvia',
        gridTariffName: null,
        ...untold,
        contract: { kind: 'fixed', markupOrePerKwh: 0, priceOrePerKwh: 60 },
      },
    ]);
  });

  test('without markup is saved with none, and undone to what was written', async () => {
    const { page, later } = await fixture.open();
    await page.getByTestId('contract-change').click();
    const markup = page.getByTestId('markup');
    await markup.fill('');
    await later();
    await contract(page).getByText('Lagret: Spotpris; Elvia AS.').waitFor();
    expect([await markup.inputValue(), await markup.getAttribute('placeholder')]).toEqual(['', '0']);
    await contract(page).getByTestId('undo').click();
    await contract(page).getByText('Angret.').waitFor();
    expect(await markup.inputValue()).toBe('5');
    expect(homesSaved().map(({ contract }) => contract.markupOrePerKwh)).toEqual([0, 4]);
  });

  test('without its price is asked for it; what else is changed is saved with the contract before, and undone', async () => {
    const { page, later } = await fixture.open();
    await page.getByTestId('contract-change').click();
    await page.getByTestId('contract-fixed').check();
    const unfinished = page.getByTestId('contract-unfinished');
    await unfinished.getByText('Skriv prisen i avtalen som et tall.').waitFor();
    await page.getByTestId('grid-owner').selectOption('glitre');
    await later();
    await contract(page).getByText('Lagret: Spotpris, påslag 5 øre/kWh; Glitre Nett AS.').waitFor();
    expect(await page.getByTestId('contract-fixed').isChecked()).toBe(true);
    expect(await unfinished.textContent()).toContain('Skriv prisen');
    await contract(page).getByTestId('undo').click();
    await contract(page).getByText('Angret.').waitFor();
    expect(await page.getByTestId('contract-spot').isChecked()).toBe(true);
    expect(await page.getByTestId('markup').inputValue()).toBe('5');
    expect(await unfinished.textContent()).toBe('');
    const spot = { kind: 'spot', markupOrePerKwh: 4 };
    expect(homesSaved()).toMatchObject([
      { gridOwner: 'glitre', contract: spot },
      { gridOwner: 'elvia', contract: spot },
    ]);
  });

  test('is saved without a tariff that the grid owner has no longer', async () => {
    const fore = { area: 'NO3', gridOwner: 'fore', gridOwnerName: 'Føre AS', gridTariffName: 'Øst' } as const;
    fixture.service.change({ home: { ...oslo, ...fore } });
    const { page, later } = await fixture.open();
    await page.getByTestId('contract-change').click();
    await page.getByTestId('grid-tariff').waitFor();
    expect(await page.getByTestId('grid-tariff').inputValue()).toBe('');
    await page.getByTestId('contract-norgespris').check();
    await later();
    await contract(page).getByText('Lagret: Norgespris, påslag 5 øre/kWh; Føre AS.').waitFor();
    expect(homesSaved()).toMatchObject([{ gridOwner: 'fore', gridTariffName: null }]);
  });

  test('with a grid owner that is not in the area is refused in words that say so', async () => {
    fixture.service.change({ home: { ...oslo, gridOwner: 'fore', gridOwnerName: 'Føre AS' } });
    const { page, later } = await fixture.open();
    await page.getByTestId('contract-change').click();
    await page.getByTestId('contract-norgespris').check();
    await contract(page).getByText('Nettselskapet er ikke i listen vår for prisområdet ditt.').waitFor();
    await page.getByTestId('grid-owner').selectOption('elvia');
    await later();
    await contract(page).getByText('Lagret: Norgespris, påslag 5 øre/kWh; Elvia AS.').waitFor();
  });

  test('another grid owner, or none that is known', async () => {
    const { page, later } = await fixture.open();
    await page.getByTestId('contract-change').click();
    await page.getByTestId('grid-owner').selectOption('glitre');
    await later();
    await contract(page).getByText('Lagret: Spotpris, påslag 5 øre/kWh; Glitre Nett AS.').waitFor();
    await page.getByTestId('grid-owner').selectOption({ label: 'Vet ikke' });
    await later();
    await contract(page).getByText('Lagret: Spotpris, påslag 5 øre/kWh; ukjent nettselskap.').waitFor();
    await page.getByTestId('legend').getByText('ikke med').waitFor();
  });
});
