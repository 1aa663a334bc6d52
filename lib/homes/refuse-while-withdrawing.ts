import { ServiceError } from '../platform/index.ts';
import type { Home } from './home.ts';

/** A home that is being forgotten takes no more changes. Throws `withdrawal-in-progress`. */
export function refuseWhileWithdrawing(home: Home): Home {
  if (home.withdrawal !== null) throw new ServiceError('withdrawal-in-progress');
  return home;
}
