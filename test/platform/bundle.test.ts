import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { unusedModules } from '../../lib/platform/index.ts';
import type { FunctionRow } from '../../lib/wiring.ts';
import { apiEvent } from '../support/platform/api-event.ts';
import { rowWith, testPlatform } from '../support/platform/test-platform.ts';

const entry = fileURLToPath(new URL('../support/platform/smallest-handler.ts', import.meta.url));
let directory: string;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'smartlading-bundle-'));
});
afterAll(() => rm(directory, { recursive: true, force: true }));

/** As lib/cloud bundles a function of this row. */
async function bundled(granted: Partial<FunctionRow>) {
  const outfile = join(directory, `${Object.keys(granted).join('-') || 'nothing'}.mjs`);
  const { metafile } = await build({
    entryPoints: [entry],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    minify: true,
    mainFields: ['module', 'main'],
    external: unusedModules(rowWith(granted)),
    banner: { js: "import{createRequire}from'node:module';const require=createRequire(import.meta.url);" },
    metafile: true,
    logLevel: 'error',
  });
  const inputs = Object.values(metafile.outputs)[0]?.inputs ?? {};
  const has = (module: string) =>
    Object.keys(inputs).some((input) => input.includes(`node_modules/${module}/`));
  return { outfile, bytes: Object.values(metafile.outputs)[0]?.bytes ?? 0, has };
}

describe('the bundle of a function', () => {
  const parts: [keyof FunctionRow, Partial<FunctionRow>, string][] = [
    ['vaultPurposes', { vaultPurposes: ['active'] }, '@aws-crypto/client-node'],
    ['secrets', { secrets: ['entsoe-token'] }, '@aws-sdk/client-secrets-manager'],
    ['sends', { sends: ['charging'] }, '@aws-sdk/client-sqs'],
    ['announces', { announces: ['PricesAnnounced'] }, '@aws-sdk/client-eventbridge'],
  ];

  test('of a row that grants nothing holds none of them, and runs', async () => {
    const { outfile, bytes, has } = await bundled({});
    for (const [, , module] of parts) expect(has(module)).toBe(false);
    expect(bytes).toBeLessThan(520 * 1024);

    const loaded: typeof import('../support/platform/smallest-handler.ts') = await import(
      /* @vite-ignore */ pathToFileURL(outfile).href
    );
    const handle = loaded.build(testPlatform().platform);
    expect(await handle(apiEvent({ body: '{"text":"hei"}' }))).toMatchObject({
      statusCode: 200,
      body: '{"text":"hei"}',
    });
    expect(await handle(apiEvent({ body: '{"text":1}' }))).toMatchObject({ statusCode: 400 });
  });

  test.each(parts)('holds what its row grants by %s', async (_, granted, module) => {
    const { has } = await bundled(granted);
    for (const [, , each] of parts) expect(has(each)).toBe(each === module);
  });
});
