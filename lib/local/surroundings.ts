import { randomBytes } from 'node:crypto';
import type { PhysicalNames } from '../platform/index.ts';
import { settings } from '../wiring.ts';
import { builtInPriceBook } from './price-book/index.ts';
import { startPriceServer } from './price-server/index.ts';
import type { PriceServer, ServiceOptions, TeslaSimulator } from './service-options.ts';
import { startTariffServer } from './tariff-server/index.ts';
import { startTeslaSimulator } from './tesla-simulator/index.ts';
import type { VirtualClock } from './time/virtual-clock.ts';

const DEMO_CAR = { batteryKwh: 75, soc: 0.35 };
const SECOND_CAR = { batteryKwh: 75, soc: 0.5 };

/** The world that the service talks to: the maker, the price and the tariff sources, each a server of its own. */
export interface Surroundings {
  readonly tesla: TeslaSimulator;
  readonly prices: PriceServer | null;
  /** The service's settings in this world; `origin`: of the page. */
  settings(origin: string): PhysicalNames['settings'];
  readonly secrets: ReadonlyMap<string, string>;
  stop(): Promise<void>;
}

/** `kept`: the simulator's state of an earlier run. */
export async function startSurroundings(
  clock: VirtualClock,
  options: ServiceOptions,
  kept: unknown,
): Promise<Surroundings> {
  const clientSecret = randomBytes(16).toString('base64url');
  const token = randomBytes(16).toString('base64url');
  const apiKey = randomBytes(16).toString('base64url');
  const tesla = await startTeslaSimulator({
    clock,
    clientId: settings.TESLA_CLIENT_ID,
    clientSecret,
    cars: [options.car ?? DEMO_CAR, ...(options.cars === 2 ? [SECOND_CAR] : [])],
    ...(kept === undefined ? {} : { state: kept as never }),
  });
  const book = options.book ?? builtInPriceBook();
  const prices = options.live ? null : await startPriceServer({ clock, book, token });
  const tariffs = options.live ? null : await startTariffServer({ clock, apiKey });
  return {
    tesla,
    prices,
    settings: (origin) => ({
      ...settings,
      // One home: more shards would only be asked in vain.
      DUE_SHARDS: '1',
      ...(prices && { ENTSOE_URL: prices.entsoeUrl, HVAKOSTERSTROMMEN_URL: prices.hvakosterstrommenUrl }),
      ...(tariffs && {
        FRI_NETTLEIE_LIST_URL: tariffs.listUrl,
        FRI_NETTLEIE_RAW_URL: tariffs.rawUrl,
        ELVIA_TARIFF_URL: tariffs.elviaUrl,
      }),
      TESLA_API_URL: tesla.apiUrl,
      TESLA_AUTHORIZE_URL: tesla.authorizeUrl,
      TESLA_TOKEN_URL: tesla.tokenUrl,
      TESLA_REVOKE_URL: tesla.revokeUrl,
      TESLA_COMMAND_URL: tesla.commandUrl,
      TESLA_REDIRECT_URL: `${origin}/linked`,
    }),
    // ENTSO-E wants a token of one's own, and Elvia a key: live, the service runs on its other sources.
    secrets: new Map([
      ['tesla-client-secret', clientSecret],
      ...(prices ? [['entsoe-token', token] as const] : []),
      ...(tariffs ? [['elvia-tariff-key', apiKey] as const] : []),
    ]),
    async stop() {
      await Promise.all([tesla.stop(), prices?.stop(), tariffs?.stop()]);
    },
  };
}
