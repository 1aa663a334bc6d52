export { changeMode, changeWishes } from './change-vehicle.ts';
export { type Fuse, fuseKw, plannedFuseKw } from './fuse.ts';
export type * from './home.ts';
export { linkedVehicle, newHome, nothingOwed } from './new-home.ts';
export {
  type ExplanationKey,
  explanationKeys,
  homeExplanationKeys,
  type MonthPeak,
  type PlanCapacity,
  type PlanInForce,
  type PlanReason,
  type PlanWindow,
  planReasons,
  planStatuses,
  solverNames,
  type WouldCostChange,
  wouldCostChanges,
} from './plan-in-force.ts';
export { changedTerms, putHome } from './put-home.ts';
export {
  changeHome,
  createHome,
  customersInArea,
  dueCustomers,
  eraseHome,
  loadHome,
  saveHome,
} from './store.ts';
export { ordinaryWishes, type Wishes } from './wishes.ts';
