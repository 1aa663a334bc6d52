export type { CarSnapshot, SimulatedCar } from './car.ts';
export type { CarOptions } from './car-state.ts';
export {
  startTeslaSimulator,
  type TeslaSimulator,
  type TeslaSimulatorOptions,
  type TeslaSimulatorState,
} from './start-tesla-simulator.ts';
