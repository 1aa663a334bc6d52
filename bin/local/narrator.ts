import * as z from 'zod';
import { contracts } from '../../lib/api/index.ts';
import type { LocalService } from '../../lib/local/index.ts';
import { decidedBy } from '../../lib/planning/index.ts';
import { type Instant, localTime, parseIso } from '../../lib/time/index.ts';
import { assumedRates } from '../plan/assumed-rates.ts';
import { carName } from './car-name.ts';
import { chargeTimes } from './charge-times.ts';
import { kroner } from './kroner.ts';
import { NightStory } from './night-story.ts';
import { savedWords } from './saved-words.ts';
import type { Screen } from './screen.ts';

const overview = contracts['get-overview'].answer;
type Plan = NonNullable<z.infer<typeof overview>['vehicles'][number]['plan']>;

/** Of the service's log lines, those a person wants to hear of. */
const logLine = z.object({
  event: z.enum(['plan-made', 'session-recorded', 'customer-forgotten']),
  reason: z.string().optional(),
});

const reasons: Readonly<Record<string, string>> = {
  'plugged-in': 'the car was plugged in',
  'prices-arrived': 'new prices came',
  'contract-changed': 'the contract was changed',
  'wishes-changed': 'the wishes changed',
  'mode-changed': 'the driver chose',
  'battery-off-plan': 'the battery was not where the plan had it',
  'deadline-passed': 'the ready time has passed',
  'another-car': 'the other car',
  'house-changed': 'the house is told otherwise',
  'power-changed': 'the car takes another power',
};

type Snapshot = ReturnType<LocalService['tesla']['cars'][number]['snapshot']>;
type Seen = Pick<Snapshot, 'plugged' | 'charging'>;

/** Less that is missing is not told. */
const NOTICEABLE_KWH = 0.05;

/** Tells the night as it happens: what the car does (seen at the simulator) and what the service decided (from its log). */
export class Narrator {
  readonly #screen: Screen;
  #seen: readonly Seen[] = [];
  readonly #toldPlans = new Map<string, string>();
  #story: NightStory | null = null;
  readonly #toTell: z.infer<typeof logLine>[] = [];

  constructor(screen: Screen) {
    this.#screen = screen;
  }

  /** Nights that are over for every car. */
  get nights(): number {
    return this.#story?.nights ?? 0;
  }

  /** Takes a line of the service's log. */
  hear(line: string): void {
    const parsed = logLine.safeParse(JSON.parse(line));
    if (parsed.success) this.#toTell.push(parsed.data);
  }

  /** To be called after each piece of work: tells what became different. */
  async look(service: LocalService): Promise<void> {
    const { cars } = service.tesla;
    const now = service.clock.now();
    this.#story ??= new NightStory(this.#screen, now);
    const before = cars.map((_, i) => this.#seen[i] ?? { plugged: false, charging: false });
    this.#seen = cars.map((car) => car.snapshot());
    for (const [i, car] of cars.entries())
      this.#tellArrival(now, carName(cars.length, i), car.snapshot(), before[i]);
    for (const heard of this.#toTell.splice(0)) await this.#tell(service, now, heard);
    for (const [i, car] of cars.entries()) {
      const { plugged, soc } = car.snapshot();
      if (!plugged && before[i]?.plugged) {
        this.#screen.say(
          now,
          `${carName(cars.length, i)}Unplugged and off, with ${percentOf(soc)} after the drive.`,
        );
      }
    }
    const states = cars.map((car) => car.snapshot());
    this.#screen.status(
      now,
      states
        .map(({ soc, charging }) => `battery ${percentOf(soc)}${charging ? ', charging' : ''}`)
        .join('; '),
    );
  }

