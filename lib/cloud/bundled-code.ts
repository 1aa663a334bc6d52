import { dirname } from 'node:path';
import { AssetHashType, DockerImage } from 'aws-cdk-lib';
import { Code } from 'aws-cdk-lib/aws-lambda';
import { unusedModules } from '../platform/index.ts';
import type { FunctionRow } from '../wiring.ts';
import { bundleFunction } from './bundle-function.ts';

/**
 * A function as one minified module, bundled in this process: CDK's own construct starts a shell and a new esbuild for
 * each function, which takes five times as long.
 */
export function bundledCode(row: FunctionRow): Code {
  return Code.fromAsset(dirname(row.entry), {
    assetHashType: AssetHashType.OUTPUT,
    bundling: {
      // Never pulled: the local bundling below always succeeds or throws.
      image: DockerImage.fromRegistry('scratch'),
      local: { tryBundle: (outputDirectory) => bundle(row, outputDirectory) },
    },
  });
}

function bundle(row: FunctionRow, outputDirectory: string): true {
  bundleFunction(row.entry, unusedModules(row), outputDirectory);
  return true;
}
