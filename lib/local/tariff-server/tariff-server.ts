import type { IncomingHttpHeaders } from 'node:http';
import type { Clock } from '../../platform/index.ts';
import { type GridOwner, shippedGridOwners } from '../../tariffs/index.ts';
import { addDays, type LocalTime, localDate, localTime } from '../../time/index.ts';
import { startLoopbackServer } from '../price-server/loopback-server.ts';
import type { Served } from '../price-server/served.ts';
import { type DiginForm, diginAnswer } from './digin-answer.ts';
import { type TariffFault, TariffFaults, type TariffRequest } from './faults.ts';
import { Repository } from './repository.ts';

export interface TariffServerOptions {
  readonly clock: Clock;
  /** What Elvia accepts as `X-API-Key`. */
  readonly apiKey: string;
  /** Default: the shipped catalogue. */
  readonly owners?: readonly GridOwner[];
  /** Europe/Oslo, the day before: when Elvia can tell a day. Default 17:00. */
  readonly tellAt?: LocalTime;
  readonly form?: Partial<DiginForm>;
}

export interface TariffServer {
  /** For the settings FRI_NETTLEIE_LIST_URL, FRI_NETTLEIE_RAW_URL and ELVIA_TARIFF_URL. */
  readonly listUrl: string;
  readonly rawUrl: string;
  readonly elviaUrl: string;
  readonly repository: Repository;
  readonly faults: TariffFaults;
  /** How often it was asked. */
  count(request: TariffRequest): number;
  stop(): Promise<void>;
}

/** The open tariff repository at GitHub and Elvia's tariff API on loopback, built from what they document of themselves. */
export async function startTariffServer(options: TariffServerOptions): Promise<TariffServer> {
  const owners = options.owners ?? shippedGridOwners();
  const repository = new Repository(owners);
  const faults = new TariffFaults();
  const asked: TariffRequest[] = [];
  const world = { ...options, owners, repository };
  const server = await startLoopbackServer((url, headers) => {
    const request = requestOf(url);
    if (!request) return notFound;
    asked.push(request);
    const fault = faults.take(request, keyOf(url));
    return faulty(fault, () => answerTo(request, world, url, headers, fault));
  });
  return {
    listUrl: `${server.url}/repos/kraftsystemet/fri-nettleie/contents/tariffer?ref=main`,
    rawUrl: `${server.url}/raw/main/tariffer`,
    elviaUrl: `${server.url}/grid-tariff`,
    repository,
    faults,
    count: (request) => asked.filter((one) => one === request).length,
    stop: server.stop,
  };
}

interface World extends TariffServerOptions {
  readonly owners: readonly GridOwner[];
  readonly repository: Repository;
}

const notFound: Served = { status: 404, contentType: 'text/plain', body: '' };

function requestOf({ pathname }: URL): TariffRequest | null {
  if (pathname === '/repos/kraftsystemet/fri-nettleie/contents/tariffer') return 'list';
  if (pathname.startsWith('/raw/main/tariffer/')) return 'file';
  return pathname === '/grid-tariff/digin/api/1.0/tariffquery' ? 'day' : null;
}

/** `/raw/main/tariffer/bkk.yml` → `bkk` */
function keyOf({ pathname }: URL): string | undefined {
  return /\/([^/]+)\.yml$/.exec(pathname)?.[1];
}

function answerTo(
  request: TariffRequest,
  world: World,
  url: URL,
  headers: IncomingHttpHeaders,
  fault: TariffFault | null,
): Served {
  if (request === 'day') return tellDay(world, url, headers, fault);
  // GitHub answers nobody who does not say who they are.
  if (!headers['user-agent']) return json(403, { message: 'Request forbidden by administrative rules.' });
  return request === 'list' ? world.repository.listing() : world.repository.file(`${keyOf(url)}.yml`);
}

function tellDay(
  { clock, apiKey, owners, tellAt = '17:00', form }: World,
  { searchParams }: URL,
  headers: IncomingHttpHeaders,
  fault: TariffFault | null,
): Served {
  if (headers['x-api-key'] !== apiKey) return json(401, { message: 'Access denied due to invalid key' });
  const range = searchParams.get('Range');
  if (!searchParams.get('TariffKey') || (range !== 'today' && range !== 'tomorrow')) {
    return json(400, { message: 'TariffKey and Range' });
  }
  const today = localDate(clock.now());
  const date = range === 'today' ? today : addDays(today, 1);
  const isTold = range === 'today' || localTime(clock.now()) >= tellAt;
  const tariff = owners
    .find(({ key }) => key === 'elvia')
    ?.tariffs.find(({ from, until }) => from <= date && (until === null || date < until));
  if (!tariff || !isTold) return notFound;
  return json(200, diginAnswer(tariff, date, { levels: 'priceLevels', lowestIsNull: true, ...form }, fault));
}

function json(status: number, body: unknown): Served {
  return { status, contentType: 'application/json', body: JSON.stringify(body) };
}

function faulty(fault: TariffFault | null, answer: () => Served): Served {
  switch (fault?.kind) {
    case 'answer': {
      const { status, body = '', headers = {} } = fault;
      return { status, contentType: 'text/plain', body, headers };
    }
    case 'drop':
    case 'cut':
      return { ...answer(), broken: fault.kind };
    default:
      return answer();
  }
}
