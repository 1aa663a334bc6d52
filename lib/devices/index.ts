export { authorizeUrl, completeGrant } from './link.ts';
export type * from './port.ts';
export { destroyGrant, revokeGrant } from './revoke-grant.ts';
export { moveToRevocation } from './vault/revocation.ts';
export { commandVehicle, readVehicle, wakeVehicle } from './vehicle-work.ts';
