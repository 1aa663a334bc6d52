import type * as z from 'zod';
import type { FinishedSession } from '../../homes/index.ts';
import { isoUtc } from '../../time/index.ts';
import type { getSessionsContract } from '../contracts/get-sessions.ts';
import { decimals, shownMeter } from './shown.ts';

type Sessions = z.infer<typeof getSessionsContract.answer>;

/** Past sessions, newest first. The total adds up what is shown, so that the customer's own sum agrees. */
export function sessionsOf(ended: readonly FinishedSession[]): Sessions {
  const sessions = [...ended]
    .sort((a, b) => b.pluggedInAt - a.pluggedInAt)
    .map((session) => ({
      vehicleRef: session.vehicleRef,
      pluggedInAt: isoUtc(session.pluggedInAt),
      endedAt: isoUtc(session.endedAt),
      ...shownMeter(session),
    }));
  const sum = (of: (session: Sessions['sessions'][number]) => number) =>
    sessions.reduce((total, session) => total + of(session), 0);
  return {
    sessions,
    total: {
      gridKwh: decimals(
        sum(({ gridKwh }) => gridKwh),
        2,
      ),
      costOre: sum(({ costOre }) => costOre),
      chargeNowOre: sum(({ chargeNowOre }) => chargeNowOre),
      savedOre: sum(({ savedOre }) => savedOre),
    },
  };
}
