import { percent } from './amounts.ts';
import { batteryPath } from './battery-path.ts';
import { type CarFacts, NONE_KW, type PlanFacts } from './plan-facts.ts';

const SPARE_KWH = 1e-4;

/** Charging past the target where that is paid for, and the ceiling that ends it. */
export function whyPastTarget({ model, morePrice, lessPrice }: PlanFacts, car: CarFacts): string[] {
  const { vehicle, row, maxKw, name } = car;
  const { soc, targetSoc, capacityKwh, ceilingSoc } = vehicle;
  const sentences: string[] = [];
  const endKwh = batteryPath(vehicle, model.problem.slots, row).at(-1) ?? 0;
  const isPaid = row.some((kw, t) => kw > NONE_KW && (lessPrice[t] ?? 0) < 0);
  const into = name === null ? '' : ` ${name}`;
  if (isPaid && endKwh > Math.max(soc, targetSoc) * capacityKwh + capacityKwh * 1e-3) {
    sentences.push(
      `Prices below zero pay for charging${into} past the target, to ${percent(endKwh / capacityKwh)}.`,
    );
  }
  const isLeft = row.some((kw, t) => (morePrice[t] ?? 0) < 0 && kw < (maxKw[t] ?? 0) - NONE_KW);
  if (
    ceilingSoc !== undefined &&
    ceilingSoc < 1 &&
    isLeft &&
    endKwh >= ceilingSoc * capacityKwh - SPARE_KWH
  ) {
    const whose = name === null ? '' : ` of ${name}`;
    sentences.push(`The ceiling${whose} ends it at ${percent(ceilingSoc)}, though more would be paid for.`);
  }
  return sentences;
}
