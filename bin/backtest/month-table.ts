import type { MonthAnswer } from './month-answer.ts';

const meterWords = {
  live: 'with a live meter',
  readings: 'with hourly readings of past days',
  none: 'without a meter',
} as const;

/** The home-months for people. */
export function monthTable(answer: MonthAnswer): string {
  const { homeMonths, steps, energyNok, feeNok, totalNok } = answer;
  const each = (nok: number) => (nok / Math.max(1, homeMonths)).toFixed(2).padStart(12);
  const way = (name: string, cells: string) => ` ${name.padEnd(28)}${cells}`;
  const meter = meterWords[answer.meter];
  const captured = answer.capturedPercent === null ? null : `${answer.capturedPercent.toFixed(1)} %`;
  const error = answer.capturedPercentError?.toFixed(1);
  return [
    ` ${homeMonths} home-months, capacity steps of ${steps}, ${meter}; kr a month`,
    '',
    way('', ['energy', 'fee', 'total'].map((name) => name.padStart(12)).join('')),
    way('charging at once', each(energyNok.chargeNow) + each(feeNok.chargeNow) + each(totalNok.chargeNow)),
    way('Smartlading', each(energyNok.service) + each(feeNok.service) + each(totalNok.service)),
    ...(totalNok.monthOptimum === null
      ? []
      : [way('the month known beforehand', ' '.repeat(24) + each(totalNok.monthOptimum))]),
    '',
    ...(captured ? [` captured   ${captured} ± ${error} of what knowing the month would save`] : []),
    ` short      ${answer.shortfallKwh === 0 ? 'nothing' : `${answer.shortfallKwh.toFixed(1)} kWh`}`,
    ` plans      ${answer.plans === null ? 'not proved' : `${answer.plans}; worst gap ${answer.worstGapNok} kr`}`,
  ].join('\n');
}
