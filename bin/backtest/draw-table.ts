import type { Home } from '../home/find-home.ts';
import { contractNames, whereabouts } from '../home/home-words.ts';
import type { BacktestAnswer } from './answer.ts';

/** The result for people. */
export function drawTable(home: Home, answer: BacktestAnswer): string {
  const { costNok, peakHourKw } = answer;
  const kwh = answer.energyKwh || 1;
  const rows = [
    ['', 'kr', 'øre/kWh', 'busiest hour, kW'],
    way('charging at once', costNok.chargeNow, kwh, peakHourKw.chargeNow),
    way('Smartlading', costNok.service, kwh, peakHourKw.service),
    way('all prices known', costNok.perfectForesight, kwh, null),
  ];
  const table = rows.map(
    ([name = '', ...cells]) => ` ${name.padEnd(20)}${cells.map((cell) => cell.padStart(17)).join('')}`,
  );
  return [
    ` ${contractNames[home.contract.kind]}, ${whereabouts(home)}`,
    ` ${answer.sessions} sessions, ${answer.energyKwh.toFixed(0)} kWh${skippedWords(answer.skipped)}`,
    '',
    ...table.map((line) => line.trimEnd()),
    '',
    ` saved      ${inWords(answer.savedPercent)} of what charging at once costs`,
    ` captured   ${inWords(answer.capturedPercent)} of what knowing all prices would save`,
    ` short      ${shortWords(answer)}`,
    ` plans      ${answer.plans}, ${answer.plansPerSecond} a second; worst gap ${answer.worstGapNok} kr`,
  ].join('\n');
}

function way(name: string, nok: number, kwh: number, peakKw: number | null): string[] {
  return [name, nok.toFixed(2), ((100 * nok) / kwh).toFixed(2), peakKw === null ? '' : peakKw.toFixed(1)];
}

const reasons: Readonly<Record<string, string>> = {
  noPrices: 'where there are no prices',
  noEnergy: 'without energy',
  noTime: 'that end before they begin',
  tooLong: 'of more than 300 hours',
};

function skippedWords(skipped: BacktestAnswer['skipped']): string {
  const left = Object.entries(skipped).filter(([, count]) => count > 0);
  if (left.length === 0) return '';
  return `; left out: ${left.map(([reason, count]) => `${count} ${reasons[reason] ?? reason}`).join(', ')}`;
}

function shortWords({ shortfallKwh, unavoidableKwh, avoidableKwh }: BacktestAnswer): string {
  if (shortfallKwh === 0) return 'nothing';
  const avoidable = avoidableKwh === 0 ? 'nothing' : `${avoidableKwh.toFixed(1)} kWh`;
  return `${shortfallKwh.toFixed(1)} kWh, charging at once ${unavoidableKwh.toFixed(1)} kWh; ${avoidable} that could be avoided`;
}

function inWords(percent: number | null): string {
  return percent === null ? 'nothing to compare:' : `${percent.toFixed(1)} %`;
}
