export {
  startTeslaSimulator,
  type TeslaSimulator,
  type TeslaSimulatorOptions,
} from './start-tesla-simulator.ts';
