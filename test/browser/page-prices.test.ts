import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { pictureModel } from '../../web/src/picture/picture-model.ts';
import { priceRange } from '../../web/src/picture/step-series.ts';
import { pricesOf } from '../support/browser/fixtures/price-shapes.ts';
import { type SceneName, scenes } from '../support/browser/fixtures/scenes.ts';
import type { OpenOptions } from '../support/browser/open-page.ts';
import { overhang } from '../support/browser/page-checks.ts';
import { useFixture } from '../support/browser/use-fixture.ts';

const fixture = useFixture('waiting');

async function on(scene: SceneName, work: (page: Page) => Promise<void>, options: OpenOptions = {}) {
  fixture.service.show(scenes[scene]);
  const { page } = await fixture.open(options);
  await page.getByTestId('legend').waitFor();
  await work(page);
}

/** As palette.css has them. */
const power = [0x3b, 0x82, 0xd0];
const grid = [0xd9, 0x77, 0x3a];
const taxes = [0xb9, 0xa3, 0xe8];

const legend = async (page: Page) =>
  (await page.getByTestId('legend').locator('p').allTextContents()).map((text) => text.trim());

test('the quarter one points at is told in parts, and read out; nothing is owned up to where all is known', () =>
  on('waiting', async (page) => {
    const picture = page.getByTestId('plan-picture').getByRole('slider');
    await picture.focus();
    await page.keyboard.press('Home');
    expect(await legend(page)).toEqual(['Strøm etter støtte 110,1', 'Nettleie 36,2', 'Avgifter 10,2']);
    expect(await picture.getAttribute('aria-valuetext')).toContain(
      '156,5\u00a0øre/kWh (strøm 110,1, nettleie 36,2, avgifter 10,2)',
    );
    expect(await page.getByTestId('assumed').count()).toBe(0);
  }));

test('the stack is painted in the colours of the legend, from zero to the price', () =>
  on('norgespris', async (page) => {
    // 50 øre for power, to 71 with grid, to 81 with taxes.
    const at = (ore: number) => pixels(page, 'norgespris', '2026-01-13T02:20:00Z', ore);
    expect(await at(25)).toEqual([[...power, 255]]);
    expect(await at(60)).toEqual([[...grid, 255]]);
    expect(await at(76)).toEqual([[...taxes, 255]]);
    expect((await at(90))[0]?.[3]).toBeLessThan(60);
  }));

test('power below zero is striped, and the others climb from its lower end', () =>
  on('negative', async (page) => {
    expect((await legend(page)).at(-1)).toBe('Strøm under null trekkes fra');
    // Spot at −50: power ends at −57.5 øre, grid climbs from there to −36.3, taxes to −26.1.
    const has = async (ore: number, [r, g, b]: readonly number[]) => {
      const row = await pixels(page, 'negative', '2026-01-13T00:05:00Z', ore, 12);
      return row.some((pixel) => pixel[0] === r && pixel[1] === g && pixel[2] === b && pixel[3] === 255);
    };
    const shown = async (ore: number) => [await has(ore, power), await has(ore, grid), await has(ore, taxes)];
    expect(await shown(-45)).toEqual([true, true, false]);
    expect(await shown(-31)).toEqual([true, false, true]);
    expect(await shown(-15)).toEqual([true, false, false]);
    expect(await shown(15)).toEqual([false, false, false]);
  }));

test('the table has the parts as columns, and scrolls by itself on the narrowest phone', () =>
  on(
    'waiting',
    async (page) => {
      await page.getByText('Show as table').click();
      const table = page.getByTestId('plan-table');
      expect(await table.getByRole('columnheader').allTextContents()).toEqual([
        'Time',
        'Price',
        'Charging',
        'Power',
        'Grid tariff',
        'Taxes',
      ]);
      const row = table.getByRole('row').filter({ hasText: '02:15–02:30' });
      expect(await row.getByRole('cell').allTextContents()).toEqual([
        '87.7',
        '11\u00a0kW',
        '56.3',
        '21.2',
        '10.2',
      ]);
      expect(await overhang(page)).toBeLessThanOrEqual(0);
    },
    { locale: 'en-GB', viewport: { width: 360, height: 640 } },
  ));

