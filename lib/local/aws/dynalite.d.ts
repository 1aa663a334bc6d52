declare module 'dynalite' {
  import type { Server } from 'node:http';

  interface DynaliteOptions {
    /** Directory of the LevelDB store; in memory without one. */
    readonly path?: string;
    readonly createTableMs?: number;
  }
  /** Closing the server closes the store. */
  function dynalite(options?: DynaliteOptions): Server;
  export = dynalite;
}
