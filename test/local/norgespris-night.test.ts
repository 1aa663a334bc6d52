import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { builtInPriceBook, type LocalService, startService } from '../../lib/local/index.ts';
import { decidedBy } from '../../lib/planning/index.ts';
import { atLocalTime, localHour } from '../../lib/time/index.ts';

// A home with Norgespris in Oslo, through the whole service: plugged in at ten in the morning, before tomorrow's prices are out.
interface Plan {
  readonly reason: string;
  readonly status: string;
  readonly contract: 'spot' | 'norgespris' | 'fixed';
  readonly costOre: number;
  readonly savedOre: number;
  readonly savedBy: { readonly powerOre: number; readonly gridOre: number; readonly taxOre: number };
  readonly assumed: readonly string[];
  readonly explanation: readonly string[];
  readonly homeExplanation: readonly string[];
  readonly windows: readonly { readonly from: string; readonly until: string }[];
  readonly capacity: { readonly riseOre: number; readonly chargeNowRiseOre: number };
  readonly slots: readonly { readonly start: string; readonly powerKw: number }[];
}
interface Slot {
  readonly spotOrePerKwh: number | null;
  readonly priceOrePerKwh: number;
  readonly parts: Readonly<Record<string, number>>;
}

interface Session {
  readonly gridKwh: number;
  readonly costOre: number;
  readonly chargeNowOre: number;
  readonly unpriced: boolean;
}

let service: LocalService;
beforeAll(async () => {
  service = await startService({
    startAt: atLocalTime('2026-10-22', '09:30'),
    contract: { kind: 'norgespris', markupOrePerKwh: 0 },
    routine: false,
    book: builtInPriceBook(),
  });
  await service.runUntil(atLocalTime('2026-10-22', '10:00'));
  service.tesla.cars[0]?.plugIn();
  await service.runUntil(atLocalTime('2026-10-22', '10:30'));
}, 60_000);
afterAll(() => service.stop());

const plan = async (): Promise<Plan> => {
  const { body } = await service.api('GET', '/v1/overview');
  return (body as { vehicles: [{ plan: Plan }] }).vehicles[0].plan;
};
const kwhWhere = ({ slots }: Plan, isHour: (hour: number) => boolean) =>
  slots
    .filter(({ start }) => isHour(localHour(Date.parse(start))))
    .reduce((sum, { powerKw }) => sum + powerKw / 4, 0);
const plansMade = () => service.logs().filter((line) => JSON.parse(line).event === 'plan-made');
const prices = async (from: string, to: string) =>
  (await service.api('GET', `/v1/prices?from=${from}&to=${to}`)).body as { slots: Slot[]; contract: string };

/** Elvia from July 2026, electricity tax and Enova fee of 2026, øre/kWh incl. VAT. */
const night = 1.25 * (40 + 16.99 + 7.13 + 1);
const day = 1.25 * (40 + 28.99 + 7.13 + 1);

