import { AsyncLocalStorage } from 'node:async_hooks';

const current = new AsyncLocalStorage<string>();

/** Runs the work so that every line it logs carries this id (Lambda's request id): random, tells nothing of a customer. */
export function withCorrelation<T>(id: string, work: () => T): T {
  return current.run(id, work);
}

export function correlationId(): string | undefined {
  return current.getStore();
}
