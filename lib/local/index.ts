export { DataDirInUse } from './data-dir.ts';
export { DataDirOfAnotherVersion } from './kept-run.ts';
export { builtInPriceBook, csvPriceBook, type PriceBook, PriceFileError } from './price-book/index.ts';
export { startService } from './service.ts';
export type { LocalService } from './service-options.ts';
