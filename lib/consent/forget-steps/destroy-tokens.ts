import { destroyGrant } from '../../devices/index.ts';
import type { ForgetStep } from '../forget.ts';
import { grantsOf } from '../grants-of.ts';

/** What was given back, or given up, is deleted from the vault with its key. */
export const destroyTokens: ForgetStep = async (platform, home) => {
  for (const grantRef of grantsOf(home)) await destroyGrant(platform, grantRef);
};
