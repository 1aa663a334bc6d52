import type { Language } from './api/types.ts';
import { ClockBar } from './clock/clock-bar.tsx';
import { useKeptReceipt } from './consent/use-kept-receipt.ts';
import { LinkBanner } from './link/link-banner.tsx';
import { useLinkReturn } from './link/use-link-return.ts';
import { useService } from './service/use-service.ts';
import { PageHeader } from './shell/page-header.tsx';
import { ServiceBanner } from './shell/service-banner.tsx';
import { View } from './view.tsx';
import { useLanguage } from './words/use-language.ts';
import { SpeechContext, speechIn } from './words/words-context.ts';

/** The whole page. */
export function Page() {
  const [language, choose] = useLanguage();
  return (
    <SpeechContext.Provider value={speechIn(language)}>
      <Frame language={language} choose={choose} />
    </SpeechContext.Provider>
  );
}

function Frame({ language, choose }: { language: Language; choose: (language: Language) => void }) {
  const { words } = speechIn(language);
  const service = useService();
  const [linkReturn, closeLinkReturn] = useLinkReturn(service.refresh);
  const [receipt, keepReceipt] = useKeptReceipt();
  const { localClock, now, overview } = service.state;
  return (
    <>
      <a class="skip" href="#content">
        {words.page.skip}
      </a>
      {localClock && overview && <ClockBar clock={localClock} now={now} setClock={service.setClock} />}
      <PageHeader choose={choose} />
      <main id="content" tabIndex={-1}>
        <ServiceBanner service={service} />
        <LinkBanner state={linkReturn} close={closeLinkReturn} />
        <View service={service} receipt={receipt} keepReceipt={keepReceipt} />
      </main>
      <footer class="page-footer">
        <p>{words.page.footer}</p>
      </footer>
    </>
  );
}
