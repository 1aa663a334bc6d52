import { describe, expect, it } from 'vitest';
import { priceOutlook } from '../../lib/forecast/index.ts';
import { type PriceBasis, shippedGridOwner } from '../../lib/tariffs/index.ts';
import { addDays, dayEnd, dayStart, quartersOfDay } from '../../lib/time/index.ts';

const home: PriceBasis = {
  taxZone: 'sor',
  contract: { kind: 'spot', markupOrePerKwh: 0 },
  gridOwner: shippedGridOwner('elvia'),
  gridTariffName: null,
  kwhThisMonth: 0,
};
const known = [0, 1, 2].flatMap((day) =>
  quartersOfDay(addDays('2026-01-12', day)).map((startAt, i) => ({ startAt, spotOrePerKwh: 40 + i })),
);
const lastKnownDay = '2026-01-14';
const span = { fromAt: dayStart(lastKnownDay), untilAt: dayEnd(addDays(lastKnownDay, 1)) };

describe('the outlook on a home’s prices', () => {
  it('leaves known prices as they are and says which ones are guessed', () => {
    const outlook = priceOutlook(home, known, span, 60);
    expect(outlook).toHaveLength(192);
    expect(outlook.findIndex(({ isGuessed }) => isGuessed)).toBe(96);
    expect(outlook.slice(96).every(({ isGuessed }) => isGuessed)).toBe(true);
    // 40 to 43 øre are 41.5 in the hour's mean; Elvia's night, tax, Enova fee and VAT on top.
    expect(outlook[0]?.parts.spot).toBe(41.5);
    expect(outlook[0]?.highOreInclVat).toBe(outlook[0]?.oreInclVat);
    expect(outlook[96]?.oreInclVat).toBeCloseTo(outlook[0]?.oreInclVat ?? 0, 6);
  });

  it('tells a high end of what is guessed, support taken into account', () => {
    const guessed = priceOutlook(home, known, span, 60).filter(({ isGuessed }) => isGuessed);
    expect(guessed.every(({ oreInclVat, highOreInclVat }) => highOreInclVat > oreInclVat)).toBe(true);
    const rise = ({ oreInclVat, highOreInclVat }: (typeof guessed)[number]) => highOreInclVat - oreInclVat;
    const [cheap, dear] = [guessed[0], guessed.at(-1)];
    // Above the threshold nine tenths of a rise are paid by the state.
    expect(cheap && dear && rise(dear) < rise(cheap) / 2).toBe(true);
  });

  it('guesses nothing under Norgespris', () => {
    const norgespris = { ...home, contract: { kind: 'norgespris', markupOrePerKwh: 0 } } as const;
    const outlook = priceOutlook(norgespris, known, span, 60);
    expect(outlook).toHaveLength(192);
    expect(outlook.some(({ isGuessed }) => isGuessed)).toBe(false);
  });

  it('has only what is known where no price was ever known', () => {
    expect(priceOutlook(home, [], span, 60)).toEqual([]);
  });
});
