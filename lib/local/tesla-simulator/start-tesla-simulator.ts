import { randomBytes } from 'node:crypto';
import type { Clock, Random } from '../../platform/index.ts';
import { apiRoutes } from './api-host.ts';
import { allow, ownerRoutes } from './authorize.ts';
import { SimulatedCar } from './car.ts';
import { type CarOptions, type CarState, newCar } from './car-state.ts';
import { Faults } from './faults.ts';
import { Grants, type GrantsState, type RevocationReach } from './grants.ts';
import { proxyRoutes } from './proxy-host.ts';
import { RateLimits } from './rate-limits.ts';
import { type HomeSecrets, randomHome } from './secrets-of-a-home.ts';
import { type LoggedRequest, type RunningHost, serve } from './serve.ts';
import { tokenRoutes } from './token-endpoint.ts';
import type { World } from './world.ts';

/** Plain JSON: the cars, the account and the home, to be taken up by a later run. */
interface TeslaSimulatorState {
  readonly cars: CarState[];
  readonly grants: GrantsState;
  readonly home: HomeSecrets;
}

export interface TeslaSimulatorOptions {
  readonly clock: Clock;
  readonly random?: Random;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Not looked at where `state` brings its own. */
  readonly cars: readonly CarOptions[];
  readonly state?: TeslaSimulatorState | undefined;
  /** What a revoked refresh token takes with it; `token` (only itself) where not said. */
  readonly revocationReach?: RevocationReach;
  /** Vehicles on one page of the list, at most. */
  readonly pageSize?: number;
  /** Fixed ports, for addresses that must outlive a run. */
  readonly ports?: { readonly auth: number; readonly api: number; readonly proxy: number };
}

/** Tesla's hosts on loopback with an account, its cars and their batteries, on the injected clock. */
export interface TeslaSimulator {
  readonly apiUrl: string;
  readonly authorizeUrl: string;
  readonly tokenUrl: string;
  readonly revokeUrl: string;
  readonly commandUrl: string;
  readonly cars: readonly SimulatedCar[];
  readonly faults: Faults;
  /** Where every answer says that the car is; not to be found anywhere else. */
  readonly coordinates: { readonly latitude: number; readonly longitude: number };
  /** Everything else that must not get past an adapter: VINs, names, the address. */
  readonly personal: readonly string[];
  readonly requests: readonly LoggedRequest[];
  /** The owner presses "Allow": where their browser is sent, with `code` and `state`. */
  allow(authorizeUrl: string, options?: { readonly unticked?: readonly string[] }): string;
  /** The owner removes the app on the consent page. */
  removeAccess(): void;
  /** What would still be accepted. */
  tokensAlive(): { readonly refresh: number; readonly access: number };
  /** How often each refresh token was spent, in the order they were given. */
  refreshSpends(): number[];
  exportState(): TeslaSimulatorState;
  stop(): Promise<void>;
}

const randomOfThisRun: Random = {
  id: () => randomBytes(16).toString('base64url'),
  unit: () => randomBytes(6).readUIntBE(0, 6) / 2 ** 48,
};

/** Starts the three hosts. Nothing of a run is written anywhere. */
export async function startTeslaSimulator(options: TeslaSimulatorOptions): Promise<TeslaSimulator> {
  const world = worldOf(options);
  const api = await serve('api', apiRoutes(world), world, options.ports?.api);
  const routes = [...ownerRoutes(world), ...tokenRoutes(world, api.url)];
  const auth = await serve('auth', routes, world, options.ports?.auth);
  const proxy = await serve('proxy', proxyRoutes(world), world, options.ports?.proxy);
  return facade(world, { api, auth, proxy });
}

function worldOf(options: TeslaSimulatorOptions): World {
  const { clock, clientId, clientSecret } = options;
  const random = options.random ?? randomOfThisRun;
  const state: TeslaSimulatorState = structuredClone(options.state) ?? {
    cars: options.cars.map((car) => newCar(car, random, clock.now())),
    grants: { codes: [], grants: [] },
    home: randomHome(random),
  };
  return {
    clock,
    random,
    clientId,
    clientSecret,
    cars: state.cars.map((car) => new SimulatedCar(car, clock)),
    home: state.home,
    grants: new Grants(state.grants, random, clientId),
    limits: new RateLimits(),
    faults: new Faults(clock),
    requests: [],
    revocationReach: options.revocationReach ?? 'token',
    pageSize: options.pageSize ?? 100,
  };
}

function facade(
  world: World,
  hosts: { readonly api: RunningHost; readonly auth: RunningHost; readonly proxy: RunningHost },
): TeslaSimulator {
  const { latitude, longitude, address } = world.home;
  return {
    apiUrl: hosts.api.url,
    authorizeUrl: `${hosts.auth.url}/oauth2/v3/authorize`,
    tokenUrl: `${hosts.auth.url}/oauth2/v3/token`,
    revokeUrl: `${hosts.auth.url}/oauth2/v3/revoke`,
    commandUrl: hosts.proxy.url,
    cars: world.cars,
    faults: world.faults,
    coordinates: { latitude, longitude },
    personal: [address, ...world.cars.flatMap(({ state }) => [state.vin, state.displayName])],
    requests: world.requests,
    allow: (url, { unticked = [] } = {}) => allow(world, new URL(url).searchParams, unticked),
    removeAccess: () => world.grants.withdrawAll(),
    tokensAlive: () => world.grants.alive(world.clock.now()),
    refreshSpends: () => world.grants.refreshSpends(),
    exportState: () =>
      structuredClone({
        cars: world.cars.map(({ state }) => state),
        grants: world.grants.state,
        home: world.home,
      }),
    stop: async () => {
      await Promise.all([hosts.api.stop(), hosts.auth.stop(), hosts.proxy.stop()]);
    },
  };
}
