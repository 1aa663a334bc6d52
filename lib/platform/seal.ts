import { kmsSeal, localSeal } from './encryption-sdk.ts';
import { type Environment, VAULT_KEY_ARN, VAULT_LOCAL_KEY } from './environment.ts';
import { ServiceError } from './errors.ts';
import type { Seal } from './platform.ts';

/** The seal of a function that may use the vault's key; refuses (`forbidden-by-wiring`) in any other. */
export function sealOf(environment: Environment): Seal {
  let opened: Promise<Seal> | undefined;
  const sealer = (): Promise<Seal> => {
    opened ??= openSealer(environment);
    return opened;
  };
  return {
    close: async (plainText, context) => (await sealer()).close(plainText, context),
    open: async (sealed, context) => (await sealer()).open(sealed, context),
  };
}

async function openSealer(environment: Environment): Promise<Seal> {
  const keyArn = environment[VAULT_KEY_ARN];
  const localKey = environment[VAULT_LOCAL_KEY];
  if (keyArn !== undefined) return kmsSeal(keyArn);
  if (localKey !== undefined) return localSeal(localKey);
  throw new ServiceError('forbidden-by-wiring');
}
