import { createPlatform, type Environment, type Platform } from '../../../lib/platform/index.ts';
import type { FunctionRow } from '../../../lib/wiring.ts';

export interface TestPlatform {
  readonly platform: Platform;
  /** Every log and metric line. */
  readonly lines: string[];
  readonly clock: { at: number; now(): number };
}

export const loopbackCredentials = { AWS_ACCESS_KEY_ID: 'here', AWS_SECRET_ACCESS_KEY: 'only' };

/** The real platform, on a clock that stands still until it is moved. */
export function testPlatform(environment: Environment = {}, allowed?: FunctionRow): TestPlatform {
  const lines: string[] = [];
  const clock = { at: Date.parse('2026-01-12T16:00:00Z'), now: () => clock.at };
  const platform = createPlatform({
    environment: { ...loopbackCredentials, ...environment },
    functionName: 'test',
    clock,
    logSink: (line) => lines.push(line),
    ...(allowed === undefined ? {} : { allowed }),
  });
  return { platform, lines, clock };
}

/** A row of the wiring table that grants nothing but what is given. */
export function rowWith(granted: Partial<FunctionRow>): FunctionRow {
  return {
    entry: 'nowhere.ts',
    triggers: [],
    tables: {},
    sends: [],
    announces: [],
    secrets: [],
    vaultPurposes: [],
    settings: [],
    memoryMb: 128,
    timeoutSeconds: 3,
    ...granted,
  };
}
