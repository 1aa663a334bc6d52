import type { Clock, Random } from '../../platform/index.ts';
import type { SimulatedCar } from './car.ts';
import type { Faults } from './faults.ts';
import type { Grants, RevocationReach } from './grants.ts';
import type { RateLimits } from './rate-limits.ts';
import type { HomeSecrets } from './secrets-of-a-home.ts';
import type { LoggedRequest } from './serve.ts';

/** What the three hosts share. */
export interface World {
  readonly clock: Clock;
  readonly random: Random;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly cars: readonly SimulatedCar[];
  readonly home: HomeSecrets;
  readonly grants: Grants;
  readonly limits: RateLimits;
  readonly faults: Faults;
  readonly requests: LoggedRequest[];
  readonly revocationReach: RevocationReach;
  readonly pageSize: number;
}