describe('a home with Norgespris', () => {
  it('is planned for the night before its spot prices exist, and told why', async () => {
    const made = await plan();
    expect(made).toMatchObject({
      contract: 'norgespris',
      reason: 'plugged-in',
      assumed: [],
    });
    // The night is cheaper, but in full only at a demand that costs more: the month's fee decides how much goes there.
    expect(made.explanation).toEqual(['cheapest-hours']);
    expect(made.homeExplanation).toContain('under-capacity-step');
    expect(made.capacity).toMatchObject({ riseOre: 0, chargeNowRiseOre: 17000 });
    const nightKwh = kwhWhere(made, (hour) => hour >= 22 || hour < 6);
    const kwh = kwhWhere(made, () => true);
    expect(nightKwh).toBeGreaterThan(0);
    expect(made.costOre).toBeCloseTo(nightKwh * night + (kwh - nightKwh) * day, -1);
    expect(made.savedOre).toBeCloseTo(nightKwh * (day - night), -1);
    expect(made.savedBy).toEqual({ powerOre: 0, gridOre: made.savedOre, taxOre: 0 });
    expect(decidedBy(made.contract, made.savedBy, kwh)).toMatch(/^Norgespris: nothing to gain on spot; /);
  });

  it('sees prices made of Norgespris where spot is not published, and of spot and settlement where it is', async () => {
    const { slots, contract } = await prices('2026-10-22T08:00:00Z', '2026-10-23T05:00:00Z');
    expect(contract).toBe('norgespris');
    expect(slots).toHaveLength(21 * 4);
    const unpublished = slots.filter(({ spotOrePerKwh }) => spotOrePerKwh === null);
    expect(unpublished.length).toBe(7 * 4);
    expect(unpublished.every(({ parts }) => parts.spot === 40 && parts.support === 0)).toBe(true);
    for (const { parts, priceOrePerKwh } of slots) {
      expect((parts.spot ?? 0) + (parts.support ?? 0)).toBeCloseTo(40, 3);
      expect([Math.round(night * 100) / 100, Math.round(day * 100) / 100]).toContain(priceOrePerKwh);
    }
  });

  it('is not planned anew when the prices come', async () => {
    const before = await plan();
    await service.runUntil(atLocalTime('2026-10-22', '16:00'));
    const { slots } = await prices('2026-10-23T00:00:00Z', '2026-10-23T05:00:00Z');
    expect(slots.every(({ spotOrePerKwh }) => spotOrePerKwh !== null)).toBe(true);
    expect(await plan()).toEqual(before);
    expect(plansMade()).toHaveLength(1);
  });

  it('that changes to spot is planned anew at once, and back again too', async () => {
    const spot = { kind: 'spot', markupOrePerKwh: 0 };
    const body = { area: 'NO1', taxZone: 'sor', gridOwner: 'elvia', contract: spot };
    const changed = await service.api('PUT', '/v1/home', body);
    expect(changed.body).toMatchObject({
      contract: { kind: 'spot', markupOrePerKwh: 0 },
      gridOwnerName: 'Elvia AS',
      gridTariffName: null,
      vatPercent: 25,
    });
    await service.settle();
    const onSpot = await plan();
    expect(onSpot).toMatchObject({ contract: 'spot', reason: 'contract-changed' });
    expect(onSpot.savedBy.powerOre).toBeGreaterThan(onSpot.savedBy.gridOre);
    const { powerOre, gridOre, taxOre } = onSpot.savedBy;
    expect(powerOre + gridOre + taxOre).toBe(onSpot.savedOre);
    await service.api('PUT', '/v1/home', { ...body, contract: { kind: 'norgespris', markupOrePerKwh: 0 } });
    await service.settle();
    const again = await plan();
    expect(again).toMatchObject({ contract: 'norgespris', reason: 'contract-changed' });
    expect(again.savedBy).toEqual({ powerOre: 0, gridOre: again.savedOre, taxOre: 0 });
  });

  it('is charged, and pays night and day as they are', async () => {
    await service.runUntil(atLocalTime('2026-10-23', '07:29'));
    expect(service.tesla.cars[0]?.snapshot().soc).toBeGreaterThan(0.79);
    service.tesla.cars[0]?.unplug();
    await service.runUntil(atLocalTime('2026-10-23', '08:00'));
    const { body } = await service.api('GET', '/v1/sessions');
    const [session] = (body as { sessions: Session[] }).sessions;
    expect(session?.unpriced).toBe(false);
    const { gridKwh = 0, costOre = 0 } = session ?? {};
    expect(gridKwh).toBeGreaterThan(20);
    expect(costOre).toBeGreaterThan(gridKwh * night);
    expect(costOre).toBeLessThan(gridKwh * day);
    expect(session?.chargeNowOre).toBeCloseTo((session?.gridKwh ?? 0) * day, -1);
  });
});

describe('what the home is put to', () => {
  it.each([
    [{ gridOwner: 'nobody' }, 404, { code: 'grid-owner-unknown', field: 'gridOwner' }],
    [
      { gridOwner: 'elvia', gridTariffName: 'Nobody’s' },
      400,
      { code: 'invalid-request', field: 'gridTariffName' },
    ],
    [{ gridTariffName: 'Nobody’s' }, 400, { code: 'invalid-request', field: 'gridTariffName' }],
    [
      { contract: { kind: 'fixed', markupOrePerKwh: 0 } },
      400,
      { code: 'invalid-request', field: 'contract' },
    ],
    [{ contract: { kind: 'spot', markupOrePerKwh: 0, name: 'x' } }, 400, { field: 'contract' }],
    [{ vatPercent: 25 }, 400, { code: 'unknown-field' }],
  ])('must exist: %j', async (wrong, status, problem) => {
    const before = (await service.api('GET', '/v1/overview')).body as { home: unknown };
    const answer = await service.api('PUT', '/v1/home', { area: 'NO1', taxZone: 'sor', ...wrong });
    expect(answer).toMatchObject({ status, body: problem });
    expect(JSON.stringify(answer.body)).not.toContain('obody');
    expect((await service.api('GET', '/v1/overview')).body).toMatchObject({ home: before.home });
  });
});
