import type { Clock } from '../../platform/index.ts';
import { type Instant, type LocalDate, type LocalTime, localDate, nextLocalTime } from '../../time/index.ts';
import type { EventSource } from '../time/event-source.ts';
import { stableShare } from '../time/stable-share.ts';

const LEAVES = '07:30';
const COMES_HOME = '17:00';
/** State of charge when it comes home: 35 %, give or take 10. */
const USUAL_SOC = 0.35;
const VARIATION = 0.1;

export interface RoutineCar {
  plugIn(): void;
  unplug(): void;
  /** Drives until the battery holds this state of charge, 0–1. */
  driveTo(soc: number): void;
  snapshot(): { readonly soc: number };
}

/** The days of the demo's car: unplugged and driven at 07:30, home and plugged in at 17:00. */
export class CarRoutine implements EventSource {
  readonly #clock: Clock;
  readonly #car: RoutineCar;
  readonly #comesHome: LocalTime;
  readonly #name: string;
  #doneAt: Instant;

  constructor(
    clock: Clock,
    car: RoutineCar,
    { comesHome = COMES_HOME, name = '' }: { readonly comesHome?: LocalTime; readonly name?: string } = {},
  ) {
    this.#clock = clock;
    this.#car = car;
    this.#comesHome = comesHome;
    this.#name = name;
    this.#doneAt = clock.now();
  }

  nextAt(): Instant {
    return Math.min(nextLocalTime(this.#doneAt, LEAVES), nextLocalTime(this.#doneAt, this.#comesHome));
  }

  async run(): Promise<void> {
    const at = this.nextAt();
    if (at === nextLocalTime(this.#doneAt, LEAVES)) {
      this.#car.unplug();
      this.#car.driveTo(Math.min(this.#car.snapshot().soc, socAfterDriving(localDate(at), this.#name)));
    } else {
      this.#car.plugIn();
    }
    this.#doneAt = Math.max(at, this.#clock.now());
  }
}

/** The same day always ends with the same battery. */
export function socAfterDriving(date: LocalDate, name = ''): number {
  const share = stableShare(`drive${name} ${date}`) * 2 - 1;
  return Math.round((USUAL_SOC + share * VARIATION) * 100) / 100;
}
