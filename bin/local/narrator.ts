import * as z from 'zod';
import { contracts } from '../../lib/api/index.ts';
import type { LocalService } from '../../lib/local/index.ts';
import { decidedBy } from '../../lib/planning/index.ts';
import { type Instant, localTime, parseIso } from '../../lib/time/index.ts';
import { assumedRates } from '../plan/assumed-rates.ts';
import { kroner } from './kroner.ts';
import { savedWords } from './saved-words.ts';
import type { Screen } from './screen.ts';

const overview = contracts['get-overview'].answer;
const sessions = contracts['get-sessions'].answer;
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
};

/** Tells the night as it happens: what the car does (seen at the simulator) and what the service decided (from its log). */
export class Narrator {
  readonly #screen: Screen;
  #seen = { plugged: false, charging: false };
  #nights = 0;
  readonly #toTell: z.infer<typeof logLine>[] = [];

  constructor(screen: Screen) {
    this.#screen = screen;
  }

  /** Charging sessions that ended and were accounted. */
  get nights(): number {
    return this.#nights;
  }

  /** Takes a line of the service's log. */
  hear(line: string): void {
    const parsed = logLine.safeParse(JSON.parse(line));
    if (parsed.success) this.#toTell.push(parsed.data);
  }

  /** To be called after each piece of work: tells what became different. */
  async look(service: LocalService): Promise<void> {
    const [car] = service.tesla.cars;
    if (!car) return;
    const now = service.clock.now();
    const { soc, plugged, charging, powerKw } = car.snapshot();
    const percent = `${Math.round(soc * 100)} %`;
    const before = this.#seen;
    this.#seen = { plugged, charging };
    if (plugged && !before.plugged) this.#screen.say(now, `Home and plugged in at ${percent}.`);
    if (charging && !before.charging)
      this.#screen.say(now, `Charging with ${powerKw.toFixed(1)} kW, from ${percent}.`);
    if (!charging && before.charging) this.#screen.say(now, `Not charging; the battery holds ${percent}.`);
    for (const heard of this.#toTell.splice(0)) await this.#tell(service, now, heard);
    if (!plugged && before.plugged)
      this.#screen.say(now, `Unplugged and off, with ${percent} after the drive.`);
    this.#screen.status(now, `battery ${percent}${charging ? ', charging' : ''}`);
  }

  async #tell(service: LocalService, now: Instant, heard: z.infer<typeof logLine>): Promise<void> {
    if (heard.event === 'customer-forgotten')
      return this.#screen.say(
        now,
        'The customer is forgotten: access revoked, everything erased but the consent record.',
      );
    if (heard.event === 'session-recorded') return this.#sum(service, now);
    const answer = overview.safeParse((await service.api('GET', '/v1/overview')).body);
    if (!answer.success) return;
    const { vehicles, home } = answer.data;
    const [vehicle] = vehicles;
    if (!vehicle?.plan) return;
    this.#screen.say(now, planWords(vehicle.plan, vehicle.wishes.readyBy));
    for (const sentence of whyWords(vehicle.plan, home?.gridOwnerName == null))
      this.#screen.say(now, sentence);
  }

  async #sum(service: LocalService, now: Instant): Promise<void> {
    this.#nights += 1;
    const answer = sessions.safeParse((await service.api('GET', '/v1/sessions')).body);
    const [last] = answer.success ? answer.data.sessions : [];
    if (!last) return;
    const { gridKwh, costOre, chargeNowOre, savedOre } = last;
    const words = `${gridKwh.toFixed(1)} kWh for ${kroner(costOre)}; at once ${kroner(chargeNowOre)}: ${savedWords(savedOre)}.`;
    this.#screen.say(now, `The night: ${words}\n`);
  }
}

function planWords({ windows, reason, status, ...money }: Plan, readyBy: string): string {
  const why = reasons[reason] ?? reason;
  if (windows.length === 0) return `Plan (${why}): nothing to charge before ${readyBy}.`;
  const times = windows.map(({ from, until }) => `${clockOf(from)}–${clockOf(until)}`).join(', ');
  const proof = status === 'optimal' ? `, proved optimal to ${money.gapOre.toFixed(1)} øre` : `, ${status}`;
  return `Plan (${why}): charge ${times}, ready by ${readyBy}. ${kroner(money.costOre)} instead of ${kroner(money.chargeNowOre)} at once: ${savedWords(money.savedOre)}${proof}.`;
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

function clockOf(iso: string): string {
  return localTime(parseIso(iso) ?? 0);
}