test.each<[SceneName, string, string]>([
  [
    'norgespris',
    'Norgespris: ingenting å hente på spot; å lade på disse tidene sparer 0,15 kr/kWh i nettleie.',
    'Norgespris: nothing to gain on spot; charging at these hours saves 0.15 kr/kWh in grid tariff.',
  ],
  [
    'fixedPrice',
    'Fastpris: å lade på disse tidene sparer 0,20 kr/kWh ved høyere strømstøtte (den følger spot), men koster 0,12 kr/kWh mer i nettleie.',
    'Fixed price: charging at these hours saves 0.20 kr/kWh through higher support (it follows spot), but costs 0.12 kr/kWh more in grid tariff.',
  ],
])('the plan says what decided it: %s', (scene, norwegian, english) =>
  on(scene, async (page) => {
    const reason = async () => (await page.getByTestId('reason').textContent())?.replaceAll('\u00a0', ' ');
    expect(await reason()).toContain(norwegian);
    await page.getByTestId('language-en').click();
    expect(await reason()).toContain(english);
  }),
);

test('rates that are not known for the day are owned up to, once', () =>
  on('newYear', async (page) => {
    expect(await page.getByTestId('assumed').allTextContents()).toEqual([
      'Ikke kjent for disse timene: grensen for strømstøtte, nettleien og elavgiften; de nyeste kjente satsene er brukt.',
    ]);
  }));

test('what only the plan assumes is owned up to as well, also where no prices come', async () => {
  fixture.service.show({ ...scenes.newYear, assumed: [] });
  const { page } = await fixture.open();
  const plansOwn = 'Ikke kjent for disse timene: nettleien og elavgiften; de nyeste kjente satsene er brukt.';
  await page.getByTestId('legend').waitFor();
  expect(await page.getByTestId('assumed').allTextContents()).toEqual([plansOwn]);
  await page.route('**/v1/prices?*', (route) => route.abort());
  await page.reload();
  await page.getByTestId('assumed').waitFor();
  expect(await page.getByTestId('legend').count()).toBe(0);
  expect(await page.getByTestId('assumed').allTextContents()).toEqual([plansOwn]);
});

test('a past night that was priced at assumed rates says so, and no other', () =>
  on('waiting', async (page) => {
    const assumed = async (words: string) => {
      const rows = await page.getByTestId('nights').getByRole('listitem').allTextContents();
      return rows.map((text) => text.includes(words)).lastIndexOf(true);
    };
    expect(await assumed('antatte satser')).toBe(1);
    await page.getByTestId('language-en').click();
    expect(await assumed('assumed rates')).toBe(1);
    expect(await page.getByTestId('nights').getByText('assumed rates').count()).toBe(1);
  }));

test('a grid tariff that is left out is said to be, in picture and words', () =>
  on('gridOwnerUnknown', async (page) => {
    expect(await page.getByTestId('assumed').textContent()).toContain('Nettleien er ikke med i prisen');
    expect((await legend(page))[1]).toBe('Nettleie ikke med');
  }));

/** The picture's pixels, RGBA, at a price: from a moment on, `width` CSS pixels to the right. */
async function pixels(page: Page, scene: SceneName, at: string, ore: number, width = 1): Promise<number[][]> {
  const { overview, shape, pricesUntil } = scenes[scene];
  const [vehicle] = overview.vehicles;
  if (!vehicle || !overview.home) throw new Error('the scene has a car and a home');
  const { span } = pictureModel(vehicle, null, Date.parse(overview.now));
  const known = { from: span.fromAt, to: span.untilAt, knownUntil: Date.parse(pricesUntil) };
  const { quarters } = pictureModel(vehicle, pricesOf(shape, known, overview.home), Date.parse(overview.now));
  const [low, high] = priceRange(quarters);
  const right = (Date.parse(at) - span.fromAt) / (span.untilAt - span.fromAt);
  const down = (high - ore) / (high - low);
  return page.evaluate<number[][]>(`(() => {
    const canvas = document.querySelector('.picture-place canvas');
    const { offsetLeft, offsetTop, offsetWidth, offsetHeight } = document.querySelector('.u-over');
    const x = Math.round((offsetLeft + ${right} * offsetWidth) * devicePixelRatio);
    const y = Math.round((offsetTop + ${down} * offsetHeight) * devicePixelRatio);
    const row = [...canvas.getContext('2d').getImageData(x, y, ${width}, 1).data];
    return Array.from({ length: ${width} }, (_, i) => row.slice(4 * i, 4 * i + 4));
  })()`);
}
