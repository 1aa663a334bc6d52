export * from './errors.ts';
export * from './platform.ts';
