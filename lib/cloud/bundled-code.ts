import { dirname } from 'node:path';
import { AssetHashType, DockerImage } from 'aws-cdk-lib';
import { Code } from 'aws-cdk-lib/aws-lambda';
import { buildSync } from 'esbuild';
import { unusedModules } from '../platform/index.ts';
import type { FunctionRow } from '../wiring.ts';

/**
 * A function as one minified module, bundled in this process: CDK's own construct starts a shell and a new esbuild for
 * each function, which takes five times as long. The AWS SDK is inside: loading the runtime's copy starts slower.
 */
export function bundledCode(row: FunctionRow): Code {
  return Code.fromAsset(dirname(row.entry), {
    assetHashType: AssetHashType.OUTPUT,
    bundling: {
      // Never pulled: the local bundling below always succeeds or throws.
      image: DockerImage.fromRegistry('scratch'),
      local: { tryBundle: (outputDirectory) => bundle(row, `${outputDirectory}/index.mjs`) },
    },
  });
}

function bundle(row: FunctionRow, outfile: string): true {
  buildSync({
    entryPoints: [row.entry],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    minify: true,
    mainFields: ['module', 'main'],
    external: unusedModules(row),
    // Some libraries inside the bundle still call require().
    banner: { js: "import{createRequire}from'node:module';const require=createRequire(import.meta.url);" },
    logLevel: 'error',
  });
  return true;
}
