import { useState } from 'preact/hooks';
import { api } from '../api/api.ts';
import { asFailure, type Failure } from '../api/failure.ts';
import type { Home } from '../api/types.ts';
import { NoticeText } from '../consent/notice-text.tsx';
import { useConsent } from '../consent/use-consent.ts';
import { problemSentence } from '../words/problem-sentence.ts';
import { useSpeech } from '../words/words-context.ts';
import { BatteryField, isBattery } from './battery-field.tsx';
import { homeDraft, homeWish, missingOf } from './home-draft.ts';
import { HomeFields } from './home-fields.tsx';

interface Props {
  /** The home as it is stored, or null before there is one. */
  readonly home: Home | null;
  /** Usable battery of a car that is linked again, kWh. */
  readonly batteryKwh?: number;
}

/** Where is home, how big is the battery, what do you agree to; then on to the car maker. */
export function LinkForm({ home, batteryKwh = 75 }: Props) {
  const { language, words } = useSpeech();
  const { consent, failure: noNotice, reload } = useConsent(language, '');
  const [draft, setDraft] = useState(() => homeDraft(home));
  const [battery, setBattery] = useState(batteryKwh);
  const [agreed, setAgreed] = useState(false);
  const [missing, setMissing] = useState('');
  const [state, setState] = useState<'open' | 'going' | Failure>('open');
  const failure = state instanceof Error ? state : noNotice;

  const go = async () => {
    const wish = homeWish(draft);
    if (!consent || !wish) return;
    setState('going');
    try {
      await api.putHome(wish);
      const { version, sha256, language: read } = consent.notice;
      const request = {
        provider: 'tesla',
        language: read,
        noticeVersion: version,
        noticeSha256: sha256,
      } as const;
      const { authorizeUrl } = await api.beginLink({ ...request, batteryKwh: battery });
      window.location.assign(authorizeUrl);
    } catch (thrown) {
      const failed = asFailure(thrown);
      if (failed.code === 'consent-text-outdated') {
        setAgreed(false);
        reload();
      }
      setState(failed);
    }
  };
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const lack =
      missingOf(draft, words) ||
      (isBattery(battery) ? '' : words.link.pleaseBattery) ||
      (agreed ? '' : words.link.pleaseAgree);
    setMissing(lack);
    if (!lack) void go();
  };
  return (
    <form class="card link-form" noValidate data-testid="link-form" onSubmit={submit}>
      <HomeFields home={home} draft={draft} change={setDraft} />
      <BatteryField kwh={battery} change={setBattery} />
      <h3>{words.link.notice}</h3>
      {consent && <NoticeText notice={consent.notice} heading="h4" />}
      {consent && <p class="hint">{words.link.version(consent.notice.version)}</p>}
      <label class="check">
        <input
          type="checkbox"
          data-testid="agree"
          checked={agreed}
          onChange={(event) => setAgreed(event.currentTarget.checked)}
        />
        {words.link.agree}
      </label>
      <p class="error" role="alert">
        {missing || (failure && problemSentence(failure, words))}
      </p>
      <button type="submit" class="button-main" data-testid="link" disabled={!consent || state === 'going'}>
        {state === 'going' ? words.link.going : words.link.go}
      </button>
    </form>
  );
}
