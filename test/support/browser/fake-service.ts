import { fuseKw } from '../../../lib/homes/fuse.ts';
import type {
  Area,
  HomeWish,
  Mode,
  Overview,
  PlaceFound,
  Vehicle,
  Wishes,
  WithdrawalStep,
} from '../../../web/src/api/types.ts';
import { notices } from './fixtures/notices.ts';
import { gridOwners, meteringPoint, oslo, ownersIn, postcodes } from './fixtures/places.ts';
import { pricesOf } from './fixtures/price-shapes.ts';
import type { Scene } from './fixtures/scene.ts';
import { scenes } from './fixtures/scenes.ts';

export interface FakeAnswer {
  readonly status: number;
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** One request as the page made it. */
export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
}

const steps: readonly WithdrawalStep[] = [
  'recorded',
  'handed-back',
  'compartment',
  'revoked',
  'tokens-destroyed',
  'erased',
];
const withdrawalReceipt = {
  receiptId: 'b7cDegQm3zS5vT9aWk2LxY',
  consentRef: 'S5vT9aWk2LxYb7cDegQm3z',
  withdrawnAt: '2026-01-12T18:21:00Z',
  purposes: ['smart-charging'],
  noticeVersion: '2026-01',
  noticeSha256: notices.nb.sha256,
  willHappen: ['car-handed-back', 'access-revoked', 'tokens-destroyed', 'data-erased'],
};

/** Canned answers in the shapes of docs/openapi.json, with just enough memory to save, withdraw and link. */
export class FakeService {
  readonly asked: Asked[] = [];
  /** Null: no simulated clock, as in production. */
  speed: number | null = null;
  /** Code of the problem that every API call answers while it is set; 'silence' drops the body and answers 502. */
  failing: string | null = null;
  #scene: Scene;

  constructor(scene: Scene) {
    this.#scene = scene;
  }

  show(scene: Scene): void {
    this.#scene = scene;
  }

  get overview(): Overview {
    return this.#scene.overview;
  }

  change(change: Partial<Overview>): void {
    this.#scene = { ...this.#scene, overview: { ...this.#scene.overview, ...change } };
  }

  /** The next step of the forgetting is done; after the last, nothing is left. */
  forgetOneStep(): void {
    const done = this.overview.withdrawal?.done ?? [];
    const next = steps[done.length];
    if (next === undefined) this.show(scenes.nothingLinked);
    else if (this.overview.withdrawal)
      this.change({ withdrawal: { ...this.overview.withdrawal, done: [...done, next] } });
  }

  /** Null for what is not the service's. */
  answer(method: string, url: URL, body: unknown): FakeAnswer | null {
    const path = url.pathname;
    if (!path.startsWith('/v1/') && !path.startsWith('/local/')) return null;
    if (method !== 'GET') this.asked.push({ method, path, body });
    if (path.startsWith('/local/')) return this.#local(method, path, body);
    if (this.failing !== null) return problem(this.failing);
    return method === 'GET' ? this.#read(url) : this.#write(method, path, body);
  }

  #local(method: string, path: string, body: unknown): FakeAnswer {
    if (path === '/local/session') return ok({ accessToken: 'fixture' });
    if (path !== '/local/clock' || this.speed === null) return problem('not-found');
    if (method === 'POST') this.speed = (body as { speed: number }).speed;
    return ok({ now: this.overview.now, speed: this.speed });
  }

  #read(url: URL): FakeAnswer {
    const { overview, shape, pricesUntil, assumed, sessions, receipts } = this.#scene;
    const query = url.searchParams;
    switch (url.pathname) {
      case '/v1/overview':
        return ok(overview);
      case '/v1/prices': {
        const [from, to] = [query.get('from') ?? '', query.get('to') ?? ''].map((text) => Date.parse(text));
        const span = { from: from ?? 0, to: to ?? 0, knownUntil: Date.parse(pricesUntil) };
        return ok(pricesOf(shape, span, overview.home ?? oslo, assumed));
      }
      case '/v1/sessions':
        return ok(sessions);
      case '/v1/consent':
        return ok({ notice: notices[query.get('language') === 'en' ? 'en' : 'nb'], receipts });
      default:
        return problem('not-found');
    }
  }

  #write(method: string, path: string, body: unknown): FakeAnswer {
    const what = path.split('/').at(-1);
    switch (`${method} ${what}`) {
      case 'PUT wishes':
        this.#changeVehicle(path, { wishes: body as Wishes });
        return ok(body);
      case 'PUT mode':
        this.#changeVehicle(path, { mode: (body as { mode: Mode }).mode });
        return ok(body);
      case 'PUT home':
        return this.#putHome(body as HomeWish);
      case 'POST places':
        return placeOf(body as Readonly<Record<string, string>>);
      case 'POST links':
        // As the car maker would: it sends the browser straight back.
        return created({
          authorizeUrl: '/linked?code=EU_fixture&state=fixture',
          expiresAt: this.overview.now,
        });
      case 'POST completion':
        this.show(scenes.waiting);
        return created({
          vehicles: [{ vehicleRef: '8iZzYQ2mT1uYkXv0b3cDfg' }],
          receipt: scenes.waiting.receipts[0],
        });
      case 'POST withdrawal':
        this.change({
          withdrawal: { withdrawalId: withdrawalReceipt.receiptId, requestedAt: this.overview.now, done: [] },
        });
        return ok(withdrawalReceipt);
      default:
        return problem('not-found');
    }
  }

  #putHome(wish: HomeWish): FakeAnswer {
    const owner = gridOwners.find(({ key }) => key === wish.gridOwner);
    if (owner && !ownersIn[wish.area].includes(owner)) return problem('grid-owner-unknown');
    if (wish.gridTariffName !== null && !owner?.tariffNames.includes(wish.gridTariffName)) {
      return problem('invalid-request');
    }
    const gridOwnerName = owner?.name ?? null;
    const home = {
      ...wish,
      gridOwnerName,
      vatPercent: wish.taxZone === 'sor' ? 25 : 0,
      fuseKw: wish.fuse && fuseKw(wish.fuse),
    } as const;
    this.change({ home });
    return ok(home);
  }

  #changeVehicle(path: string, change: Partial<Vehicle>): void {
    const changed = (vehicle: Vehicle) =>
      path.includes(`/${vehicle.vehicleRef}/`) ? { ...vehicle, ...change } : vehicle;
    this.change({ vehicles: this.overview.vehicles.map(changed) });
  }
}

function placeOf({ postcode, meteringPointId, area }: Readonly<Record<string, string>>): FakeAnswer {
  if (postcode !== undefined) {
    const found = postcodes[postcode];
    return found ? ok(found) : problem('postcode-unknown');
  }
  if (meteringPointId === meteringPoint) return ok({ ...postcodes['0150'], municipality: null });
  if (meteringPointId !== undefined) return problem('metering-point-invalid');
  const found: PlaceFound = {
    municipality: null,
    places: [{ area: area as Area, taxZone: 'sor' }],
    gridOwners: [...ownersIn[area as Area]],
  };
  return ok(found);
}

function ok(body: unknown): FakeAnswer {
  return { status: 200, body };
}

function created(body: unknown): FakeAnswer {
  return { status: 201, body };
}

function problem(code: string): FakeAnswer {
  if (code === 'silence') return { status: 502, body: 'Bad gateway' };
  const status = code === 'not-found' ? 404 : 409;
  return { status, body: { type: `urn:smartlading:problem:${code}`, title: 'Problem', status, code } };
}
