import { handBack } from '../../charging/index.ts';
import { ServiceError } from '../../platform/index.ts';
import type { Instant } from '../../time/index.ts';
import type { ForgetStep, WithdrawingHome } from '../forget.ts';

/** After this long the car is let go as it is. */
export const PATIENCE_MS = 2 * 60 * 1000;

/** Never leaves a car paused by us. A car that cannot be reached for two minutes must not keep our access alive: we go on. */
export const handCarBack: ForgetStep = async (platform, home) => {
  try {
    waitForStopUnderWay(home, platform.clock.now());
    // The home it answers, with nothing owed, is not kept: this home is erased, and a repeated command is harmless.
    await handBack(platform, home);
  } catch (thrown) {
    if (platform.clock.now() < home.withdrawal.requestedAt + PATIENCE_MS) throw thrown;
    platform.log.error('hand-back-given-up', thrown);
    platform.metrics.count('hand-back-given-up');
  }
};

/** Longer than a command can be on its way from being noted to being sent. */
const UNDER_WAY_MS = 30 * 1000;

/** A stop noted just before the withdrawal may still be sent: our start must come after it. */
function waitForStopUnderWay(home: WithdrawingHome, now: Instant): void {
  const stops = home.vehicles
    .flatMap(({ commands }) => commands)
    .filter(
      ({ kind, state, intendedAt }) =>
        kind === 'stop' && state === 'intended' && now - intendedAt < UNDER_WAY_MS,
    );
  if (stops.length > 0) {
    throw new ServiceError('vehicle-state', { retryable: true, retryAfterSeconds: UNDER_WAY_MS / 1000 });
  }
}
