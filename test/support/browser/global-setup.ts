import { rm } from 'node:fs/promises';
import type { TestProject } from 'vitest/node';
import { buildPage } from './build-page.ts';
import { findBrowser } from './find-browser.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the built page is. */
    readonly pageDirectory: string;
    /** The Chromium to launch. */
    readonly browserPath: string;
  }
}

/** Once per run, before the browser tests: one page is built, one browser found. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const [pageDirectory, browserPath] = await Promise.all([buildPage(), findBrowser()]);
  project.provide('pageDirectory', pageDirectory);
  project.provide('browserPath', browserPath);
  return () => rm(pageDirectory, { recursive: true, force: true });
}
