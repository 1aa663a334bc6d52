import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, inject } from 'vitest';
import { FakeService } from './fake-service.ts';
import { type FixtureServer, startFixtureServer } from './fixture-server.ts';
import { type SceneName, scenes } from './fixtures/scenes.ts';
import { launchBrowser } from './launch.ts';
import { type OpenOptions, type OpenPage, openPage } from './open-page.ts';

export interface Fixture {
  /** What answers the page; a new one for each test. */
  readonly service: FakeService;
  /** A customer's browser on the page, closed after the test. */
  open(options?: OpenOptions): Promise<OpenPage>;
}

/** For a test file: the built page in a browser, with a service of canned answers that begins each test with this scene. */
export function useFixture(scene: SceneName): Fixture {
  let browser: Browser;
  let server: FixtureServer;
  beforeAll(async () => {
    [browser, server] = await Promise.all([launchBrowser(), startFixtureServer(inject('pageDirectory'))]);
  });
  beforeEach(() => {
    server.service = new FakeService(scenes[scene]);
  });
  afterEach(async () => {
    await Promise.all(browser.contexts().map((context) => context.close()));
  });
  afterAll(async () => {
    await Promise.all([browser?.close(), server?.close()]);
  });
  return {
    get service() {
      return server.service;
    },
    open: (options) => openPage(browser, server.url, options),
  };
}
