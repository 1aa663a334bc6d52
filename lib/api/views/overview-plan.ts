import { homeExplanationKeys, type PlanCapacity, type PlanInForce } from '../../homes/index.ts';
import { isoUtc } from '../../time/index.ts';
import type { Overview } from '../contracts/get-overview.ts';
import { decimals, shownMoney, shownPercent, whole } from './shown.ts';
import { shownSavedBy } from './shown-saved-by.ts';

type OverviewPlan = NonNullable<Overview['vehicles'][number]['plan']>;

/** The plan in force as the customer's page shows it. */
export function overviewPlan(plan: PlanInForce): OverviewPlan {
  const money = shownMoney(plan);
  return {
    madeAt: isoUtc(plan.madeAt),
    reason: plan.reason,
    readyAt: isoUtc(plan.readyAt),
    doneBy: isoUtc(plan.doneByAt),
    targetPercent: shownPercent(plan.targetSoc),
    status: plan.status,
    ...money,
    contract: plan.contract,
    savedBy: shownSavedBy(plan.savedBy, money.savedOre),
    assumed: [...plan.assumed],
    gapOre: whole(plan.gapOre),
    shortfallKwh: decimals(plan.shortfallKwh, 2),
    solver: plan.solver,
    ...shownExplanation(plan.explanation),
    windows: plan.windows.map(({ fromAt, untilAt, ampere }) => ({
      from: isoUtc(fromAt),
      until: isoUtc(untilAt),
      ampere,
    })),
    slots: plan.slots.map(({ startAt, powerKw, priceOrePerKwh, houseKw }) => ({
      start: isoUtc(startAt),
      powerKw: decimals(powerKw, 3),
      priceOrePerKwh: decimals(priceOrePerKwh, 2),
      houseKw: houseKw === undefined ? null : decimals(houseKw, 2),
    })),
    pricesUsed: [...plan.pricesUsed],
    capacity: plan.capacity && shownCapacity(plan.capacity),
    fuseKw: plan.fuseKw === null ? null : decimals(plan.fuseKw, 1),
    together: plan.together,
    guessedFrom: plan.guessedFromAt === null ? null : isoUtc(plan.guessedFromAt),
    nineInTenOre: plan.nineInTenOre === null ? null : whole(plan.nineInTenOre),
    wouldCost: plan.wouldCost.map(({ change, ore }) => ({ change, ore: whole(ore) })),
  };
}

/** The first key is the main one, and stays the car’s whatever it is. */
function shownExplanation(
  keys: PlanInForce['explanation'],
): Pick<OverviewPlan, 'explanation' | 'homeExplanation'> {
  const rest = keys.slice(1);
  const homeExplanation = homeExplanationKeys.filter((key) => rest.includes(key));
  const ofHome: readonly string[] = homeExplanation;
  return { explanation: keys.filter((key, i) => i === 0 || !ofHome.includes(key)), homeExplanation };
}

function shownCapacity(capacity: PlanCapacity): OverviewPlan['capacity'] {
  return {
    riseOre: whole(capacity.riseOre),
    chargeNowRiseOre: whole(capacity.chargeNowRiseOre),
    demandKw: decimals(capacity.demandKw, 2),
    demandAloneKw: decimals(capacity.demandAloneKw, 2),
    uptoKw: capacity.uptoKw === null ? null : decimals(capacity.uptoKw, 2),
    feeOre: whole(capacity.feeOre),
    chargeNowFeeOre: whole(capacity.chargeNowFeeOre ?? capacity.feeOre),
    roomOre: whole(capacity.roomOre ?? 0),
    peaks: (capacity.peaks ?? []).map(({ date, kw, known }) => ({ date, kw: decimals(kw, 2), known })),
    assumed: capacity.assumed,
  };
}
