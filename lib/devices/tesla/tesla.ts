import type { Provider } from '../provider.ts';
import { authorizeUrl } from './authorize-url.ts';
import { command } from './command.ts';
import { findVehicles } from './find-vehicles.ts';
import { read } from './read.ts';
import { burn, ownerUrl, revoke } from './revoke.ts';
import { exchangeCode, refresh } from './tokens.ts';
import { wake } from './wake.ts';

/** Tesla Fleet API. */
export const tesla: Provider = {
  authorizeUrl,
  exchangeCode,
  refresh,
  findVehicles,
  read,
  wake,
  command,
  burn,
  revoke,
  ownerUrl,
};
