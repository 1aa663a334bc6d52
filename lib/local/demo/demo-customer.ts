import * as z from 'zod';
import type { PriceArea, TaxZone } from '../../places/index.ts';
import type { Contract } from '../../tariffs/index.ts';

/** The one customer of the demo. */
export const demoCustomer = 'demo-customer';

/** One call to the service's own API as the demo customer; rejects where the status is not 2xx. */
export type CallApi = (method: 'GET' | 'PUT' | 'POST', path: string, body?: object) => Promise<unknown>;

export interface DemoHome {
  readonly area: PriceArea;
  readonly taxZone: TaxZone;
  readonly gridOwner: string;
  readonly contract: Contract;
  readonly fuse: { readonly ampere: number; readonly phases: 3; readonly net: 'TN' } | null;
}

const consentAnswer = z.object({ notice: z.object({ version: z.string(), sha256: z.string() }) });
const linkAnswer = z.object({ authorizeUrl: z.string() });
const completionAnswer = z.object({ vehicles: z.array(z.object({ vehicleRef: z.string() })).min(1) });

/** Moves in and links the car as a person does it in the app: through the API and the maker's own consent page. */
export async function linkDemoCar(
  call: CallApi,
  allow: (authorizeUrl: string) => Promise<{ code: string; state: string }>,
  home: DemoHome,
  batteryKwh: number,
): Promise<void> {
  await call('PUT', '/v1/home', home);
  const { notice } = consentAnswer.parse(await call('GET', '/v1/consent?language=en'));
  const { authorizeUrl } = linkAnswer.parse(
    await call('POST', '/v1/links', {
      provider: 'tesla',
      language: 'en',
      noticeVersion: notice.version,
      noticeSha256: notice.sha256,
      batteryKwh,
    }),
  );
  const grant = await allow(authorizeUrl);
  const { vehicles } = completionAnswer.parse(await call('POST', '/v1/links/completion', grant));
  for (const { vehicleRef } of vehicles)
    await call('PUT', `/v1/vehicles/${vehicleRef}/wishes`, { readyBy: '07:00', targetPercent: 80 });
}
