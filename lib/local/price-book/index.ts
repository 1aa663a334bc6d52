export { builtInPriceBook } from './built-in-price-book.ts';
export { csvPriceBook } from './csv-price-book.ts';
export type { PriceBook } from './price-book.ts';
export { PriceFileError } from './price-file-error.ts';
