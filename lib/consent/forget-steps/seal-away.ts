import { moveToRevocation } from '../../devices/index.ts';
import type { ForgetStep } from '../forget.ts';
import { grantsOf } from '../grants-of.ts';

/** Moves the tokens to where only this work can open them, and only to give them back. */
export const sealAway: ForgetStep = async (platform, home) => {
  for (const grantRef of grantsOf(home)) await moveToRevocation(platform, grantRef);
};
