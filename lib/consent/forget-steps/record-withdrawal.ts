import type { ForgetStep } from '../forget.ts';
import { recordEnding } from '../record-ending.ts';

/** The record says that consent ended before anything else is done about it. */
export const recordWithdrawal: ForgetStep = (platform, home) =>
  recordEnding(platform, home, {
    event: 'withdrawn',
    recordId: home.withdrawal.withdrawalId,
    at: home.withdrawal.requestedAt,
    method: 'app',
  });
