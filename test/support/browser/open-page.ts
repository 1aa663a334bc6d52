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

const PHONE = { width: 390, height: 844 };

/** A customer's browser, Norwegian and phone-sized unless told otherwise; nothing is open in it yet. */
export async function newPage(
  browser: Browser,
  { hosted = true, path: _, ...options }: OpenOptions = {},
): Promise<OpenPage> {
  const context = await browser.newContext({ locale: 'nb-NO', viewport: PHONE, ...options });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.clock.install();
  if (hosted) await page.addInitScript("window.smartlading = { accessToken: () => 'fixture' }");
  return { page, complaints, later: () => page.clock.fastForward(LATER_MS) };
}

/** The fixture's page is opened in it, as if for the first time. */
export async function goTo(
  { page, complaints }: OpenPage,
  url: string,
  { path = '/', viewport = PHONE }: OpenOptions = {},
): Promise<void> {
  await Promise.all([page.setViewportSize(viewport ?? PHONE), page.emulateMedia({ colorScheme: null })]);
  complaints.length = 0;
  await page.goto(url + path);
  await page.getByTestId('loading').waitFor({ state: 'detached' });
}

/** Whatever a test left in it is gone. */
export async function leave({ page }: OpenPage): Promise<void> {
  await page.unrouteAll({ behavior: 'ignoreErrors' });
  await page.evaluate('localStorage.clear(); sessionStorage.clear()');
  await page.goto('about:blank');
}
