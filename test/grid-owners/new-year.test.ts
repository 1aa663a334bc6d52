import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadGridOwner } from '../../lib/grid-owners/index.ts';
import { yamlFile } from '../../lib/local/tariff-server/yaml-file.ts';
import { type GridOwner, shippedGridOwner, tariffOn } from '../../lib/tariffs/index.ts';
import { startTariffsWorld, type TariffsWorld } from './support/tariffs-world.ts';

const arva = shippedGridOwner('arva') ?? expect.fail();
const newest = arva.tariffs.at(-1) ?? expect.fail();
/** As its file says it: figures of an earlier year, last checked in 2024. */
const checkedIn2024: GridOwner = { ...arva, checkedOn: '2024-10-22' };

describe('after New Year the figures of an owner', () => {
  let world: TariffsWorld;
  beforeEach(async () => {
    world = await startTariffsWorld();
    world.server.repository.write('arva', yamlFile(checkedIn2024));
    await world.run('fri-nettleie');
  });
  afterEach(() => world.stop());

  /** The file read on 2 January; how its figures count ten days later. */
  async function inJanuary(text: string): Promise<{ checkedOn: string; assumed: boolean | undefined }> {
    world.setTime('2027-01-02', '05:40');
    world.server.repository.write('arva', text);
    await world.run('fri-nettleie');
    world.setTime('2027-01-12', '12:00');
    const owner = (await loadGridOwner(world.platform, 'arva')) ?? expect.fail();
    return { checkedOn: owner.checkedOn, assumed: tariffOn(owner, null, '2027-01-12')?.assumed };
  }

  it('were known to the end of the old one', async () => {
    expect(newest).toMatchObject({ until: null });
    const owner = (await loadGridOwner(world.platform, 'arva')) ?? expect.fail();
    expect(tariffOn(owner, null, '2026-12-31')).toEqual({ tariff: newest, assumed: false });
  });

  it('are assumed where nobody has checked them, however often the file is read', async () => {
    expect(await inJanuary(yamlFile(checkedIn2024))).toEqual({ checkedOn: arva.checkedOn, assumed: true });
    expect(await inJanuary(`${yamlFile(checkedIn2024)}# a note\n`)).toEqual({
      checkedOn: arva.checkedOn,
      assumed: true,
    });
    expect((await world.stored('fri-nettleie', 'arva'))?.fetchedAt).toBe(Date.parse('2027-01-02T04:40Z'));
  });

  it('are known where the file says that they were checked in the new one', async () => {
    const text = yamlFile({ ...arva, checkedOn: '2027-01-01' });
    expect(await inJanuary(text)).toEqual({ checkedOn: '2027-01-01', assumed: false });
  });

  it('are known where they begin in the new one', async () => {
    const text = yamlFile({
      ...checkedIn2024,
      tariffs: [
        ...arva.tariffs.with(-1, { ...newest, until: '2027-01-01' }),
        { ...newest, from: '2027-01-01' },
      ],
    });
    expect(await inJanuary(text)).toEqual({ checkedOn: arva.checkedOn, assumed: false });
  });

  it('are assumed where the file said before that they would be checked in the new one', async () => {
    world.setTime('2026-11-05', '05:40');
    world.server.repository.write('arva', yamlFile({ ...arva, checkedOn: '2027-10-22' }));
    await world.run('fri-nettleie');
    const text = world.server.repository.read('arva');
    expect(await inJanuary(text)).toEqual({ checkedOn: '2026-11-05', assumed: true });
  });
});
