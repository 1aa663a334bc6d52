import { afterEach, describe, expect, it } from 'vitest';
import type { TariffServerOptions } from '../../lib/local/tariff-server/tariff-server.ts';
import { ServiceError } from '../../lib/platform/index.ts';
import { energyChargeAt, type GridTariff, shippedGridOwner } from '../../lib/tariffs/index.ts';
import { API_KEY, startTariffsWorld, type TariffsWorld } from './support/tariffs-world.ts';

const elvia = shippedGridOwner('elvia') ?? expect.fail();
const row = elvia.tariffs.find(({ until }) => until === null) ?? expect.fail();

describe('refreshing from Elvia’s own API', () => {
  let world: TariffsWorld;
  async function start(options: Partial<TariffServerOptions> = {}): Promise<void> {
    world = await startTariffsWorld(options);
    world.setTime('2026-10-22', '17:20');
  }
  afterEach(() => world.stop());

  const days = async () => ((await world.stored('digin', 'elvia'))?.days ?? []) as GridTariff[];
  const dates = async () => (await days()).map(({ from }) => from);

  it.each([[{}], [{ levels: 'priceLevel' as const }], [{ lowestIsNull: false }]])(
    'has today and tomorrow as tariffs of one day each: %j',
    async (form) => {
      await start({ form });
      await world.run('digin');
      expect(await days()).toMatchObject([
        { from: '2026-10-22', until: '2026-10-23', name: null, customerGroups: ['household', 'cabin'] },
        { from: '2026-10-23', until: '2026-10-24' },
      ]);
      for (const day of await days()) {
        expect(day.capacity).toEqual(row.capacity);
        for (let hour = 0; hour < 24; hour += 1) {
          const { orePerKwh } = energyChargeAt(day.energy, day.from, hour);
          expect(orePerKwh).toBe(energyChargeAt(row.energy, day.from, hour).orePerKwh);
        }
      }
      expect(world.countOf('tariffs-disagree')).toBe(0);
    },
  );

  it('asks for today once, and for tomorrow at every run', async () => {
    await start();
    await world.run('digin');
    await world.run('digin');
    expect(world.server.count('day')).toBe(3);
    expect(world.countOf('tariffs-stored')).toBe(1);
    world.setTime('2026-10-23', '17:20');
    await world.run('digin');
    expect(world.server.count('day')).toBe(4);
    expect(world.countOf('tariffs-stored')).toBe(2);
    expect(await dates()).toEqual(['2026-10-22', '2026-10-23', '2026-10-24']);
    world.setTime('2026-10-24', '17:20');
    await world.run('digin');
    expect(await dates()).toEqual(['2026-10-23', '2026-10-24', '2026-10-25']);
  });

  it('takes what was corrected by the second run of the evening', async () => {
    await start();
    await world.run('digin');
    world.setTime('2026-10-22', '20:20');
    world.server.faults.add('day', { kind: 'moved', orePerKwh: 0.16 });
    await world.run('digin');
    expect(await dates()).toEqual(['2026-10-22', '2026-10-23']);
    const [today, tomorrow] = await days();
    expect(today?.energy.baseOrePerKwh).toBe(row.energy.baseOrePerKwh);
    expect(tomorrow?.energy.baseOrePerKwh).toBeCloseTo(row.energy.baseOrePerKwh + 0.16, 9);
    expect(world.countOf('tariffs-stored')).toBe(2);
  });

  it.each([
    ['not told', { kind: 'answer', status: 404 }],
    ['broken off', { kind: 'cut' }],
  ] as const)('keeps tomorrow where it is %s the second time', async (_, fault) => {
    await start();
    await world.run('digin');
    const before = await world.stored('digin', 'elvia');
    world.setTime('2026-10-22', '20:20');
    world.server.faults.add('day', fault);
    await world.run('digin');
    expect(await world.stored('digin', 'elvia')).toEqual(before);
  });

  it('lets the days before yesterday go, whether a new one is told or not', async () => {
    await start();
    await world.run('digin');
    world.setTime('2026-10-24', '17:20');
    world.server.faults.add('day', { kind: 'answer', status: 503 });
    await world.run('digin');
    expect(await dates()).toEqual(['2026-10-23']);
    expect(world.countOf('tariffs-stored')).toBe(1);
    world.setTime('2026-10-26', '17:20');
    await world.run('digin');
    expect(await days()).toEqual([]);
  });

  it('counts as stored what was written, not what a later run had written before', async () => {
    await start();
    world.setTime('2026-10-22', '20:20');
    await world.run('digin');
    const before = await world.stored('digin', 'elvia');
    world.setTime('2026-10-22', '17:20');
    world.server.faults.add('day', { kind: 'moved', orePerKwh: 1 });
    await world.run('digin');
    expect(await world.stored('digin', 'elvia')).toEqual(before);
    expect(world.countOf('tariffs-stored')).toBe(1);
    expect(world.logged('tariffs-refreshed')).toHaveLength(1);
  });

  it('waits for a day that is not told yet, and counts that as no failure', async () => {
    await start();
    world.setTime('2026-10-22', '16:59');
    await world.run('digin');
    expect(await dates()).toEqual(['2026-10-22']);
    expect(world.countOf('tariffs-source-failed')).toBe(0);
    world.setTime('2026-10-22', '20:15');
    await world.run('digin');
    expect(await dates()).toEqual(['2026-10-22', '2026-10-23']);
  });

  it.each([
    ['2026-10-24', '2026-10-25'],
    ['2027-03-27', '2027-03-28'],
    ['2026-12-31', '2027-01-01'],
  ])('has the day after %s, of 23, 24 or 25 hours', async (today, tomorrow) => {
    await start();
    world.setTime(today, '17:20');
    await world.run('digin');
    expect(await dates()).toEqual([today, tomorrow]);
    const [, day] = await days();
    const told = Array.from({ length: 24 }, (_, hour) =>
      energyChargeAt(day?.energy ?? expect.fail(), tomorrow, hour),
    );
    expect(told.map(({ orePerKwh }) => orePerKwh)).toEqual(
      told.map((_, hour) => energyChargeAt(row.energy, tomorrow, hour).orePerKwh),
    );
  });

  it('refuses the autumn day whose doubled hour is told with two prices', async () => {
    await start();
    world.setTime('2026-10-24', '17:20');
    world.server.faults.add('day', { kind: 'rising', orePerKwh: 0.5 });
    await world.run('digin');
    expect(await dates()).toEqual(['2026-10-24']);
    expect(world.logged('tariffs-source-failed')).toMatchObject([{ source: 'digin', code: 'bad-answer' }]);
  });

  it.each([
    ['without an hour', { kind: 'hole' }],
    ['with taxes only', { kind: 'totals-only' }],
    ['in øre instead of kroner', { kind: 'moved', orePerKwh: 2_000 }],
    ['broken off', { kind: 'cut' }],
    ['that is no JSON', { kind: 'answer', status: 200, body: '<html>' }],
    ['of two tariffs', { kind: 'answer', status: 200, body: '{"gridTariffCollections":[{},{}]}' }],
  ] as const)('refuses a day %s and keeps what it has', async (_, fault) => {
    await start();
    await world.run('digin');
    world.setTime('2026-10-23', '17:20');
    world.server.faults.add('day', fault);
    await world.run('digin');
    expect(await dates()).toEqual(['2026-10-22', '2026-10-23']);
    expect(world.countOf('tariffs-source-failed')).toBe(1);
  });

  it.each([
    ['{"gridTariffCollections":[]}'],
    [JSON.stringify({ gridTariffCollections: [{ gridTariff: noHours() }] })],
  ])('takes an empty answer for not told yet', async (body) => {
    await start();
    world.server.faults.add('day', { kind: 'answer', status: 200, body });
    await world.run('digin');
    expect(await world.stored('digin', 'elvia')).toBeUndefined();
    expect(world.countOf('tariffs-source-failed')).toBe(0);
  });

  it('counts where it disagrees with the open repository, and believes the owner', async () => {
    await start();
    world.server.faults.add('day', { kind: 'moved', orePerKwh: 0.16 });
    await world.run('digin');
    expect(world.logged('tariffs-disagree')).toMatchObject([
      { gridOwner: 'elvia', date: '2026-10-22', count: 24 },
      { date: '2026-10-23', count: 24 },
    ]);
    expect((await days())[0]?.energy.baseOrePerKwh).toBeCloseTo(row.energy.baseOrePerKwh + 0.16, 9);
  });

  it('does not call a hundredth of an øre a disagreement', async () => {
    await start();
    world.server.faults.add('day', { kind: 'moved', orePerKwh: 0.009 });
    await world.run('digin');
    expect(world.countOf('tariffs-disagree')).toBe(0);
  });

  it.each([
    ['there is none', () => Promise.reject(new ServiceError('setting-missing', { retryable: true }))],
    ['the operator says so', () => Promise.resolve('none')],
  ])('is left out without a key: %s', async (_, secret) => {
    await start();
    await world.run('digin', { secret });
    expect(world.server.count('day')).toBe(0);
    expect(world.logged('tariffs-source-skipped')).toMatchObject([{ level: 'INFO', source: 'digin' }]);
    expect(world.countOf('tariffs-source-failed')).toBe(0);
  });

  it('says that a wrong key is wrong, and shows no key', async () => {
    await start();
    await world.run('digin', { secret: async () => 'a-wrong-key' });
    expect(world.logged('tariffs-source-failed')[0]).toMatchObject({ code: 'misconfigured' });
    expect(await world.stored('digin', 'elvia')).toBeUndefined();
    await world.run('digin');
    expect(world.lines.join()).not.toContain(API_KEY);
    expect(world.lines.join()).not.toContain('a-wrong-key');
  });
});

function noHours(): unknown {
  return {
    tariffType: { fixedPriceConfiguration: { basis: 'monthlymax' } },
    tariffPrice: { hours: [], priceInfo: { fixedPrices: [], energyPrices: [] } },
  };
}
