import { useEffect, useState } from 'preact/hooks';
import { api } from '../api/api.ts';
import { asFailure, type Failure } from '../api/failure.ts';
import type { Consent, Language } from '../api/types.ts';

export interface ConsentState {
  readonly consent: Consent | null;
  readonly failure: Failure | null;
  reload(): void;
}

/** The notice in `language` and what was agreed; asked again when `occasion` changes. */
export function useConsent(language: Language, occasion: string): ConsentState {
  const [consent, setConsent] = useState<Consent | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    let isCurrent = true;
    fetchConsent(language).then(
      (found) => {
        if (!isCurrent) return;
        setConsent(found);
        setFailure(null);
      },
      (thrown) => isCurrent && setFailure(asFailure(thrown)),
    );
    return () => {
      isCurrent = false;
    };
  }, [language, occasion, turn]);
  return { consent, failure, reload: () => setTurn((before) => before + 1) };
}

/** Somebody who agreed in one language and reads in the other gets the text they agreed to, not its translation. */
async function fetchConsent(language: Language): Promise<Consent> {
  const consent = await api.consent(language);
  const agreed = consent.receipts.at(-1)?.noticeSha256;
  if (agreed === undefined || agreed === consent.notice.sha256) return consent;
  const other = await api.consent(language === 'nb' ? 'en' : 'nb');
  return other.notice.sha256 === agreed ? other : consent;
}
