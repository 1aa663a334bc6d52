import type { Plan } from '../api/types.ts';
import { QUARTER_MS } from '../time/oslo.ts';
import type { Format } from '../words/format.ts';
import type { Words } from '../words/nb.ts';

/** Less than this in all, øre/kWh, is nothing to gain. */
const NEGLIGIBLE_ORE_PER_KWH = 0.5;
/** Where there is something to gain, what makes less of it, øre/kWh, is not worth a word. */
const UNNAMED_ORE_PER_KWH = 0.1;
/** Less, øre/kWh, is '0,00 kr/kWh'. */
const LEAST_IN_KRONER = 0.5;
const QUARTER_HOURS = QUARTER_MS / 3_600_000;

type What = 'power' | 'grid' | 'taxes';

/** Why charging as planned is cheaper than charging at once, per kWh and by what makes it so; null for a plan that charges nothing. */
export function decidedSentence(plan: Plan, { decided }: Words, format: Format): string | null {
  const plannedKwh = plan.slots.reduce((sum, { powerKw }) => sum + powerKw * QUARTER_HOURS, 0);
  if (plannedKwh <= 0) return null;
  const { contract, savedBy } = plan;
  const all = [
    ['power', savedBy.powerOre / plannedKwh],
    ['grid', savedBy.gridOre / plannedKwh],
    ['taxes', savedBy.taxOre / plannedKwh],
  ] satisfies [What, number][];
  const say = decided[contract];
  const saving = (savedBy.powerOre + savedBy.gridOre + savedBy.taxOre) / plannedKwh;
  if (Math.abs(saving) < NEGLIGIBLE_ORE_PER_KWH) return say.noGain;
  const effects = all.filter(([, ore]) => Math.abs(ore) >= UNNAMED_ORE_PER_KWH);
  const amount = ([what, ore]: (typeof effects)[number]) => {
    const where = what === 'power' ? (ore > 0 ? say.saved : say.lost) : decided[what];
    return decided[ore > 0 ? 'saving' : 'cost'](perKwh(Math.abs(ore), format), where);
  };
  const saved = effects.filter(([, ore]) => ore > 0).map(amount);
  const lost = effects.filter(([, ore]) => ore < 0).map(amount);
  const begin = effects[0]?.[0] === 'power' ? say.lead : decided.elsewhere(say.nothing);
  return `${begin} ${decided.balance(saved, lost)}.`;
}

function perKwh(ore: number, format: Format): string {
  return ore < LEAST_IN_KRONER ? format.orePerKwh(ore) : format.kronerPerKwh(ore);
}
