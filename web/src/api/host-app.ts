/** What the retailer's app injects as `window.smartlading` before the page's script runs. */
export interface HostApp {
  /** A JWT whose `sub` is the customer; asked again when the API answers 401. */
  readonly accessToken?: () => string | Promise<string>;
  /** Where the API is, if not on the page's own origin. */
  readonly apiUrl?: string;
}

declare global {
  interface Window {
    smartlading?: HostApp;
  }
}

/** Undefined on a local run, where the page stands alone. */
export function hostApp(): HostApp | undefined {
  return window.smartlading;
}
