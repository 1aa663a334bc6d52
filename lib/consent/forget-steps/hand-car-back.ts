import { handBack } from '../../charging/index.ts';
import type { ForgetStep } from '../forget.ts';

/** After this long the car is let go as it is. */
export const PATIENCE_MS = 2 * 60 * 1000;

/** Never leaves a car paused by us. A car that cannot be reached for two minutes must not keep our access alive: we go on. */
export const handCarBack: ForgetStep = async (platform, home) => {
  try {
    // The home it answers, with nothing owed, is not kept: this home is erased, and a repeated command is harmless.
    await handBack(platform, home);
  } catch (thrown) {
    if (platform.clock.now() < home.withdrawal.requestedAt + PATIENCE_MS) throw thrown;
    platform.log.error('hand-back-given-up', thrown);
    platform.metrics.count('HandBackGivenUp');
  }
};
