// The import rules of the house: who may know whom. `npm run check:rooms` runs them.
const mayImport = {
  time: [],
  places: [],
  tariffs: ['time', 'places'],
  forecast: ['time', 'tariffs'],
  planning: ['time', 'places', 'tariffs'],
  platform: ['time'],
  prices: ['time', 'places', 'platform'],
  'grid-owners': ['time', 'places', 'tariffs', 'platform'],
  devices: ['time', 'platform'],
  homes: ['time', 'places', 'tariffs', 'prices', 'devices', 'platform'],
  charging: [
    'time',
    'places',
    'tariffs',
    'forecast',
    'planning',
    'prices',
    'grid-owners',
    'devices',
    'homes',
    'platform',
  ],
  savings: ['time', 'tariffs', 'prices', 'homes', 'charging', 'platform'],
  consent: ['time', 'homes', 'devices', 'charging', 'savings', 'platform'],
  api: [
    'time',
    'places',
    'tariffs',
    'prices',
    'grid-owners',
    'homes',
    'devices',
    'consent',
    'savings',
    'charging',
    'platform',
  ],
  cloud: ['platform'],
  local: ['time', 'places', 'tariffs', 'prices', 'platform'],
};
const pure = '^lib/(time|places|tariffs|forecast|planning)/';

const roomRules = Object.entries(mayImport).map(([room, allowed]) => ({
  name: `room-${room}`,
  comment: `lib/${room} may import ${allowed.join(', ') || 'no other room'}`,
  severity: 'error',
  from: { path: `^lib/${room}/` },
  to: {
    path: '^lib/[^/]+/',
    pathNot: [`^lib/${room}/`, ...allowed.map((other) => `^lib/${other}/`)],
  },
}));

module.exports = {
  forbidden: [
    ...roomRules,
    {
      name: 'only-through-the-door',
      comment: 'a room is entered through its index.ts',
      severity: 'error',
      from: { path: '^(lib/([^/]+)/|functions/|bin/)' },
      to: { path: '^lib/([^/]+)/(?!index\\.ts$)', pathNot: '^lib/$2/' },
    },
    {
      name: 'pure-rooms',
      comment: 'time, places, tariffs, forecast and planning: no I/O, no AWS, no Node built-ins',
      severity: 'error',
      from: { path: pure },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'pure-rooms-libraries',
      severity: 'error',
      from: { path: pure },
      to: {
        path: 'node_modules',
        pathNot: 'node_modules/(zod|temporal-polyfill|javascript-lp-solver|highs)/',
      },
    },
    {
      name: 'aws-only-in-stores',
      comment: 'only platform, each room’s store.ts and the local engine know the AWS SDK',
      severity: 'error',
      from: { path: '^(lib|functions)/', pathNot: ['^lib/platform/', '(^|/)store\\.ts$', '^lib/local/'] },
      to: { path: 'node_modules/@aws-sdk/' },
    },
    {
      name: 'providers-are-strangers',
      severity: 'error',
      from: { path: '^lib/devices/(?!vault)([^/]+)/' },
      to: { path: '^lib/devices/([^/]+)/', pathNot: ['^lib/devices/$1/', '^lib/devices/vault/'] },
    },
    {
      name: 'nobody-imports-functions',
      comment: 'wiring.ts names them by path; the local run loads them',
      severity: 'error',
      from: { path: '^(lib|web)/', pathNot: '^lib/local/' },
      to: { path: '^functions/' },
    },
    {
      name: 'functions-are-strangers',
      severity: 'error',
      from: { path: '^functions/([^/]+)/' },
      to: { path: '^functions/([^/]+)/', pathNot: '^functions/$1/' },
    },
    {
      name: 'cloud-only-from-bin',
      severity: 'error',
      from: { path: '^(lib|functions)/', pathNot: '^lib/cloud/' },
      to: { path: '^lib/cloud/' },
    },
    {
      name: 'local-only-from-bin',
      severity: 'error',
      from: { path: '^(lib|functions)/', pathNot: '^lib/local/' },
      to: { path: '^lib/local/' },
    },
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    { name: 'no-lost-imports', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
};
