export { changeMode, changeWishes } from './change-vehicle.ts';
export type * from './home.ts';
export { linkedVehicle, newHome } from './new-home.ts';
export { putHome } from './put-home.ts';
export {
  changeHome,
  createHome,
  customersInArea,
  dueCustomers,
  eraseHome,
  loadHome,
  saveHome,
} from './store.ts';
