import { expect, test } from 'vitest';
import { NightStory } from '../../bin/local/night-story.ts';
import type { Screen } from '../../bin/local/screen.ts';
import { contracts } from '../../lib/api/index.ts';
import type { LocalService } from '../../lib/local/index.ts';

const overview = contracts['get-overview'].answerExample;
const example = contracts['get-sessions'].answerExample;
const [session] = example.sessions;
const [vehicle] = overview.vehicles;
if (!session || !vehicle) throw new Error('the examples have a car and its night');

const BEGAN = Date.parse('2026-01-12T15:00:00Z');
const NOW = Date.parse('2026-01-13T06:30:00Z');

/** What is told of these nights, newest first, in a home with these cars; each list is one accounting. */
async function told(refs: readonly string[], ...accounted: (readonly (typeof session)[])[]) {
  const lines: string[] = [];
  const screen = { say: (_at: number, words: string) => lines.push(words.trim()) };
  const story = new NightStory(screen as unknown as Screen, BEGAN);
  for (const sessions of accounted) {
    const answers: Readonly<Record<string, unknown>> = {
      '/v1/overview': { ...overview, vehicles: refs.map((vehicleRef) => ({ ...vehicle, vehicleRef })) },
      '/v1/sessions': { ...example, sessions },
    };
    const service = { api: async (_method: string, path: string) => ({ body: answers[path] }) };
    await story.tell(service as unknown as LocalService, NOW);
  }
  return { lines, nights: story.nights };
}

const of = (vehicleRef: string, endedAt = session.endedAt) => ({ ...session, vehicleRef, endedAt });

test('a night is told once, and without a name where there is one car', async () => {
  const { lines, nights } = await told(['a'], [of('a')], [of('a')]);
  expect(lines).toEqual(['The night: 33.4 kWh for 31.20 kr; at once 52.10 kr: 20.90 kr saved.']);
  expect(nights).toBe(1);
});

test('of two cars each is told by name; the night is over when both are', async () => {
  expect((await told(['a', 'b'], [of('a')])).nights).toBe(0);
  const { lines, nights } = await told(['a', 'b'], [of('b'), of('a')]);
  expect(lines.map((line) => line.slice(0, 18))).toEqual(['Car 1: The night: ', 'Car 2: The night: ']);
  expect(nights).toBe(1);
});

test('nights from before the run are not of its story', async () => {
  const before = of('a', '2026-01-12T06:00:00Z');
  expect(await told(['a'], [before])).toEqual({ lines: [], nights: 0 });
});
