import { useLayoutEffect, useState } from 'preact/hooks';
import type { Language } from '../api/types.ts';
import { preferredLanguage } from './preferred-language.ts';
import { speechIn } from './words-context.ts';

const KEY = 'smartlading.language';

/** The language on the page, and how to change it. The choice stays in this browser only. */
export function useLanguage(): [Language, (language: Language) => void] {
  const [language, setLanguage] = useState<Language>(() =>
    preferredLanguage(remembered(), navigator.languages),
  );
  useLayoutEffect(() => {
    document.documentElement.lang = language;
    document.title = speechIn(language).words.page.title;
  }, [language]);
  const choose = (chosen: Language) => {
    remember(chosen);
    setLanguage(chosen);
  };
  return [language, choose];
}

// Storage throws where the host app forbids it; then the choice lasts as long as the page.
function remembered(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

function remember(language: Language): void {
  try {
    localStorage.setItem(KEY, language);
  } catch {}
}
