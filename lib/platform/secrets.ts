import type { Instant } from '../time/index.ts';
import { awsClientOptions, sharedClients } from './aws-client.ts';
import type { Environment } from './environment.ts';
import { ServiceError } from './errors.ts';
import type { Clock } from './platform.ts';

/** Long enough that a busy function asks seldom, short enough that a rotated secret is soon in use. */
const KEEP_MS = 5 * 60_000;

const clientAt = sharedClients(async (options) => {
  const { SecretsManagerClient } = await import('@aws-sdk/client-secrets-manager');
  return new SecretsManagerClient(options);
});

/** Reads secrets by id and keeps each for five minutes. Throws `setting-missing` (retryable) where there is none. */
export function secretReader(environment: Environment, clock: Clock): (secretId: string) => Promise<string> {
  const kept = new Map<string, { readonly value: string; readonly until: Instant }>();
  return async (secretId) => {
    const known = kept.get(secretId);
    if (known !== undefined && clock.now() < known.until) return known.value;
    const value = await readSecret(environment, secretId);
    kept.set(secretId, { value, until: clock.now() + KEEP_MS });
    return value;
  };
}

async function readSecret(environment: Environment, secretId: string): Promise<string> {
  const { GetSecretValueCommand } = await import('@aws-sdk/client-secrets-manager');
  const client = await clientAt(awsClientOptions(environment, 'SECRETS_MANAGER'));
  try {
    const answer = await client.send(new GetSecretValueCommand({ SecretId: secretId }));
    if (answer.SecretString) return answer.SecretString;
  } catch {
    // The SDK's error carries the whole response: it ends here.
  }
  throw new ServiceError('setting-missing', { retryable: true });
}
