/**
 * The map of the service: each function, what triggers it, what it may touch. `lib/cloud` turns these rows into
 * least-privilege Lambdas; `lib/local` runs the same rows on this machine. Nothing here is code that runs.
 */

export type TableName = 'prices' | 'homes' | 'vault' | 'consent' | 'savings' | 'tariffs';
export type QueueName = 'charging' | 'forgetting';
export type SecretName = 'tesla-client-secret' | 'entsoe-token' | 'elvia-tariff-key';
export type EventName = 'PricesAnnounced';

/** `read`: GetItem, Query. `write`: PutItem, UpdateItem, DeleteItem. */
export type Access = 'read' | 'write' | 'read-write';

/** `protected` routes carry the app's JWT; the token's `sub` is the customer. */
export interface RouteTrigger {
  readonly kind: 'route';
  readonly method: 'GET' | 'PUT' | 'POST' | 'DELETE';
  readonly path: string;
  readonly protected: boolean;
}

/** `cron` has five fields: minute hour day month weekday. */
export interface ScheduleTrigger {
  readonly kind: 'schedule';
  readonly name: string;
  readonly cron: string;
  /** The clock it is read on. Oslo only where the market or the customer means Oslo time: in October its 02:00–03:00 comes twice, and a scheduler fires once. */
  readonly zone: 'Europe/Oslo' | 'UTC';
  /** Starts at a random moment within these minutes, so that sources are not all asked at once. */
  readonly jitterMinutes: number;
  readonly input: Readonly<Record<string, string>>;
}

export interface QueueTrigger {
  readonly kind: 'queue';
  readonly queue: QueueName;
  readonly batchSize: number;
  readonly maxConcurrency: number;
}

export interface EventTrigger {
  readonly kind: 'event';
  readonly event: EventName;
}

type Trigger = RouteTrigger | ScheduleTrigger | QueueTrigger | EventTrigger;

export interface FunctionRow {
  readonly entry: string;
  readonly triggers: readonly Trigger[];
  readonly tables: Readonly<Partial<Record<TableName, Access>>>;
  readonly sends: readonly QueueName[];
  readonly announces: readonly EventName[];
  readonly secrets: readonly SecretName[];
  /** May use the key that seals tokens: `active` to work with them, `revoke` to give them back. */
  readonly vaultPurposes: readonly ('active' | 'revoke')[];
  readonly settings: readonly SettingName[];
  readonly memoryMb: number;
  readonly timeoutSeconds: number;
}

export interface TableRow {
  readonly partitionKey: string;
  readonly sortKey?: string;
  /** Sparse index: only items that carry both attributes are in it. Keys only. */
  readonly index?: { readonly name: string; readonly partitionKey: string; readonly sortKey: string };
  readonly ttlAttribute?: string;
  /** Point-in-time recovery in days; 0 = none. Short where a restore would bring back what was forgotten. */
  readonly recoveryDays: number;
}

/** Every table: who may read what, and how long it can come back from a backup, is split by table (docs/decisions). */
export const tables: Readonly<Record<TableName, TableRow>> = {
  prices: { partitionKey: 'area', sortKey: 'date', ttlAttribute: 'expiresAtSeconds', recoveryDays: 0 },
  homes: {
    partitionKey: 'customerId',
    sortKey: 'kind',
    index: { name: 'due', partitionKey: 'dueShard', sortKey: 'nextDueAt' },
    recoveryDays: 7,
  },
  vault: { partitionKey: 'grantRef', recoveryDays: 1 },
  consent: {
    partitionKey: 'consentRef',
    sortKey: 'sequence',
    ttlAttribute: 'expiresAtSeconds',
    recoveryDays: 35,
  },
  savings: {
    partitionKey: 'customerId',
    sortKey: 'pluggedInAt',
    ttlAttribute: 'expiresAtSeconds',
    recoveryDays: 7,
  },
  tariffs: { partitionKey: 'source', sortKey: 'gridOwner', recoveryDays: 0 },
};

/** Visibility is six times the consumer's timeout; after `maxReceives` a message goes to the queue's dead-letter queue. */
export const queues: Readonly<
  Record<QueueName, { readonly visibilitySeconds: number; readonly maxReceives: number }>
> = {
  charging: { visibilitySeconds: 180, maxReceives: 5 },
  forgetting: { visibilitySeconds: 360, maxReceives: 5 },
};

