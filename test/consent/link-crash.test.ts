import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadHome } from '../../lib/homes/index.ts';
import { crashEverywhere } from './support/crash-everywhere.ts';
import { beginLink, completeLink, moveIn } from './support/customer.ts';
import { chainOf } from './support/remains.ts';
import { startWorld, type World } from './support/world.ts';

const MINUTE = 60_000;
let world: World;
beforeAll(async () => {
  world = await startWorld(Date.parse('2026-01-12T16:00:00Z'));
});
afterAll(() => world.stop());

async function linkState(customer: string) {
  const home = await loadHome(world.platform('put-home'), customer);
  const chain = await chainOf(world, String(home?.consentRef));
  const { vault = [] } = await world.store.dump();
  const refs = home?.vehicles.map(({ grantRef }) => grantRef) ?? [];
  return {
    isLinked: refs.length > 0,
    isConsented: chain.length > 0,
    ownGrants: vault.filter((row) => refs.includes(String(row.grantRef))).length,
    allGrants: vault.length,
  };
}

test('cut off anywhere, completing a link leaves nothing linked, or a linked car with its consent', async () => {
  let linked = 0;
  const seen = { linked: 0, nothing: 0 };
  const places = await crashEverywhere(async (nth) => {
    const customer = `cut-${nth}`;
    await moveIn(world, customer);
    const brought = await beginLink(world, customer);
    const crash = world.crashAt('complete-link', nth, 'after');
    await completeLink(world, customer, brought).catch(() => undefined);
    await world.runUntil(world.clock.now() + 15 * MINUTE);
    const state = await linkState(customer);
    linked += state.isLinked ? 1 : 0;
    seen[state.isLinked ? 'linked' : 'nothing'] += 1;
    expect({ nth, ...state }).toEqual({
      nth,
      isLinked: state.isLinked,
      isConsented: state.isLinked || state.isConsented,
      ownGrants: state.isLinked ? 1 : 0,
      allGrants: linked,
    });
    return crash;
  });
  expect(places).toBeGreaterThan(10);
  expect(seen.nothing).toBeGreaterThan(0);
  expect(seen.linked).toBeGreaterThan(0);
});
