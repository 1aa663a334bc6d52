import type { HighsHome } from './highs-home.ts';

/** What rounding may come to where what is missing is held to the least, kWh. */
const HAIR_KWH = 1e-7;

/** The program that only wants as little missing as can be, whatever it costs. */
export function onlyMissing({ program, missing }: HighsHome): void {
  program.cost.fill(0);
  for (const { column, efficiency } of missing) program.cost[column] = efficiency;
}

/** No more than so many battery kWh missing in all. Returns the row. */
export function limitMissing({ program, missing }: HighsHome, kwh: number): number {
  const terms = missing.map(({ column, efficiency }) => [column, efficiency] as const);
  return program.row(Number.NEGATIVE_INFINITY, kwh + HAIR_KWH, terms);
}
