import { PutCommand } from '@aws-sdk/lib-dynamodb';
import type { SQSEvent } from 'aws-lambda';
import { build } from '../../../functions/follow-plan/handler.ts';
import { followPlan, sweepDue } from '../../../lib/charging/index.ts';
import {
  createHome,
  eraseHome,
  type Home,
  type HomeTerms,
  linkedVehicle,
  loadHome,
  newHome,
  ordinaryWishes,
} from '../../../lib/homes/index.ts';
import { QueueConsumer } from '../../../lib/local/aws/queue-consumer.ts';
import { type CrashMoment, CrashPoint } from '../../../lib/local/functions/crash-point.ts';
import type { Plan } from '../../../lib/planning/index.ts';
import type { Platform } from '../../../lib/platform/index.ts';
import {
  addDays,
  atLocalTime,
  type Instant,
  localDate,
  localTime,
  QUARTER_MS,
  quartersOfDay,
} from '../../../lib/time/index.ts';
import { functions } from '../../../lib/wiring.ts';
import { inOslo } from '../../support/price-terms.ts';
import type { NightWorld } from './night-world.ts';

export const customerId = 'the-sleeper';
const minuteMs = 60_000;

export interface NightFaults {
  /** What of the home is not as usual in Oslo, without a grid owner and without a fuse. */
  readonly terms?: Partial<HomeTerms>;
  readonly plugIn?: string;
  readonly watchUntil?: string;
  readonly losesTick?: (at: Instant, plugInAt: Instant) => boolean;
  readonly losesReminders?: boolean;
  readonly doublesMessages?: boolean;
  /** The follow-plan invocation of this number dies at its nth call to the world outside. */
  readonly crash?: { readonly invocation: number; readonly nth: number; readonly moment: CrashMoment };
  readonly withoutPrices?: boolean;
  readonly planner?: () => Promise<Plan>;
  /** The message of this number is lost. */
  readonly losesMessage?: number;
  /** Makes things go wrong at the maker from this long after plugging in. */
  readonly maker?: { readonly afterMinutes: number; readonly act: (tesla: NightWorld['tesla']) => void };
}

export interface Night {
  readonly plugInAt: Instant;
  /** The car at the end of the night. */
  readonly soc: number;
  /** All cars at the end of the night. */
  readonly socs: readonly number[];
  /** What all cars drew together after each thing that happened. */
  readonly drawn: readonly { readonly at: Instant; readonly kw: number }[];
  /** What really changed at the car: `stopped 22:01`. */
  readonly transitions: readonly string[];
  readonly kinds: readonly string[];
  /** Whether the crash that was asked for came to happen. */
  readonly died: boolean;
  /** What follow-plan sent to the car, by the number of its invocation. */
  readonly sentIn: readonly { readonly invocation: number; readonly call: string }[];
  readonly home: Home;
}

/*
 * The night of every scenario, øre/kWh before VAT. 64 → 80 % takes 73 minutes: 45 of them in the cheap hour until 01:45,
 * the rest in the one from 23:00.
 *
 *   22  23  00  01  02  03
 *   200 60 200  50 200 ready
 */
const cheapHours: Readonly<Record<string, number>> = { '23': 60, '01': 50 };

/** Plugs in, wants 80 % at 03:00, and lives through it event by event until then, or only until `watchUntil`. */
export async function runNight(world: NightWorld, faults: NightFaults = {}): Promise<Night> {
  const date = localDate(world.clock.at);
  const plugInAt = atLocalTime(date, faults.plugIn ?? '22:00');
  const readyAt = faults.watchUntil
    ? atLocalTime(date, faults.watchUntil)
    : atLocalTime(addDays(date, 1), '03:00');
  await prepare(world, faults, plugInAt);
  const seenBefore = world.car.transitions().length;
  const host = followPlanHost(world, faults);

  world.clock.at = plugInAt;
  for (const car of world.tesla.cars) car.plugIn();
  const makerAt = plugInAt + (faults.maker?.afterMinutes ?? Number.POSITIVE_INFINITY) * minuteMs;
  if (makerAt < readyAt) {
    await liveUntil(world, makerAt - 1, host, faults, plugInAt);
    faults.maker?.act(world.tesla);
  }
  await liveUntil(world, readyAt, host, faults, plugInAt);

  const changed = world.car.transitions().slice(seenBefore);
  const night = {
    plugInAt,
    soc: world.car.snapshot().soc,
    socs: world.tesla.cars.map((car) => car.snapshot().soc),
    drawn: host.drawn,
    transitions: changed.map(({ kind, at }) => `${kind} ${localTime(at)}`),
    kinds: changed.map(({ kind }) => kind),
    died: host.crash?.fired ?? false,
    sentIn: host.sentIn,
    home: (await loadHome(world.platform('follow-plan'), customerId)) as Home,
  };
  world.clock.at = atLocalTime(addDays(date, 1), '12:00');
  return night;
}

