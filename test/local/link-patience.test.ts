import { beforeEach, describe, expect, it } from 'vitest';
import { linkPatience } from '../../lib/local/gateway/link-patience.ts';

let speed: number;
let watch: ReturnType<typeof linkPatience>;
const begin = () => request('POST', '/v1/links');
const complete = () => request('POST', '/v1/links/completion');

async function request(method: string, path: string): Promise<void> {
  const reply = await watch({ method, path, query: '', headers: {}, body: Buffer.alloc(0) });
  expect(reply).toBeNull();
}

beforeEach(() => {
  speed = 840;
  watch = linkPatience(
    () => speed,
    (changed) => {
      speed = changed;
    },
  );
});

describe('while a person links a car', () => {
  it('time runs as in the world, and then as fast as before', async () => {
    await begin();
    expect(speed).toBe(1);
    await complete();
    expect(speed).toBe(840);
  });

  it('a second begin does not forget the speed', async () => {
    await begin();
    await begin();
    await complete();
    expect(speed).toBe(840);
  });

  it('the person’s own choice of speed stays', async () => {
    await begin();
    speed = 60;
    await complete();
    expect(speed).toBe(60);
  });

  it.each([0, 1, Number.POSITIVE_INFINITY])('a clock of speed %d is left alone', async (given) => {
    speed = given;
    await begin();
    expect(speed).toBe(given);
    await complete();
    expect(speed).toBe(given);
  });

  it('other requests change nothing', async () => {
    await request('GET', '/v1/links');
    await request('POST', '/v1/consent/withdrawal');
    await complete();
    expect(speed).toBe(840);
  });
});
