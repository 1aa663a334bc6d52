import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { markAnnounced, noteTold, readDays, type StoredDay, saveDay } from '../../lib/prices/store.ts';
import { type PricesWorld, startPricesWorld } from './support/prices-world.ts';

const day: StoredDay = {
  area: 'NO1',
  date: '2026-10-22',
  eurPerMwh: Array(96).fill(50),
  nokPerEur: 11.5,
  nokPerEurAssumed: false,
  source: 'entsoe',
  revision: 1,
  fetchedAt: Date.parse('2026-10-21T11:00Z'),
  announcedRevision: 0,
  hvakosterstrommenAt: null,
};
const stale = { code: 'stale-write', retryable: true };

describe('the price store', () => {
  let world: PricesWorld;
  beforeAll(async () => {
    world = await startPricesWorld();
  });
  afterAll(() => world.stop());

  const stored = () => readDays(world.platform, 'NO1', day.date, day.date);

  it('takes each revision once, and only after the one before it', async () => {
    await saveDay(world.platform, day);
    await expect(saveDay(world.platform, day)).rejects.toMatchObject(stale);
    await expect(saveDay(world.platform, { ...day, revision: 3 })).rejects.toMatchObject(stale);
    await saveDay(world.platform, { ...day, revision: 2 });
    await expect(saveDay(world.platform, { ...day, revision: 2 })).rejects.toMatchObject(stale);
    expect(await stored()).toEqual([{ ...day, revision: 2 }]);
  });

  it('never takes an announcement back', async () => {
    await markAnnounced(world.platform, { ...day, revision: 2 });
    await expect(markAnnounced(world.platform, { ...day, revision: 1 })).rejects.toMatchObject(stale);
    expect(await stored()).toMatchObject([{ announcedRevision: 2 }]);
  });

  it('notes that hvakosterstrommen told a day, of a stored day only', async () => {
    await noteTold(world.platform, day, 1000);
    expect(await stored()).toMatchObject([{ hvakosterstrommenAt: 1000, revision: 2 }]);
    const absent = { ...day, area: 'NO2' } as const;
    await expect(noteTold(world.platform, absent, 1000)).rejects.toMatchObject(stale);
    expect(await world.stored('NO2', day.date)).toBeUndefined();
  });

  it('starts again at revision 1 over a day that has expired', async () => {
    world.setTime('2027-11-23', '12:00');
    expect(await stored()).toEqual([]);
    await expect(saveDay(world.platform, { ...day, revision: 3 })).rejects.toMatchObject(stale);
    await saveDay(world.platform, { ...day, eurPerMwh: Array(96).fill(60) });
  });
});
