import { kroner } from './kroner.ts';

/** Against charging at once: `3.10 kr saved`; a night can cost a hair more instead, as rounded slots and real cars go: `0.01 kr more`. */
export function savedWords(savedOre: number): string {
  return savedOre < 0 ? `${kroner(-savedOre)} more` : `${kroner(savedOre)} saved`;
}
