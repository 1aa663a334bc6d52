import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Language } from '../api/types.ts';
import { en } from './en.ts';
import { type Format, formatOf } from './format.ts';
import { nb, type Words } from './nb.ts';

/** How the page speaks just now. */
export interface Speech {
  readonly language: Language;
  readonly words: Words;
  readonly format: Format;
}

const speeches: Readonly<Record<Language, Speech>> = {
  nb: { language: 'nb', words: nb, format: formatOf('nb') },
  en: { language: 'en', words: en, format: formatOf('en') },
};

export function speechIn(language: Language): Speech {
  return speeches[language];
}

export const SpeechContext = createContext<Speech>(speeches.nb);

export function useSpeech(): Speech {
  return useContext(SpeechContext);
}