/** What an operator can set. In the cloud a CDK context value of the same name overrides the default. */
export const settings = {
  ENTSOE_URL: 'https://web-api.tp.entsoe.eu/api',
  HVAKOSTERSTROMMEN_URL: 'https://www.hvakosterstrommen.no',
  /** NOK per EUR used only while no source has told any day's rate; `GET /v1/prices` then says `assumedExchangeRate`. */
  FALLBACK_NOK_PER_EUR: '11.5',
  /** Households are settled per clock hour: a quarter's price is the mean of its hour. 15 = settle per quarter. */
  SETTLEMENT_MINUTES: '60',
  /** Grid owners' tariffs in an open repository (CC BY 4.0): the list of its files, and where each can be read. */
  FRI_NETTLEIE_LIST_URL: 'https://api.github.com/repos/kraftsystemet/fri-nettleie/contents/tariffer?ref=main',
  FRI_NETTLEIE_RAW_URL: 'https://raw.githubusercontent.com/kraftsystemet/fri-nettleie/main/tariffer',
  /** Elvia's own tariffs by DIGIN's Nettariff API, and which of them households have. */
  ELVIA_TARIFF_URL: 'https://elvia.azure-api.net/grid-tariff',
  ELVIA_TARIFF_NAME: 'private_tou_daynight',
  TESLA_API_URL: 'https://fleet-api.prd.eu.vn.cloud.tesla.com',
  TESLA_AUTHORIZE_URL: 'https://auth.tesla.com/oauth2/v3/authorize',
  TESLA_TOKEN_URL: 'https://fleet-auth.prd.vn.cloud.tesla.com/oauth2/v3/token',
  TESLA_REVOKE_URL: 'https://auth.tesla.com/oauth2/v3/revoke',
  /** The command-signing proxy; commands go here, never to the API itself. */
  TESLA_COMMAND_URL: 'https://tesla-proxy.internal',
  TESLA_CLIENT_ID: 'smartlading',
  TESLA_REDIRECT_URL: 'https://app.example/linked',
  /** How many due-index shards each price area has. */
  DUE_SHARDS: '2',
} as const;
export type SettingName = keyof typeof settings;

const api = { memoryMb: 512, timeoutSeconds: 10 };
const nothing = { sends: [], announces: [], secrets: [], vaultPurposes: [], settings: [] } as const;
const tesla = [
  'TESLA_API_URL',
  'TESLA_TOKEN_URL',
  'TESLA_REVOKE_URL',
  'TESLA_COMMAND_URL',
  'TESLA_CLIENT_ID',
] as const;

function route(method: RouteTrigger['method'], path: string): RouteTrigger {
  return { kind: 'route', method, path, protected: true };
}

