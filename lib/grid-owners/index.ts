export { listGridOwners } from './list-grid-owners.ts';
export { loadGridOwner } from './load-grid-owner.ts';
export { refreshTariffs } from './refresh-tariffs.ts';
