import type { Platform } from '../../../lib/platform/index.ts';

/** A platform on which the answers of one address are held back until they are released; the call itself has its effect. */
export function lateAnswers(platform: Platform, urlEnd: string) {
  const arrived = Promise.withResolvers<void>();
  const released = Promise.withResolvers<void>();
  const held: Platform = {
    ...platform,
    http: {
      async send(request) {
        const answer = await platform.http.send(request);
        if (!request.url.endsWith(urlEnd)) return answer;
        arrived.resolve();
        await released.promise;
        return answer;
      },
    },
  };
  return { platform: held, arrived: arrived.promise, release: () => released.resolve() };
}
