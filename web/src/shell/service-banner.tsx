import type { Service } from '../service/use-service.ts';
import { problemSentence } from '../words/problem-sentence.ts';
import { useSpeech } from '../words/words-context.ts';
import { Banner } from './banner.tsx';

/** One lost answer is no news while there is something to show. */
const BEARABLE = 1;

/** The service does not answer, or not as it should. */
export function ServiceBanner({ service }: { readonly service: Service }) {
  const { words } = useSpeech();
  const { failure, failures, overview } = service.state;
  if (!failure || (overview !== null && failures <= BEARABLE)) return null;
  return (
    <Banner kind="problem" action={{ label: words.save.retry, run: () => void service.refresh() }}>
      {problemSentence(failure, words)}
    </Banner>
  );
}
