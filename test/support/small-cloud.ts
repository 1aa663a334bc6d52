import { type Cloud, startCloud } from '../../lib/local/cloud.ts';
import type { Wiring } from '../../lib/local/cloud-options.ts';
import { HttpGateway } from '../../lib/local/gateway/http-gateway.ts';
import { machineRoutes } from '../../lib/local/gateway/machine-routes.ts';
import { pageFiles } from '../../lib/local/gateway/page-files.ts';
import { createIdentity, type Identity } from '../../lib/local/identity.ts';
import { VirtualClock } from '../../lib/local/time/virtual-clock.ts';
import type { Build, Platform } from '../../lib/platform/index.ts';
import type { Instant } from '../../lib/time/index.ts';
import { type FunctionRow, settings, tables } from '../../lib/wiring.ts';

/** A function of a test: what its row says, and what it does. */
export interface SmallFunction {
  readonly row: Partial<FunctionRow>;
  readonly run: (event: never, platform: Platform) => unknown;
}

export interface SmallCloud extends Cloud {
  readonly origin: string;
  readonly clock: VirtualClock;
  readonly identity: Identity;
  readonly lines: string[];
}

export interface SmallCloudOptions {
  readonly functions: Readonly<Record<string, SmallFunction>>;
  readonly startAt?: Instant;
  readonly queues?: Wiring['queues'];
  readonly secrets?: Readonly<Record<string, string>>;
  readonly pageDirectory?: string;
  readonly storePath?: string;
}

/** The machinery of the local run with functions of a few lines: what holds here holds for the real ones. */
export async function startSmallCloud(options: SmallCloudOptions): Promise<SmallCloud> {
  const clock = new VirtualClock({
    startAt: options.startAt ?? Date.parse('2026-10-22T12:00:00Z'),
    speed: Number.POSITIVE_INFINITY,
    realMs: () => performance.now(),
  });
  const gateway = await HttpGateway.listen(0);
  const identity = await createIdentity(clock, `${gateway.origin}/identity`, undefined);
  const lines: string[] = [];
  const setSpeed = (speed: number) => clock.setSpeed(speed);
  const cloud = await startCloud({
    clock,
    wiring: {
      functions: Object.fromEntries(
        Object.entries(options.functions).map(([name, { row }]) => [name, rowOf(name, row)]),
      ),
      tables,
      queues: options.queues ?? { charging: { visibilitySeconds: 180, maxReceives: 5 } },
    },
    load: async (entry) => ({ build: buildOf(options.functions[entry]) }),
    settings,
    secrets: new Map(Object.entries(options.secrets ?? {})),
    vaultKey: Buffer.alloc(32, 7).toString('base64'),
    identity,
    gateway,
    before: [machineRoutes({ clock, setSpeed, identity, demoCustomer: 'somebody' })],
    after: options.pageDirectory === undefined ? [] : [pageFiles(options.pageDirectory)],
    storePath: options.storePath,
    sources: [],
    logSink: (line) => void lines.push(line),
    afterStep: async () => {},
  });
  return { ...cloud, origin: gateway.origin, clock, identity, lines };
}

function rowOf(name: string, row: Partial<FunctionRow>): FunctionRow {
  return {
    entry: name,
    triggers: [],
    tables: {},
    sends: [],
    announces: [],
    secrets: [],
    vaultPurposes: [],
    settings: [],
    memoryMb: 128,
    timeoutSeconds: 10,
    ...row,
  };
}

function buildOf(small: SmallFunction | undefined): Build<never, unknown> {
  if (!small) throw new Error('no such function');
  return (platform) => async (event) => small.run(event, platform);
}
