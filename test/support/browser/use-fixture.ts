import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, inject } from 'vitest';
import { FakeService } from './fake-service.ts';
import { type FixtureServer, startFixtureServer } from './fixture-server.ts';
import { type SceneName, scenes } from './fixtures/scenes.ts';
import { launchBrowser } from './launch.ts';
import { goTo, leave, newPage, type OpenOptions, type OpenPage } from './open-page.ts';

export interface Fixture {
  /** What answers the page; a new one for each test. */
  readonly service: FakeService;
  /** A customer's browser on the page, as if for the first time. */
  open(options?: OpenOptions): Promise<OpenPage>;
}

/** For a test file: the built page in a browser, with a service of canned answers that begins each test with this scene. */
export function useFixture(scene: SceneName): Fixture {
  let browser: Browser;
  let server: FixtureServer;
  // A browser's page is made once for all tests that want the same: half of what opening it anew takes.
  const pages = new Map<string, OpenPage>();
  const inUse = new Set<OpenPage>();
  beforeAll(async () => {
    [browser, server] = await Promise.all([launchBrowser(), startFixtureServer(inject('pageDirectory'))]);
  });
  beforeEach(() => {
    server.service = new FakeService(scenes[scene]);
  });
  afterEach(async () => {
    for (const [key, opened] of pages) {
      if (!inUse.has(opened)) continue;
      await leave(opened).catch(async () => {
        // What cannot be put in order is not used again.
        pages.delete(key);
        await opened.page.context().close();
      });
    }
    inUse.clear();
  });
  afterAll(async () => {
    await Promise.all([browser?.close(), server?.close()]);
  });
  return {
    get service() {
      return server.service;
    },
    open: async (options = {}) => {
      const key = JSON.stringify({ ...options, path: null });
      const opened = pages.get(key) ?? (await newPage(browser, options));
      pages.set(key, opened);
      inUse.add(opened);
      await goTo(opened, server.url, options);
      return opened;
    },
  };
}
