import { changeHome, type Home, loadHome, type Withdrawal, type WithdrawalStep } from '../homes/index.ts';
import { type Platform, ServiceError } from '../platform/index.ts';
import { destroyTokens } from './forget-steps/destroy-tokens.ts';
import { eraseCustomer } from './forget-steps/erase-customer.ts';
import { giveAccessBack } from './forget-steps/give-access-back.ts';
import { handCarBack } from './forget-steps/hand-car-back.ts';
import { recordWithdrawal } from './forget-steps/record-withdrawal.ts';
import { sealAway } from './forget-steps/seal-away.ts';
import { giveBackReleased } from './give-back-released.ts';
import { tryLater } from './try-later.ts';

/** A home whose consent is withdrawn. */
export type WithdrawingHome = Home & { readonly withdrawal: Withdrawal };

/** Does one thing, or finds it done. Throws where it must be tried again. */
export type ForgetStep = (platform: Platform, home: WithdrawingHome) => Promise<void>;

const steps: readonly (readonly [WithdrawalStep, ForgetStep])[] = [
  ['recorded', recordWithdrawal],
  ['handed-back', handCarBack],
  ['compartment', sealAway],
  ['revoked', giveAccessBack],
  ['tokens-destroyed', destroyTokens],
  ['erased', eraseCustomer],
];

/**
 * Goes as far as it can in forgetting a customer who withdrew; repeated until the home is gone. Each step is idempotent
 * and, once done, recorded on the home, so a crash or a doubled message anywhere changes nothing:
 *
 *   withdrawal ─ recorded ─ handed back ─ tokens out of reach ─ revoked, with evidence ─ tokens destroyed ─ erased
 *                              2 min at most               the maker may be down: 72 h at most     home last
 *
 * Where consent stands, gives back only the grants that no car uses any more.
 */
export async function forget(platform: Platform, customerId: string): Promise<void> {
  const home = await loadHome(platform, customerId);
  if (home === null) return;
  if (!isWithdrawing(home)) return await giveBackReleased(platform, home);
  if (platform.clock.now() < home.withdrawal.notBeforeAt) return;
  let current: WithdrawingHome = home;
  for (const [name, step] of steps) {
    if (current.withdrawal.done.includes(name)) continue;
    try {
      await step(platform, current);
    } catch (thrown) {
      return await tryLater(platform, current, name, thrown);
    }
    if (name !== 'erased') current = await markDone(platform, customerId, name);
  }
  platform.log.info('customer-forgotten');
}

async function markDone(
  platform: Platform,
  customerId: string,
  step: WithdrawalStep,
): Promise<WithdrawingHome> {
  const home = await changeHome(platform, customerId, (read) => {
    if (!isWithdrawing(read)) throw new ServiceError('conflict');
    const done = [...new Set([...read.withdrawal.done, step])];
    return { ...read, withdrawal: { ...read.withdrawal, done, attempts: 0 } };
  });
  return home as WithdrawingHome;
}

function isWithdrawing(home: Home): home is WithdrawingHome {
  return home.withdrawal !== null;
}
