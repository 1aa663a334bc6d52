import type { Language } from '../api/types.ts';
import { speechIn, useSpeech } from '../words/words-context.ts';

const languages: readonly Language[] = ['nb', 'en'];

/** The name of the service and the choice of language. */
export function PageHeader({ choose }: { readonly choose: (language: Language) => void }) {
  const { language, words } = useSpeech();
  return (
    <header class="page-header">
      <h1>
        <svg viewBox="0 0 32 32" aria-hidden="true">
          <rect class="logo-ground" width="32" height="32" rx="8" />
          <path class="logo-plan" d="M13 20h3v-9h4v7h3v6H13z" />
          <path class="logo-price" d="M5 22h4v-6h4v4h3v-9h4v7h3v4h4" />
        </svg>
        {words.page.title}
      </h1>
      {/* biome-ignore lint/a11y/useSemanticElements: two toggle buttons are no form */}
      <div class="languages" role="group" aria-label={words.language.choose}>
        {languages.map((one) => (
          <button
            key={one}
            type="button"
            lang={one}
            data-testid={`language-${one}`}
            aria-pressed={one === language}
            onClick={() => choose(one)}
          >
            {speechIn(one).words.language.name}
          </button>
        ))}
      </div>
    </header>
  );
}
