import * as z from 'zod';
import { parseJsonAnswer } from '../../platform/index.ts';
import type { MakersVehicle } from '../provider.ts';
import type { GrantSession } from '../vault/session.ts';
import { callApi } from './call-api.ts';

/** Ids are read from `id_s`: as a JSON number they can be larger than a double holds exactly. */
const pageSchema = z.object({
  response: z.array(z.object({ id_s: z.string().min(1), vin: z.string().length(17) })),
  pagination: z.object({ next: z.number().int().nullable().catch(null) }).nullish(),
});
const mostPages = 20;

/** Every vehicle of the account. */
export async function findVehicles(session: GrantSession): Promise<MakersVehicle[]> {
  const found: MakersVehicle[] = [];
  let page: number | null = 1;
  for (let pages = 0; page !== null && pages < mostPages; pages++) {
    const answer = await callApi(session, {
      method: 'GET',
      path: `/api/1/vehicles?page=${page}&per_page=100`,
    });
    const { response, pagination }: z.infer<typeof pageSchema> = parseJsonAnswer(answer, pageSchema);
    found.push(...response.map(({ id_s, vin }) => ({ id: id_s, vin })));
    page = pagination?.next ?? null;
  }
  return found;
}
