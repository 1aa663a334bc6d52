export { DataDirInUse } from './data-dir.ts';
export { csvPriceBook, type PriceBook, PriceFileError } from './price-book/index.ts';
export { startService } from './service.ts';
export type { ApiAnswer, LocalService, ServiceOptions } from './service-options.ts';
