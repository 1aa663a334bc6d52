import type { Language } from '../api/types.ts';

/**
 * The remembered choice; else the first of the browser's languages that we speak. A Norwegian power retailer's customer
 * reads bokmål unless the browser says English first; Swedes and Danes read bokmål too.
 */
export function preferredLanguage(remembered: string | null, browser: readonly string[]): Language {
  if (remembered === 'nb' || remembered === 'en') return remembered;
  for (const tag of browser) {
    const language = tag.toLowerCase().split('-')[0] ?? '';
    if (['nb', 'nn', 'no', 'sv', 'da'].includes(language)) return 'nb';
    if (language === 'en') return 'en';
  }
  return browser.length === 0 ? 'nb' : 'en';
}
