import { expect, it } from 'vitest';
import { savedWords } from '../../bin/local/saved-words.ts';

it.each([
  [310, '3.10 kr saved'],
  [1, '0.01 kr saved'],
  [0, '0.00 kr saved'],
  [-1, '0.01 kr more'],
  [-250, '2.50 kr more'],
])('%i øre against charging at once is told as %s', (ore, words) => {
  expect(savedWords(ore)).toBe(words);
});
