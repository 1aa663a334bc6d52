import * as z from 'zod';
import { asServiceError, type HttpAnswer, parseJsonAnswer } from '../../platform/index.ts';
import type { Command, CommandOutcome } from '../port.ts';
import type { MakersVehicle } from '../provider.ts';
import type { GrantSession } from '../vault/session.ts';
import { apiError } from './api-error.ts';
import { renewing, sendCall } from './call-api.ts';
import { isSuccess } from './send.ts';

const answerSchema = z.object({
  response: z.object({ result: z.boolean(), reason: z.string().catch('') }),
});

/** Reasons that mean the car is already as the command wants it. */
const alreadyReasons: Readonly<Record<Command['kind'], readonly string[]>> = {
  start: ['is_charging', 'complete', 'requested'],
  stop: ['not_charging'],
  'set-limit': ['already_set'],
  'set-current': ['already_set'],
};

/** Refusals the room may hear of. Any other text stays here: it is the vendor's and could hold anything. */
const knownRefusals = ['disconnected', 'no_power', 'complete', 'not_charging', 'could_not_wake_buses'];

/**
 * Commands go to the signing proxy, by VIN. No answer, a broken answer and the proxy's own timeout leave open whether
 * the car heard it: `unknown`, and the caller reads before it sends again.
 */
export async function command(
  session: GrantSession,
  vehicle: MakersVehicle,
  wanted: Command,
): Promise<CommandOutcome> {
  const answer = await renewing(session, () => sendCommand(session, vehicle, wanted));
  if (answer === null || answer.status === 504) {
    return { outcome: 'unknown' };
  }
  if (!isSuccess(answer)) {
    throw apiError(session.platform, answer);
  }
  return outcomeOf(wanted, answer);
}

/** The signing proxy itself waits ten seconds for the car. */
const proxyTimeoutMs = 12_000;

/** `null` where no answer came. */
async function sendCommand(
  session: GrantSession,
  vehicle: MakersVehicle,
  wanted: Command,
): Promise<HttpAnswer | null> {
  const { name, body } = callOf(wanted);
  try {
    return await sendCall(session, session.platform.setting('TESLA_COMMAND_URL'), {
      method: 'POST',
      path: `/api/1/vehicles/${vehicle.vin}/command/${name}`,
      body: JSON.stringify(body),
      timeoutMs: proxyTimeoutMs,
    });
  } catch (thrown) {
    if (asServiceError(thrown).code === 'vendor-down') {
      return null;
    }
    throw thrown;
  }
}

/** Cars take less only when told twice, and then do not say what they take. */
const leastAmpere = 5;

function callOf(wanted: Command): { name: string; body: Record<string, number> } {
  if (wanted.kind === 'set-limit') {
    // The car takes 50–100 %.
    const percent = Math.min(Math.max(Math.round(wanted.limitSoc * 100), 50), 100);
    return { name: 'set_charge_limit', body: { percent } };
  }
  if (wanted.kind === 'set-current') {
    return {
      name: 'set_charging_amps',
      body: { charging_amps: Math.max(leastAmpere, Math.floor(wanted.ampere)) },
    };
  }
  return { name: wanted.kind === 'start' ? 'charge_start' : 'charge_stop', body: {} };
}

/** A refusal by the car comes with HTTP 200 and `result: false`. */
function outcomeOf(wanted: Command, answer: HttpAnswer): CommandOutcome {
  let said: z.infer<typeof answerSchema>['response'];
  try {
    said = parseJsonAnswer(answer, answerSchema).response;
  } catch {
    return { outcome: 'unknown' };
  }
  if (said.result) {
    return { outcome: 'accepted' };
  }
  const reason = said.reason.trim().toLowerCase().replaceAll(' ', '_');
  if (alreadyReasons[wanted.kind].includes(reason)) {
    return { outcome: 'already' };
  }
  return { outcome: 'refused', reason: knownRefusals.includes(reason) ? reason : 'other' };
}
