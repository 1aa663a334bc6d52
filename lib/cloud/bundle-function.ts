import { copyFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';

/** HiGHS reads its WebAssembly from beside the module that holds it: here the bundle. */
const highs = { folder: 'node_modules/highs/', runtime: 'highs/runtime', file: 'highs.wasm' } as const;

/**
 * Writes `index.mjs` with everything that `entry` needs but the external modules. The AWS SDK is inside: loading the runtime's copy
 * starts slower. Where the solver for mixed-integer problems can be reached, its WebAssembly lies beside.
 */
export function bundleFunction(entry: string, external: readonly string[], outputDirectory: string): void {
  const { metafile } = buildSync({
    entryPoints: [entry],
    outfile: join(outputDirectory, 'index.mjs'),
    bundle: true,
    metafile: true,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    minify: true,
    mainFields: ['module', 'main'],
    external: [...external],
    // Some libraries inside the bundle still call require().
    banner: { js: "import{createRequire}from'node:module';const require=createRequire(import.meta.url);" },
    logLevel: 'error',
  });
  const outputs = Object.values(metafile.outputs).flatMap(({ inputs }) => Object.entries(inputs));
  const holdsHighs = outputs.some(
    ([path, { bytesInOutput }]) => path.includes(highs.folder) && bytesInOutput > 0,
  );
  if (holdsHighs) copyFileSync(wasmFile(), join(outputDirectory, highs.file));
}

function wasmFile(): string {
  const runtime = fileURLToPath(import.meta.resolve(highs.runtime));
  return join(dirname(runtime), highs.file);
}
