import type { LocalService, ServiceOptions } from '../service-options.ts';
import { allowAtMaker } from './allow-at-maker.ts';
import { linkDemoCar } from './demo-customer.ts';
import { demoHome } from './demo-home.ts';

const DEMO_BATTERY_KWH = 75;

/** Fetches the prices that are out and links the demo car, all through the service's own doors; works off what follows. */
export async function moveIn(service: LocalService, options: ServiceOptions): Promise<void> {
  await service.invoke('fetch-prices', { days: 'tomorrow' });
  const call = async (method: string, path: string, body?: object) => {
    const answer = await service.api(method, path, body);
    if (answer.status >= 300) throw new Error(`${method} ${path} answered ${answer.status}`);
    return answer.body;
  };
  const batteryKwh = options.car?.batteryKwh ?? DEMO_BATTERY_KWH;
  await linkDemoCar(call, allowAtMaker, demoHome(options), batteryKwh);
  await service.settle();
}