export const functions = {
  'get-openapi': {
    ...api,
    ...nothing,
    entry: 'functions/get-openapi/handler.ts',
    triggers: [{ ...route('GET', '/openapi.json'), protected: false }],
    tables: {},
  },
  'get-overview': {
    ...api,
    ...nothing,
    entry: 'functions/get-overview/handler.ts',
    triggers: [route('GET', '/v1/overview')],
    tables: { homes: 'read', tariffs: 'read' },
  },
  'get-prices': {
    ...api,
    ...nothing,
    entry: 'functions/get-prices/handler.ts',
    triggers: [route('GET', '/v1/prices')],
    tables: { homes: 'read', prices: 'read', tariffs: 'read' },
    settings: ['SETTLEMENT_MINUTES', 'FALLBACK_NOK_PER_EUR'],
  },
  'get-sessions': {
    ...api,
    ...nothing,
    entry: 'functions/get-sessions/handler.ts',
    triggers: [route('GET', '/v1/sessions')],
    tables: { savings: 'read' },
  },
  'find-place': {
    ...api,
    ...nothing,
    entry: 'functions/find-place/handler.ts',
    triggers: [route('POST', '/v1/places')],
    tables: { tariffs: 'read' },
  },
  'put-home': {
    ...api,
    ...nothing,
    entry: 'functions/put-home/handler.ts',
    triggers: [route('PUT', '/v1/home')],
    tables: { homes: 'read-write', tariffs: 'read' },
    sends: ['charging'],
    settings: ['DUE_SHARDS'],
  },
  'put-wishes': {
    ...api,
    ...nothing,
    entry: 'functions/put-wishes/handler.ts',
    triggers: [route('PUT', '/v1/vehicles/{vehicleRef}/wishes')],
    tables: { homes: 'read-write' },
    sends: ['charging'],
  },
  'put-mode': {
    ...api,
    ...nothing,
    entry: 'functions/put-mode/handler.ts',
    triggers: [route('PUT', '/v1/vehicles/{vehicleRef}/mode')],
    tables: { homes: 'read-write' },
    sends: ['charging'],
  },
  'get-consent': {
    ...api,
    ...nothing,
    entry: 'functions/get-consent/handler.ts',
    triggers: [route('GET', '/v1/consent')],
    tables: { homes: 'read', consent: 'read' },
  },
  'begin-link': {
    ...api,
    ...nothing,
    entry: 'functions/begin-link/handler.ts',
    triggers: [route('POST', '/v1/links')],
    tables: { homes: 'read-write' },
    settings: ['TESLA_AUTHORIZE_URL', 'TESLA_CLIENT_ID', 'TESLA_REDIRECT_URL'],
  },
  'complete-link': {
    ...api,
    ...nothing,
    entry: 'functions/complete-link/handler.ts',
    triggers: [route('POST', '/v1/links/completion')],
    tables: { homes: 'read-write', vault: 'read-write', consent: 'read-write' },
    sends: ['charging', 'forgetting'],
    secrets: ['tesla-client-secret'],
    vaultPurposes: ['active'],
    settings: [
      'TESLA_API_URL',
      'TESLA_TOKEN_URL',
      'TESLA_REVOKE_URL',
      'TESLA_CLIENT_ID',
      'TESLA_REDIRECT_URL',
    ],
  },
  'withdraw-consent': {
    ...api,
    ...nothing,
    entry: 'functions/withdraw-consent/handler.ts',
    triggers: [route('POST', '/v1/consent/withdrawal')],
    tables: { homes: 'read-write', consent: 'read' },
    sends: ['forgetting'],
  },
  'fetch-prices': {
    ...nothing,
    entry: 'functions/fetch-prices/handler.ts',
    triggers: [
      {
        kind: 'schedule',
        name: 'prices-first',
        cron: '45,50,55 12 * * *',
        zone: 'Europe/Oslo',
        jitterMinutes: 3,
        input: { days: 'tomorrow' },
      },
      {
        kind: 'schedule',
        name: 'prices-soon',
        cron: '*/5 13-14 * * *',
        zone: 'Europe/Oslo',
        jitterMinutes: 3,
        input: { days: 'tomorrow' },
      },
      {
        kind: 'schedule',
        name: 'prices-late',
        cron: '*/30 15-23 * * *',
        zone: 'Europe/Oslo',
        jitterMinutes: 10,
        input: { days: 'tomorrow' },
      },
      {
        kind: 'schedule',
        name: 'prices-again',
        cron: '20 5,17,22 * * *',
        zone: 'Europe/Oslo',
        jitterMinutes: 15,
        input: { days: 'again' },
      },
    ],
    tables: { prices: 'read-write' },
    announces: ['PricesAnnounced'],
    secrets: ['entsoe-token'],
    settings: ['ENTSOE_URL', 'HVAKOSTERSTROMMEN_URL', 'FALLBACK_NOK_PER_EUR'],
    memoryMb: 512,
    timeoutSeconds: 120,
  },
  'refresh-tariffs': {
    ...nothing,
    entry: 'functions/refresh-tariffs/handler.ts',
    triggers: [
      {
        kind: 'schedule',
        name: 'tariffs-open',
        cron: '40 3 * * *',
        zone: 'UTC',
        jitterMinutes: 60,
        input: { source: 'fri-nettleie' },
      },
      {
        kind: 'schedule',
        name: 'tariffs-own',
        cron: '15 17,20 * * *',
        zone: 'Europe/Oslo',
        jitterMinutes: 30,
        input: { source: 'digin' },
      },
    ],
    tables: { tariffs: 'read-write' },
    secrets: ['elvia-tariff-key'],
    settings: ['FRI_NETTLEIE_LIST_URL', 'FRI_NETTLEIE_RAW_URL', 'ELVIA_TARIFF_URL', 'ELVIA_TARIFF_NAME'],
    memoryMb: 512,
    timeoutSeconds: 120,
  },
  'spread-prices': {
    ...nothing,
    entry: 'functions/spread-prices/handler.ts',
    triggers: [{ kind: 'event', event: 'PricesAnnounced' }],
    tables: { homes: 'read' },
    sends: ['charging'],
    settings: ['DUE_SHARDS'],
    memoryMb: 512,
    timeoutSeconds: 300,
  },
  tick: {
    ...nothing,
    entry: 'functions/tick/handler.ts',
    triggers: [
      { kind: 'schedule', name: 'tick', cron: '*/15 * * * *', zone: 'UTC', jitterMinutes: 0, input: {} },
    ],
    tables: { homes: 'read' },
    sends: ['charging', 'forgetting'],
    settings: ['DUE_SHARDS'],
    memoryMb: 512,
    timeoutSeconds: 300,
  },
  'follow-plan': {
    ...nothing,
    entry: 'functions/follow-plan/handler.ts',
    // One home at a time: planning is seconds of one processor, and a home that waits for another's sends its commands late.
    triggers: [{ kind: 'queue', queue: 'charging', batchSize: 1, maxConcurrency: 100 }],
    tables: {
      homes: 'read-write',
      prices: 'read',
      tariffs: 'read',
      vault: 'read-write',
      savings: 'read-write',
    },
    sends: ['charging'],
    vaultPurposes: ['active'],
    settings: [...tesla, 'SETTLEMENT_MINUTES', 'FALLBACK_NOK_PER_EUR'],
    // A whole processor: planning is arithmetic, and one comes with 1769 MB.
    memoryMb: 1769,
    timeoutSeconds: 30,
  },
  'forget-customer': {
    ...nothing,
    entry: 'functions/forget-customer/handler.ts',
    triggers: [{ kind: 'queue', queue: 'forgetting', batchSize: 1, maxConcurrency: 5 }],
    tables: { homes: 'read-write', vault: 'read-write', consent: 'read-write', savings: 'read-write' },
    sends: ['forgetting'],
    vaultPurposes: ['active', 'revoke'],
    settings: [...tesla],
    memoryMb: 512,
    timeoutSeconds: 60,
  },
} as const satisfies Readonly<Record<string, FunctionRow>>;

export type FunctionName = keyof typeof functions;