async function prepare(world: NightWorld, faults: NightFaults, plugInAt: Instant): Promise<void> {
  const platform = world.platform('follow-plan');
  world.clock.at = plugInAt - 2 * minuteMs;
  world.tesla.faults.clear();
  for (const car of world.tesla.cars) car.driveTo(0.64);
  world.queue.clear();
  world.queue.doubles = faults.doublesMessages ?? false;
  let sent = 0;
  world.queue.loses = (delaySeconds) => {
    sent += 1;
    return sent === faults.losesMessage || ((faults.losesReminders ?? false) && delaySeconds > 0);
  };
  for (const day of [localDate(plugInAt), addDays(localDate(plugInAt), 1)])
    await storePrices(world, day, faults);

  const before = await loadHome(platform, customerId);
  if (before !== null) await eraseHome(world.platform('forget-customer'), customerId, before.version);
  const home = newHome({
    customerId,
    // Prices alone decide these nights: a grid owner's capacity fee would spread the charging over more hours.
    ...{ ...inOslo, gridOwner: null, ...faults.terms },
    dueShard: 'NO1#0',
    createdAt: world.clock.at,
  });
  const wishes = { ...ordinaryWishes, readyBy: '03:00', targetSoc: 0.8 };
  const vehicles = world.grants.map((grant) => ({
    ...linkedVehicle({ ...grant, provider: 'tesla', batteryKwh: 75, maySetCurrent: true }),
    wishes,
  }));
  await createHome(platform, { ...home, vehicles, nextDueAt: plugInAt });
}

/** Written as the prices room keeps them; an empty night has them expired. */
async function storePrices(world: NightWorld, date: string, { withoutPrices }: NightFaults): Promise<void> {
  const platform = world.platform('fetch-prices');
  const ore = quartersOfDay(date).map((at) => cheapHours[localTime(at).slice(0, 2)] ?? 200);
  const day = {
    area: 'NO1',
    date,
    eurPerMwh: ore,
    nokPerEur: 10,
    nokPerEurAssumed: false,
    source: 'entsoe',
    revision: 1,
    fetchedAt: world.clock.at,
    announcedRevision: 1,
    hvakosterstrommenAt: null,
    expiresAtSeconds: withoutPrices ? 1 : 4e9,
  };
  await platform.dynamo.send(new PutCommand({ TableName: platform.tableName('prices'), Item: day }));
}

function followPlanHost(world: NightWorld, { crash: wanted, planner }: NightFaults) {
  const crash = wanted && new CrashPoint(wanted.nth, wanted.moment);
  let invocations = 0;
  const sentIn: { invocation: number; call: string }[] = [];
  const drawn: { at: Instant; kw: number }[] = [];
  const invoke = async (event: SQSEvent): Promise<unknown> => {
    invocations += 1;
    const number = invocations;
    const platform = noting(world.platform('follow-plan'), (call) =>
      sentIn.push({ invocation: number, call }),
    );
    if (planner) return await followPlan(platform, customerId, { planner });
    if (!crash || wanted?.invocation !== invocations) return await build(platform)(event);
    return await crash.run(build(crash.watch(platform))(event));
  };
  const consumer = new QueueConsumer({
    queueName: 'charging',
    queue: world.queue,
    batchSize: functions['follow-plan'].triggers[0].batchSize,
    invoke,
    deliverAgain: () => false,
  });
  return { consumer, crash, sentIn, drawn };
}

function noting(platform: Platform, note: (call: string) => void): Platform {
  const send: Platform['http']['send'] = (request) => {
    const call = /charge_start|charge_stop|set_charge_limit|wake_up/.exec(request.url)?.[0];
    if (call !== undefined) note(call);
    return platform.http.send(request);
  };
  return { ...platform, http: { send }, dynamo: platform.dynamo };
}

async function liveUntil(
  world: NightWorld,
  untilAt: Instant,
  { consumer, drawn }: Pick<ReturnType<typeof followPlanHost>, 'consumer' | 'drawn'>,
  { losesTick = () => false }: NightFaults,
  plugInAt: Instant,
): Promise<void> {
  for (let tickAt = Math.ceil(world.clock.at / QUARTER_MS) * QUARTER_MS; ; ) {
    const messageAt = Math.max(world.queue.nextAt() ?? Number.POSITIVE_INFINITY, world.clock.at);
    const at = Math.min(tickAt, messageAt);
    if (at > untilAt) break;
    world.clock.at = at;
    if (tickAt > messageAt) {
      await consumer.run();
      const kw = world.tesla.cars.reduce((sum, car) => sum + car.snapshot().powerKw, 0);
      drawn.push({ at, kw });
      continue;
    }
    if (!losesTick(tickAt, plugInAt)) await sweepDue(world.platform('tick'));
    tickAt += QUARTER_MS;
  }
  world.clock.at = untilAt;
}
