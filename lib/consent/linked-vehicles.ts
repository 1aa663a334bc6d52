import type { FoundVehicle } from '../devices/index.ts';
import { type Home, type HomeVehicle, linkedVehicle } from '../homes/index.ts';
import { ServiceError } from '../platform/index.ts';
import type { Instant } from '../time/index.ts';
import type { ClaimedLink } from './claim-link.ts';
import { coversCurrent } from './notice.ts';

/**
 * The home with the cars of a new grant in place of those of the same maker; the grants they stood on are to be given
 * back. A car that was there keeps its wishes, session and what we owe it. Throws `withdrawal-in-progress`, also where
 * consent was withdrawn and the home made again meanwhile, and `link-expired` where the grant was given back already.
 */
export function withLinkedVehicles(
  home: Home,
  linked: ClaimedLink & { readonly vehicles: readonly FoundVehicle[]; readonly now: Instant },
): Home {
  if (home.withdrawal !== null || home.consentRef !== linked.consentRef) {
    throw new ServiceError('withdrawal-in-progress');
  }
  if (!home.grantsToGiveBack.some(({ grantRef }) => grantRef === linked.grantRef))
    throw new ServiceError('link-expired');
  const { provider, batteryKwh, noticeVersion } = linked.link;
  const agreed = { maySetCurrent: coversCurrent(noticeVersion) };
  const replaced = home.vehicles.filter((vehicle) => vehicle.provider === provider);
  const others = home.vehicles.filter((vehicle) => vehicle.provider !== provider);
  const cars = linked.vehicles.map(({ vehicleRef }) =>
    asLinked(replaced, { vehicleRef, grantRef: linked.grantRef, provider, batteryKwh, ...agreed }),
  );
  const released = new Set(replaced.map(({ grantRef }) => grantRef));
  return {
    ...home,
    vehicles: [...others, ...cars],
    grantsToGiveBack: [
      ...home.grantsToGiveBack.filter(({ grantRef }) => grantRef !== linked.grantRef),
      ...[...released].map((grantRef) => ({ grantRef, fromAt: linked.now })),
    ],
    nextDueAt: linked.now,
  };
}

function asLinked(replaced: readonly HomeVehicle[], of: Parameters<typeof linkedVehicle>[0]): HomeVehicle {
  const fresh = linkedVehicle(of);
  const same = replaced.find(({ vehicleRef }) => vehicleRef === of.vehicleRef);
  if (same !== undefined) return { ...same, ...of, link: 'working', contact: fresh.contact };
  const only = replaced.length === 1 ? replaced[0] : undefined;
  return only === undefined ? fresh : { ...fresh, wishes: only.wishes, mode: only.mode };
}