  #tellArrival(now: Instant, name: string, car: Snapshot, before: Seen | undefined): void {
    const { soc, plugged, charging, powerKw } = car;
    const percent = percentOf(soc);
    if (plugged && !before?.plugged) this.#screen.say(now, `${name}Home and plugged in at ${percent}.`);
    if (charging && !before?.charging)
      this.#screen.say(now, `${name}Charging with ${powerKw.toFixed(1)} kW, from ${percent}.`);
    if (!charging && before?.charging)
      this.#screen.say(now, `${name}Not charging; the battery holds ${percent}.`);
  }

  async #tell(service: LocalService, now: Instant, heard: z.infer<typeof logLine>): Promise<void> {
    if (heard.event === 'customer-forgotten')
      return this.#screen.say(
        now,
        'The customer is forgotten: access revoked, everything erased but the consent record.',
      );
    if (heard.event === 'session-recorded') return this.#story?.tell(service, now);
    const answer = overview.safeParse((await service.api('GET', '/v1/overview')).body);
    if (!answer.success) return;
    const { vehicles, home } = answer.data;
    let fee: string[] = [];
    for (const [i, { vehicleRef, plan }] of vehicles.entries()) {
      // Plans made together are heard of one by one.
      if (plan === null || this.#toldPlans.get(vehicleRef) === plan.madeAt) continue;
      this.#toldPlans.set(vehicleRef, plan.madeAt);
      const name = carName(vehicles.length, i);
      this.#screen.say(now, name + planWords(plan));
      for (const sentence of whyWords(plan, home?.gridOwnerName == null))
        this.#screen.say(now, name + sentence);
      fee = feeWords(plan);
    }
    // Of the home: once, however many cars were planned.
    for (const sentence of fee) this.#screen.say(now, sentence);
  }
}

function percentOf(soc: number): string {
  return `${Math.round(soc * 100)} %`;
}

function planWords({ windows, reason, status, readyAt, shortfallKwh, ...money }: Plan): string {
  const why = reasons[reason] ?? reason;
  if (windows.length === 0) return `Plan (${why}): nothing to charge.`;
  const proof = status === 'optimal' || status === 'bounded' ? `, ${provedWords(money)}` : '';
  const missing = shortfallKwh < NOTICEABLE_KWH ? '' : `, ${shortfallKwh.toFixed(1)} kWh will be missing`;
  return `Plan (${why}): charge ${chargeTimes(windows)}, ready by ${clockOf(readyAt)}. ${kroner(money.costOre)} instead of ${kroner(money.chargeNowOre)} at once: ${savedWords(money.savedOre)}${proof}${missing}.`;
}

/** The proof of the cars' plans together, room under the step included. */
function provedWords({ gapOre, capacity }: Pick<Plan, 'gapOre' | 'capacity'>): string {
  const most = gapOre + (capacity?.roomOre ?? 0);
  return most === 0 ? 'proved: no plan is cheaper' : `proved: no plan is more than ${kroner(most)} cheaper`;
}

/** Where the hours were chosen by price: why these, and what of the prices is assumed. */
function whyWords(
  { explanation, contract, savedBy, slots, assumed }: Plan,
  isGridLeftOut: boolean,
): string[] {
  const isByPrice = explanation.includes('cheapest-hours') || explanation.includes('flat-prices');
  if (!isByPrice) return [];
  const plannedKwh = slots.reduce((sum, { powerKw }) => sum + powerKw / 4, 0);
  const onAssumed = assumedRates(assumed, isGridLeftOut);
  return [
    decidedBy(contract, savedBy, plannedKwh),
    ...(onAssumed === null ? [] : [onAssumed]),
    ...(isGridLeftOut ? ['The grid owner is not known: the grid part is left out.'] : []),
  ];
}

/** Only where charging at once would have made the month dearer, or where room is kept. */
function feeWords({ capacity }: Plan): string[] {
  if (capacity === null) return [];
  const { riseOre, chargeNowRiseOre, demandKw, roomOre } = capacity;
  const rise = riseOre === 0 ? 'stays' : `rises by ${kroner(riseOre)}`;
  const fee = `The month’s capacity fee ${rise} at a demand of ${demandKw.toFixed(1)} kW; at once it would rise by ${kroner(chargeNowRiseOre)}.`;
  const room = `${kroner(roomOre)} of the price is for keeping room under the step for the rest of the month.`;
  return [...(chargeNowRiseOre > 0 ? [fee] : []), ...(roomOre > 0 ? [room] : [])];
}

function clockOf(iso: string): string {
  return localTime(parseIso(iso) ?? 0);
}
