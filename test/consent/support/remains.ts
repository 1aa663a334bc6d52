import { type ConsentEvent, verifyChain } from '../../../lib/consent/index.ts';
import type { World } from './world.ts';

/** What is left of a customer, with everything random taken out: equal after every course of events that ends well. */
export interface Remains {
  /** Items that still name the customer, one of their grants, or anything sealed. */
  readonly items: readonly string[];
  readonly events: readonly string[];
  readonly chainIsWhole: boolean;
  readonly allExpire: boolean;
  readonly tokensAlive: { readonly refresh: number; readonly access: number };
}

export const nothingButTheRecord: Omit<Remains, 'events'> = {
  items: [],
  chainIsWhole: true,
  allExpire: true,
  tokensAlive: { refresh: 0, access: 0 },
};

export async function remains(world: World, customer: string, consentRef: string): Promise<Remains> {
  const tables = await world.store.dump();
  const chain = await chainOf(world, consentRef);
  const stored = (tables.consent ?? []).filter((item) => item.consentRef === consentRef);
  const named = Object.entries(tables).flatMap(([table, items]) =>
    items.filter((item) => JSON.stringify(item).includes(customer)).map(() => table),
  );
  return {
    items: [...named, ...(tables.vault ?? []).map(() => 'vault')],
    events: chain.map(({ event }) => event),
    chainIsWhole: verifyChain(chain).whole,
    allExpire: stored.every((item) => Number(item.expiresAtSeconds) > world.clock.now() / 1000),
    tokensAlive: world.tesla.tokensAlive(),
  };
}

/** The customer's chain as the table holds it. */
export async function chainOf(world: World, consentRef: string): Promise<ConsentEvent[]> {
  const { consent = [] } = await world.store.dump();
  return consent
    .filter((item) => item.consentRef === consentRef)
    .map(({ expiresAtSeconds: _outsideTheHash, ...event }) => event as unknown as ConsentEvent)
    .sort((a, b) => a.sequence - b.sequence);
}
