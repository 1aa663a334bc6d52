import type { FunctionRow } from '../wiring.ts';

/**
 * Modules that this function's code names but its row can never reach: each is imported dynamically, on first use of
 * what the row does not grant. The bundler leaves them out (esbuild `external`).
 */
export function unusedModules(row: FunctionRow): string[] {
  return [
    ...(row.vaultPurposes.length === 0 ? ['@aws-crypto/client-node'] : []),
    ...(row.secrets.length === 0 ? ['@aws-sdk/client-secrets-manager'] : []),
    ...(row.sends.length === 0 ? ['@aws-sdk/client-sqs'] : []),
    ...(row.announces.length === 0 ? ['@aws-sdk/client-eventbridge'] : []),
  ];
}
