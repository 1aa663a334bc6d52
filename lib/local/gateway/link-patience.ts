import type { Responder } from './http-gateway.ts';

/**
 * A person who links a car has ten minutes of simulated time, less than a second at the speed of the demo. So time runs
 * as in the world from the begin of a link to its completion; where the person gives up, the page's clock speeds it up.
 */
export function linkPatience(speed: () => number, setSpeed: (speed: number) => void): Responder {
  let before: number | null = null;
  return async ({ method, path }) => {
    if (method === 'POST' && path === '/v1/links' && speed() > 1 && Number.isFinite(speed())) {
      before = speed();
      setSpeed(1);
    }
    if (method === 'POST' && path === '/v1/links/completion' && before !== null) {
      if (speed() === 1) setSpeed(before);
      before = null;
    }
    // It only watches: the API answers.
    return null;
  };
}
