import type { ProviderName } from './port.ts';
import type { Provider } from './provider.ts';
import { tesla } from './tesla/tesla.ts';

const providers: Readonly<Record<ProviderName, Provider>> = { tesla };

/** The adapter of a car maker. */
export function providerNamed(name: ProviderName): Provider {
  return providers[name];
}
