import type { TaxZone } from '../places/index.ts';
import type { Contract } from './contract.ts';
import type { GridOwner } from './grid-owner.ts';

/** All about a home that its price depends on, but the hour. */
export interface PriceBasis {
  readonly taxZone: TaxZone;
  readonly contract: Contract;
  /** Null where the customer does not know the grid owner: its energy charge is then left out, and said to be assumed. */
  readonly gridOwner: GridOwner | null;
  /** Which of the owner's tariffs, where several hold at once; null takes the first. */
  readonly gridTariffName: string | null;
  /** What the metering point has used since the month began, kWh: strømstøtte and Norgespris end at 5 000. */
  readonly kwhThisMonth: number;
}
