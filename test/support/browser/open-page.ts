import type { Browser, BrowserContextOptions, Page } from 'playwright-core';

/** Longer than a change rests before it is saved, and than a page of simulated time waits to ask again. */
const LATER_MS = 1_000;

export interface OpenPage {
  readonly page: Page;
  /** Everything the browser complained of. */
  readonly complaints: string[];
  /** Time passes on the page: whatever rests or waits to ask again does so now. */
  later(): Promise<void>;
}

export interface OpenOptions extends BrowserContextOptions {
  /** As inside the retailer's app, which injects the token and has no simulated clock. Default true. */
  readonly hosted?: boolean;
  readonly path?: string;
}

/** A customer's browser on the fixture's page, Norwegian and phone-sized unless told otherwise. */
export async function openPage(
  browser: Browser,
  url: string,
  { hosted = true, path = '/', ...options }: OpenOptions = {},
): Promise<OpenPage> {
  const context = await browser.newContext({
    locale: 'nb-NO',
    viewport: { width: 390, height: 844 },
    ...options,
  });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.clock.install();
  if (hosted) await page.addInitScript("window.smartlading = { accessToken: () => 'fixture' }");
  await page.goto(url + path);
  await page.getByTestId('loading').waitFor({ state: 'detached' });
  return { page, complaints, later: () => page.clock.fastForward(LATER_MS) };
}
