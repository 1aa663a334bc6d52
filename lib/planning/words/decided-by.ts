import type { Contract } from '../../tariffs/index.ts';
import type { SavedBy } from './saved-by.ts';

/** Less than this, øre/kWh, is nothing to gain. */
const negligibleOrePerKwh = 0.5;

type Kind = Contract['kind'];

/** What decided a plan against charging at once, in one English sentence that holds for these amounts. */
export function decidedBy(kind: Kind, saved: SavedBy, plannedKwh: number): string {
  if (plannedKwh <= 0) return 'Nothing is charged, so nothing is saved.';
  const effects = [
    { orePerKwh: saved.powerOre / plannedKwh, where: onPower[kind] },
    { orePerKwh: saved.gridOre / plannedKwh, where: 'in grid tariff' },
    { orePerKwh: saved.taxOre / plannedKwh, where: 'in taxes' },
  ].filter(({ orePerKwh }) => Math.abs(orePerKwh) >= negligibleOrePerKwh);
  if (effects.length === 0) return smallInAll(kind, saved, plannedKwh);
  const amounts = whatItDoes(effects);
  return effects[0]?.where === onPower[kind]
    ? `${lead[kind]} ${amounts}.`
    : `${samePower[kind]}; charging at these hours ${amounts}.`;
}

/** Parts that are each too small to name can be something together. */
function smallInAll(kind: Kind, { powerOre, gridOre, taxOre }: SavedBy, plannedKwh: number): string {
  const orePerKwh = (powerOre + gridOre + taxOre) / plannedKwh;
  if (Math.abs(orePerKwh) < negligibleOrePerKwh) return nothingToGain[kind];
  return `${lead[kind]} ${whatItDoes([{ orePerKwh, where: 'in all' }])}.`;
}

function whatItDoes(effects: readonly { orePerKwh: number; where: string }[]): string {
  const amount = (orePerKwh: number) => `${(Math.abs(orePerKwh) / 100).toFixed(2)} kr/kWh`;
  const saves = effects.filter(({ orePerKwh }) => orePerKwh > 0);
  const costs = effects.filter(({ orePerKwh }) => orePerKwh < 0);
  const parts = [];
  if (saves.length > 0) {
    parts.push(`saves ${saves.map(({ orePerKwh, where }) => `${amount(orePerKwh)} ${where}`).join(' and ')}`);
  }
  if (costs.length > 0) {
    parts.push(
      `costs ${costs.map(({ orePerKwh, where }) => `${amount(orePerKwh)} more ${ofCosts(where)}`).join(' and ')}`,
    );
  }
  return parts.join(', and ');
}

/** More strømstøtte saves; it is less of it that costs. */
function ofCosts(where: string): string {
  return where === onPower.fixed ? 'by less strømstøtte' : where;
}

const nothingToGain: Record<Kind, string> = {
  spot: 'Charging at once costs the same: nothing to gain by waiting.',
  norgespris: 'Norgespris: nothing to gain on spot, nor by waiting.',
  fixed: 'Fixed price: nothing to gain by waiting.',
};

/** On spot there can be cheaper power at other hours, which the plan left for what it saves elsewhere: it is these hours that cost the same. */
const samePower: Record<Kind, string> = {
  spot: 'Power costs the same as at once',
  norgespris: 'Norgespris: nothing to gain on spot',
  fixed: 'Fixed price: the power costs the same as at once',
};

const lead: Record<Kind, string> = {
  spot: 'Charging at these hours',
  norgespris: 'Norgespris: charging at these hours',
  fixed: 'Fixed price: charging at these hours',
};

/** A fixed price is the same every hour: what differs is strømstøtte, which follows spot. */
const onPower: Record<Kind, string> = {
  spot: 'on power after support',
  norgespris: 'on power',
  fixed: 'by more strømstøtte',
};
