import { changeHome, type Home } from '../../../lib/homes/index.ts';
import { inOslo } from '../../support/price-terms.ts';
import type { Answer, World } from './world.ts';

/** What the owner's browser brings back from the car maker. */
export interface BroughtBack {
  readonly code: string;
  readonly state: string;
}

export async function moveIn(world: World, customer: string): Promise<void> {
  await world.call('put-home', { customer, body: inOslo });
}

/** Begins a link and allows it on the car maker's page. */
export async function beginLink(world: World, customer: string): Promise<BroughtBack> {
  const { body: consent } = await world.call('get-consent', { customer, query: { language: 'en' } });
  const begun = await world.call('begin-link', {
    customer,
    body: {
      provider: 'tesla',
      language: 'en',
      noticeVersion: consent.notice.version,
      noticeSha256: consent.notice.sha256,
      batteryKwh: 75,
    },
  });
  const back = new URL(world.tesla.allow(begun.body.authorizeUrl)).searchParams;
  return { code: String(back.get('code')), state: String(back.get('state')) };
}

export function completeLink(world: World, customer: string, brought: BroughtBack): Promise<Answer> {
  return world.call('complete-link', { customer, body: brought });
}

/** A customer with a home and a linked car; answers the car's reference. */
export async function linkedCustomer(world: World, customer: string): Promise<string> {
  await moveIn(world, customer);
  const { body } = await completeLink(world, customer, await beginLink(world, customer));
  return body.vehicles[0].vehicleRef;
}

export function withdraw(world: World, customer: string): Promise<Answer> {
  return world.call('withdraw-consent', { customer, body: {} });
}

/** As another function would change the home. */
export function change(world: World, customer: string, how: (home: Home) => Home): Promise<Home> {
  return changeHome(world.platform('put-home'), customer, how);
}
