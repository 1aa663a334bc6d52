import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundleFunction } from '../../lib/cloud/bundle-function.ts';
import { unusedModules } from '../../lib/platform/index.ts';
import { functions } from '../../lib/wiring.ts';

let root: string;
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'bundle-'));
});
afterAll(() => rmSync(root, { recursive: true }));

function bundled(name: 'follow-plan' | 'get-overview'): string {
  const row = functions[name];
  const directory = join(root, name);
  bundleFunction(row.entry, unusedModules(row), directory);
  return directory;
}

describe('the solver for mixed-integer problems', () => {
  it('lies beside the one function that plans, and beside no other', () => {
    expect(existsSync(join(bundled('follow-plan'), 'highs.wasm'))).toBe(true);
    expect(existsSync(join(bundled('get-overview'), 'highs.wasm'))).toBe(false);
  });

  it('is found from inside a bundle, wherever that is put', async () => {
    const directory = join(root, 'solver');
    bundleFunction('lib/planning/engines/highs-model.ts', [], directory);
    const { loadHighs } = await import(pathToFileURL(join(directory, 'index.mjs')).href);
    const highs = await loadHighs();
    expect(highs.constants.modelStatus).toBeDefined();
  });
});
