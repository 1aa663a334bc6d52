import createClient, { type Middleware } from 'openapi-fetch';
import type { paths } from '../api-types.d.ts';
import { accessToken, forgetAccessToken } from './access-token.ts';
import { failureOf } from './failure.ts';
import { hostApp } from './host-app.ts';
import type { HomeWish, Language, Mode, PlaceQuestion, Wishes } from './types.ts';

const client = createClient<paths>({ baseUrl: hostApp()?.apiUrl ?? window.location.origin });

const signIn: Middleware = {
  async onRequest({ request }) {
    const token = await accessToken();
    if (token) request.headers.set('authorization', `Bearer ${token}`);
    return request;
  },
  onResponse({ response }) {
    if (response.status === 401) forgetAccessToken();
  },
};
client.use(signIn);

/** The data of an answer. Throws Failure for anything but 2xx. */
function data<T>(answer: { data?: T; error?: unknown; response: Response }): T {
  if (!answer.response.ok || answer.data === undefined) throw failureOf(answer.response.status, answer.error);
  return answer.data;
}

/** Every call the page makes. Each throws Failure. */
export const api = {
  overview: async () => data(await client.GET('/v1/overview')),
  prices: async (from: string, to: string) =>
    data(await client.GET('/v1/prices', { params: { query: { from, to } } })),
  sessions: async () => data(await client.GET('/v1/sessions')),
  consent: async (language: Language) =>
    data(await client.GET('/v1/consent', { params: { query: { language } } })),
  findPlace: async (body: PlaceQuestion) => data(await client.POST('/v1/places', { body })),
  putHome: async (home: HomeWish) => data(await client.PUT('/v1/home', { body: home })),
  putWishes: async (vehicleRef: string, wishes: Wishes) =>
    data(
      await client.PUT('/v1/vehicles/{vehicleRef}/wishes', {
        params: { path: { vehicleRef } },
        body: wishes,
      }),
    ),
  putMode: async (vehicleRef: string, mode: Mode) =>
    data(
      await client.PUT('/v1/vehicles/{vehicleRef}/mode', {
        params: { path: { vehicleRef } },
        body: { mode },
      }),
    ),
  beginLink: async (body: paths['/v1/links']['post']['requestBody']['content']['application/json']) =>
    data(await client.POST('/v1/links', { body })),
  completeLink: async (code: string, state: string) =>
    data(await client.POST('/v1/links/completion', { body: { code, state } })),
  withdraw: async () => data(await client.POST('/v1/consent/withdrawal', { body: {} })),
};
