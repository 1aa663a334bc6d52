import type { Contract } from '../tariffs/index.ts';
import type { SavedBy } from './saved-by.ts';

/** Less than this, øre/kWh, is nothing to gain. */
const negligibleOrePerKwh = 0.5;

/** What decided a plan against charging at once, in one English sentence that holds for these amounts. */
export function decidedBy(kind: Contract['kind'], saved: SavedBy, plannedKwh: number): string {
  if (plannedKwh <= 0) return 'Nothing is charged, so nothing is saved.';
  const power = saved.powerOre / plannedKwh;
  const grid = saved.gridOre / plannedKwh;
  const isPowerFlat = Math.abs(power) < negligibleOrePerKwh;
  const isGridFlat = Math.abs(grid) < negligibleOrePerKwh;
  if (isPowerFlat && isGridFlat) return nothingToGain[kind];
  if (isPowerFlat) return `${powerFlat[kind]}; charging at these hours ${effect(grid, 'in grid tariff')}.`;
  if (isGridFlat) return `${lead[kind]}harging at these hours ${effect(power, onPower[kind])}.`;
  return `${lead[kind]}harging at these hours ${effect(power, onPower[kind])} and ${effect(grid, 'in grid tariff')}.`;
}

const nothingToGain = {
  spot: 'Charging at once costs the same: nothing to gain by waiting.',
  norgespris: 'Norgespris: nothing to gain on spot, and the grid tariff gives nothing to gain by waiting.',
  fixed: 'Fixed price: nothing to gain by waiting.',
} as const satisfies Record<Contract['kind'], string>;

const powerFlat = {
  spot: 'Nothing to gain on spot',
  norgespris: 'Norgespris: nothing to gain on spot',
  fixed: 'Fixed price: nothing to gain on the power',
} as const satisfies Record<Contract['kind'], string>;

const lead = {
  spot: 'C',
  norgespris: 'Norgespris: c',
  fixed: 'Fixed price: c',
} as const satisfies Record<Contract['kind'], string>;

/** A fixed price is the same every hour: what differs is strømstøtte, which follows spot. */
const onPower = {
  spot: 'on power after support',
  norgespris: 'on power',
  fixed: 'by more strømstøtte',
} as const satisfies Record<Contract['kind'], string>;

function effect(orePerKwh: number, where: string): string {
  const nok = (Math.abs(orePerKwh) / 100).toFixed(2);
  return `${orePerKwh > 0 ? 'saves' : 'costs'} ${nok} kr/kWh ${orePerKwh > 0 ? '' : 'more '}${where}`.trim();
}
