import type { FeeStep } from '../../lib/forecast/index.ts';
import type { Meter } from './house-sight.ts';
import type { Planner } from './live-session.ts';
import type { Market } from './market.ts';
import type { HouseLoad } from './month-loads.ts';

/** What all home-months have in common. */
export interface MonthWorld {
  readonly market: Market;
  readonly steps: readonly FeeStep[];
  /** The house without its car, in every quarter hour that is lived or looked back at. */
  readonly houseKw: HouseLoad;
  readonly maxKw: number;
  readonly fuseKw: number;
  readonly meter: Meter;
  readonly planner: Planner;
}
