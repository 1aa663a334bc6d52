import type { Build, Platform } from '../../platform/index.ts';
import type { FunctionRow } from '../../wiring.ts';
import type { CrashPoint } from './crash-point.ts';

/** Brings a function's entry: the module that its row names. */
export type LoadEntry = (entry: string) => Promise<{ readonly build: Build<never, unknown> }>;

export interface FunctionHostOptions {
  readonly functions: Readonly<Record<string, FunctionRow>>;
  readonly load: LoadEntry;
  /** A platform that can do what the row allows and no more. */
  readonly platformFor: (functionName: string, row: FunctionRow) => Platform;
  /** The crash, if any, that this invocation shall meet. */
  readonly crashFor: (functionName: string) => CrashPoint | undefined;
}

type Run = (event: never) => Promise<unknown>;

/** Lambda: each function is loaded at its first event and then kept warm. */
export class FunctionHost {
  readonly #options: FunctionHostOptions;
  readonly #warm = new Map<string, Promise<Run>>();

  constructor(options: FunctionHostOptions) {
    this.#options = options;
  }

  /** Rejects where the function does. */
  async invoke(functionName: string, event: unknown): Promise<unknown> {
    const crash = this.#options.crashFor(functionName);
    // Through JSON, as every event of the real Lambda goes.
    const given = JSON.parse(JSON.stringify(event)) as never;
    if (!crash) return (await this.#kept(functionName))(given);
    const run = await this.#start(functionName, (platform) => crash.watch(platform));
    return crash.run(run(given));
  }

  #kept(functionName: string): Promise<Run> {
    const known = this.#warm.get(functionName);
    if (known) return known;
    const warm = this.#start(functionName, (platform) => platform);
    this.#warm.set(functionName, warm);
    // A function that could not start is started anew by its next event.
    warm.catch(() => this.#warm.delete(functionName));
    return warm;
  }

  async #start(functionName: string, wrap: (platform: Platform) => Platform): Promise<Run> {
    const { functions, load, platformFor } = this.#options;
    const row = functions[functionName];
    if (!row) throw new Error(`no function ${functionName} in the wiring table`);
    const { build } = await load(row.entry);
    return build(wrap(platformFor(functionName, row)));
  }
}
