import type * as z from 'zod';
import { contracts } from '../../lib/api/index.ts';
import type { LocalService } from '../../lib/local/index.ts';
import { type Instant, parseIso } from '../../lib/time/index.ts';
import { carName } from './car-name.ts';
import { kroner } from './kroner.ts';
import { savedWords } from './saved-words.ts';
import type { Screen } from './screen.ts';

const overview = contracts['get-overview'].answer;
const sessions = contracts['get-sessions'].answer;
type Session = z.infer<typeof sessions>['sessions'][number];

/** What charging that ended came to: each car's told once, by its name where there are several. */
export class NightStory {
  readonly #screen: Screen;
  readonly #beganAt: Instant;
  readonly #told = new Set<string>();
  #nights = 0;

  /** Of what ended after `beganAt`: a run that goes on has older nights. */
  constructor(screen: Screen, beganAt: Instant) {
    this.#screen = screen;
    this.#beganAt = beganAt;
  }

  /** Nights that are over for every car of the home. */
  get nights(): number {
    return this.#nights;
  }

  /** To be called when the service has accounted for a session. */
  async tell(service: LocalService, now: Instant): Promise<void> {
    const home = overview.safeParse((await service.api('GET', '/v1/overview')).body);
    const answer = sessions.safeParse((await service.api('GET', '/v1/sessions')).body);
    if (!home.success || !answer.success) return;
    const refs = home.data.vehicles.map(({ vehicleRef }) => vehicleRef);
    const ended = answer.data.sessions.filter(({ endedAt }) => (parseIso(endedAt) ?? 0) >= this.#beganAt);
    for (const session of ended.toReversed()) this.#sum(now, refs, session);
    const perCar = refs.map((ref) => ended.filter(({ vehicleRef }) => vehicleRef === ref).length);
    this.#nights = perCar.length === 0 ? 0 : Math.min(...perCar);
  }

  #sum(now: Instant, refs: readonly string[], session: Session): void {
    const { vehicleRef, pluggedInAt, gridKwh, costOre, chargeNowOre, savedOre } = session;
    const key = `${vehicleRef} ${pluggedInAt}`;
    if (this.#told.has(key)) return;
    this.#told.add(key);
    const name = carName(refs.length, refs.indexOf(vehicleRef));
    const words = `${gridKwh.toFixed(1)} kWh for ${kroner(costOre)}; at once ${kroner(chargeNowOre)}: ${savedWords(savedOre)}.`;
    this.#screen.say(now, `${name}The night: ${words}\n`);
  }
}
