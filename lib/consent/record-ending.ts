import { type Platform, ServiceError } from '../platform/index.ts';
import type { EventDraft } from './consent-event.ts';
import type { WithdrawingHome } from './forget.ts';
import { recordEvent } from './record-event.ts';
import { readEvents } from './store.ts';

/** Appends what ends a consent, in the words of the consent that it ends. */
export async function recordEnding(
  platform: Platform,
  { consentRef }: WithdrawingHome,
  ending: Pick<EventDraft, 'event' | 'recordId' | 'at' | 'method'> &
    Partial<Pick<EventDraft, 'evidence' | 'erased'>>,
): Promise<void> {
  if (consentRef === null) throw new ServiceError('conflict');
  const given = (await readEvents(platform, consentRef)).findLast(({ event }) => event === 'given');
  if (given === undefined) throw new ServiceError('conflict');
  const { jurisdiction, language, controller, purposes, notice } = given;
  await recordEvent(platform, {
    consentRef,
    jurisdiction,
    language,
    controller,
    purposes,
    notice,
    evidence: [],
    erased: null,
    ...ending,
  });
}
