import type { Highs } from 'highs';
import { hourStart, type Instant, localDate } from '../../lib/time/index.ts';
import type { HomeMonth } from './month-homes.ts';
import { hourKw } from './month-loads.ts';
import { feeOf, MonthMeter } from './month-meter.ts';
import { monthNow, mostKwh } from './month-now.ts';
import { MonthProgram } from './month-program.ts';
import type { MonthWorld } from './month-world.ts';
import { hoursOf } from './session.ts';

/**
 * What the month costs at least with everything known, NOK: energy of the car and the month's fee. The mixed-integer program whose one integer
 * is the step: its linear program is solved for each step that could still be the best one.
 */
export function monthOptimumNok(home: HomeMonth, world: MonthWorld, highs: Highs): number {
  const { steps } = world;
  const alone = new MonthMeter(home, world.houseKw).demandKw();
  const now = monthNow(home, world);
  let leastNok = feeOf(steps, now.demandKw()) + energyNok(now.charged, world);
  for (const { uptoKw, nokPerMonth } of steps) {
    if (uptoKw < alone) continue;
    if (nokPerMonth >= leastNok) break;
    const nok = programOf(home, world).leastNok(highs, uptoKw);
    if (nok !== null) leastNok = Math.min(leastNok, nok + nokPerMonth);
  }
  return leastNok;
}

/** What the car's energy costs, NOK. */
export function energyNok(charged: ReadonlyMap<Instant, number>, { market }: MonthWorld): number {
  let nok = 0;
  for (const [at, kwh] of charged) nok += kwh * market.paid(hourStart(at));
  return nok;
}

function programOf(home: HomeMonth, world: MonthWorld): MonthProgram {
  const program = new MonthProgram();
  const dayPeaks = new MonthMeter(home, world.houseKw).dayPeaks();
  for (const [day, kw] of dayPeaks.entries()) program.addDay(day, kw);
  for (const session of home.sessions) {
    const most = mostKwh(session, world);
    const wantedKwh = Math.min(
      session.kwh,
      most.reduce((sum, kwh) => sum + kwh, 0),
    );
    const hours = hoursOf(session.plugInAt, session.plugOutAt).map((hourAt, i) => ({
      ...{ hourAt, mostKwh: most[i] ?? 0, nokPerKwh: world.market.paid(hourAt) },
      ...{ houseKw: hourKw(world.houseKw, hourAt), day: Number(localDate(hourAt).slice(8)) - 1 },
    }));
    program.addSession(hours, wantedKwh);
  }
  return program;
}
