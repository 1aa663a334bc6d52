import type { FeeStep } from '../../lib/forecast/index.ts';
import type { Planner } from './live-session.ts';
import type { Market } from './market.ts';
import type { HouseLoad } from './month-loads.ts';

/** What all home-months have in common. */
export interface MonthWorld {
  readonly market: Market;
  readonly steps: readonly FeeStep[];
  /** The house without its car, in every hour that is lived or looked back at. */
  readonly houseKw: HouseLoad;
  readonly maxKw: number;
  readonly fuseKw: number;
  /** Whether the service sees what the house draws in the current hour; else it knows the hours that are over. */
  readonly liveMeter: boolean;
  readonly planner: Planner;
}
