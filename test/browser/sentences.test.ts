import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Failure } from '../../web/src/api/failure.ts';
import type { Plan, RateName, Vehicle } from '../../web/src/api/types.ts';
import { decidedSentence } from '../../web/src/car/decided-sentence.ts';
import { reasonOf } from '../../web/src/car/reason-of.ts';
import { statusSentence } from '../../web/src/car/status-sentence.ts';
import { proofSentences } from '../../web/src/money/proof-sentences.ts';
import { assumedSentence } from '../../web/src/picture/assumed-sentence.ts';
import { en } from '../../web/src/words/en.ts';
import { formatOf } from '../../web/src/words/format.ts';
import { nb } from '../../web/src/words/nb.ts';
import { preferredLanguage } from '../../web/src/words/preferred-language.ts';
import { problemSentence } from '../../web/src/words/problem-sentence.ts';
import { nightPlan, waitingVehicle } from '../support/browser/fixtures/vehicle.ts';

const norwegian = formatOf('nb');
const english = formatOf('en');
const plain = (text: string) => text.replaceAll('\u00a0', ' ');

describe('the status', () => {
  test('says when it starts and when it is ready, on the Norwegian clock', () => {
    expect(statusSentence(waitingVehicle(), nb, norwegian)).toBe('Starter kl. 02.15, ferdig 05.30');
    expect(statusSentence(waitingVehicle(), en, english)).toBe('Starts at 02:15, ready 05:30');
  });

  test('says less where less is known', () => {
    const at = (startAt: string | null, readyAt: string | null): Vehicle => ({
      ...waitingVehicle(),
      status: { key: 'waiting', startAt, readyAt },
    });
    expect(statusSentence(at('2026-07-01T00:15:00Z', null), nb, norwegian)).toBe('Starter kl. 02.15');
    expect(statusSentence(at(null, null), nb, norwegian)).toBe('Lager planen …');
  });
});

describe('the reason', () => {
  const withPlan = (change: Partial<Plan>): Vehicle => ({
    ...waitingVehicle(),
    plan: { ...nightPlan(), ...change },
  });

  test('says what decided the plan; the rest, and why it was made, is for who asks', () => {
    const homeExplanation: Plan['homeExplanation'] = ['under-capacity-step', 'room-kept'];
    const { said, folded } = reasonOf(withPlan({ reason: 'prices-arrived', homeExplanation }), en, english);
    expect(plain(said)).toBe(
      'Charging at these hours saves 0.09 kr/kWh on power after support and 0.12 kr/kWh in grid tariff.',
    );
    expect(folded).toEqual([
      en.why['under-capacity-step'],
      en.why['room-kept'],
      'New prices arrived, so the plan was updated (17:00).',
    ]);
  });

  test('leaves to the picture of all cars what is true of them together', () => {
    const shared = withPlan({ homeExplanation: ['fuse-shared'], together: 2 });
    expect(reasonOf(shared, en, english).folded).not.toContain(en.why['fuse-shared']);
  });

  test('speaks of room for the heating only where there is a limit to keep it under', () => {
    const warm: Partial<Plan> = { explanation: ['cheapest-hours', 'warm-at-departure'] };
    const said = (plan: Partial<Plan>) => reasonOf(withPlan({ ...warm, ...plan }), en, english).folded;
    expect(said({})).not.toContain(en.why['warm-at-departure']);
    expect(said({ fuseKw: 17.3 })).toContain(en.why['warm-at-departure']);
  });

  test('of a car that is away names the next trip, whichever wish it is of', () => {
    const away: Vehicle = {
      ...waitingVehicle(),
      plan: null,
      status: { key: 'unplugged', startAt: null, readyAt: null },
      nextReady: { readyAt: '2026-01-17T09:00:00Z', targetPercent: 100 },
    };
    expect(reasonOf(away, nb, norwegian).said).toBe(
      'Koble til når du kommer hjem, så er bilen klar lørdag kl. 10.00 til lavest pris.',
    );
    const waiting: Vehicle = { ...away, status: { ...away.status, key: 'waiting' } };
    expect(plain(reasonOf(waiting, en, english).said)).toContain('charges to 100%');
  });

  test('begins with the bad news', () => {
    const late = withPlan({ explanation: ['cheapest-hours', 'too-little-time'], shortfallKwh: 4.24 });
    expect(plain(reasonOf(late, nb, norwegian).said)).toBe(
      'Det er for kort tid til å nå målet kl. 07.00. Det vil mangle 4,2 kWh.',
    );
  });

  test('tells of a command the car has not confirmed or has refused', () => {
    const command = {
      kind: 'start',
      intendedAt: '2026-01-13T01:15:00Z',
      settledAt: null,
      ampere: null,
    } as const;
    const sent = { ...waitingVehicle(), commands: [{ ...command, state: 'sent' as const }] };
    const refused = { ...waitingVehicle(), commands: [{ ...command, state: 'refused' as const }] };
    expect(reasonOf(sent, nb, norwegian).said).toContain(nb.command.waiting.start);
    expect(reasonOf(refused, nb, norwegian).said).toContain(nb.command.refused.start);
  });

  test('does not speak of a plan where the driver decides', () => {
    const paused: Vehicle = {
      ...waitingVehicle(),
      status: { key: 'paused-by-you', startAt: null, readyAt: null },
    };
    expect(reasonOf(paused, nb, norwegian)).toEqual({ said: nb.why['paused-by-you'], folded: [] });
  });
});

describe('what decided the plan', () => {
  /** Ten kWh: ten øre in all is one øre per kWh. */
  const tenKwh: Plan['slots'] = Array.from({ length: 4 }, () => ({
    start: '2026-01-13T01:15:00Z',
    powerKw: 10,
    priceOrePerKwh: 50,
    houseKw: null,
  }));
  const decided = (contract: Plan['contract'], power: number, grid: number, taxes = 0, language = nb) => {
    const savedBy = { powerOre: power * 10, gridOre: grid * 10, taxOre: taxes * 10 };
    const plan = { ...nightPlan(), contract, savedBy, slots: tenKwh };
    return plain(decidedSentence(plan, language, language === nb ? norwegian : english) ?? '');
  };
  const inEnglish = (contract: Plan['contract'], power: number, grid: number, taxes = 0) =>
    decided(contract, power, grid, taxes, en);

  test('under Norgespris the grid tariff, or nothing', () => {
    expect(decided('norgespris', 0, 15)).toBe(
      'Norgespris: ingenting å hente på spot; å lade på disse tidene sparer 0,15 kr/kWh i nettleie.',
    );
    expect(inEnglish('norgespris', 0, 15)).toBe(
      'Norgespris: nothing to gain on spot; charging at these hours saves 0.15 kr/kWh in grid tariff.',
    );
    expect(decided('norgespris', 0.1, -0.2)).toBe(
      'Norgespris: ingenting å hente på spot, og ingenting å vinne på å vente.',
    );
    expect(inEnglish('norgespris', 0.1, -0.2)).toBe('Norgespris: nothing to gain on spot, nor by waiting.');
  });

  test('is what there is to gain in all: small parts are named where they make something together', () => {
    expect(decided('spot', 0.3, 0.3)).toBe(
      'Å lade på disse tidene sparer 0,3 øre/kWh på strøm etter støtte og 0,3 øre/kWh i nettleie.',
    );
    expect(inEnglish('spot', 0.4, 0.6, -0.2)).toBe(
      'Charging at these hours saves 0.4 øre/kWh on power after support and 0.01 kr/kWh in grid tariff, but costs 0.2 øre/kWh more in taxes.',
    );
    expect(decided('spot', 0.3, 0.1)).toBe(nb.decided.spot.noGain);
    expect(decided('spot', 2, -2)).toBe(nb.decided.spot.noGain);
    expect(inEnglish('norgespris', 0, 0.6)).toBe(
      'Norgespris: nothing to gain on spot; charging at these hours saves 0.01 kr/kWh in grid tariff.',
    );
  });

  test('on spot what is saved, and what costs more', () => {
    expect(decided('spot', 42, 15)).toBe(
      'Å lade på disse tidene sparer 0,42 kr/kWh på strøm etter støtte og 0,15 kr/kWh i nettleie.',
    );
    expect(inEnglish('spot', 42, 0)).toBe(
      'Charging at these hours saves 0.42 kr/kWh on power after support.',
    );
    expect(inEnglish('spot', 42, -15)).toBe(
      'Charging at these hours saves 0.42 kr/kWh on power after support, but costs 0.15 kr/kWh more in grid tariff.',
    );
    expect(decided('spot', -3, 15)).toBe(
      'Å lade på disse tidene sparer 0,15 kr/kWh i nettleie, men koster 0,03 kr/kWh mer for strøm etter støtte.',
    );
    expect(decided('spot', 0, 15, -2)).toBe(
      'Strømmen koster det samme som ved lading med en gang; å lade på disse tidene sparer 0,15 kr/kWh i nettleie, men koster 0,02 kr/kWh mer i avgifter.',
    );
    expect(inEnglish('spot', 0, 15)).toBe(
      'Power costs the same as at once; charging at these hours saves 0.15 kr/kWh in grid tariff.',
    );
    expect(decided('spot', 0, 0)).toBe('Å lade med en gang koster det samme: ingenting å vinne på å vente.');
    expect(inEnglish('spot', 0, 0)).toBe('Charging at once costs the same: nothing to gain by waiting.');
  });

  test('at a fixed price the support, which follows spot', () => {
    expect(decided('fixed', 20, -12)).toBe(
      'Fastpris: å lade på disse tidene sparer 0,20 kr/kWh ved høyere strømstøtte (den følger spot), men koster 0,12 kr/kWh mer i nettleie.',
    );
    expect(inEnglish('fixed', -20, 0)).toBe(
      'Fixed price: charging at these hours costs 0.20 kr/kWh more through lower support (it follows spot).',
    );
    expect(decided('fixed', 0, 12)).toBe(
      'Fastpris: strømmen koster det samme som ved lading med en gang; å lade på disse tidene sparer 0,12 kr/kWh i nettleie.',
    );
    expect(inEnglish('fixed', 0, 12)).toBe(
      'Fixed price: the power costs the same as at once; charging at these hours saves 0.12 kr/kWh in grid tariff.',
    );
    expect(inEnglish('fixed', 0, 0)).toBe('Fixed price: nothing to gain by waiting.');
  });

  test('is no sentence where nothing is charged, and does not stand in for other reasons', () => {
    expect(decidedSentence({ ...nightPlan(), slots: [] }, nb, norwegian)).toBeNull();
    const flat = { ...waitingVehicle(), plan: { ...nightPlan(), explanation: ['flat-prices' as const] } };
    expect(reasonOf(flat, nb, norwegian).said).toBe(nb.why['flat-prices']);
  });

  test('names every amount that matters and no other, and says of each which way it goes', () => {
    const amount = fc.integer({ min: -300, max: 300 });
    fc.assert(
      fc.property(
        amount,
        amount,
        amount,
        fc.constantFrom('spot', 'norgespris', 'fixed'),
        (power, grid, taxes, kind) => {
          const sentence = inEnglish(kind, power / 10, grid / 10, taxes / 10);
          const [saves = '', costs = ''] = sentence.split(/ costs (?=\d)/);
          const count = (text: string) => text.split(/(?:kr|øre)\/kWh/).length - 1;
          const isGain = Math.abs(power + grid + taxes) >= 5;
          const matter = [power, grid, taxes].filter((ore) => isGain && Math.abs(ore) >= 1);
          expect(isGain).toBe(sentence !== en.decided[kind].noGain);
          expect(sentence).not.toMatch(/ 0\.0(0 kr| øre)/);
          expect(count(saves)).toBe(matter.filter((ore) => ore > 0).length);
          expect(count(costs)).toBe(matter.filter((ore) => ore < 0).length);
          expect(sentence.endsWith('.')).toBe(true);
        },
      ),
    );
  });
});

describe('rates that are assumed', () => {
  const say = (rates: RateName[], gridOwnerName: string | null, words = nb) =>
    assumedSentence({ rates, gridOwnerName }, words);

  test('are named once each', () => {
    expect(say(['electricityTax', 'electricityTax'], 'Elvia AS')).toBe(
      'Ikke kjent for disse timene: elavgiften; den nyeste kjente satsen er brukt.',
    );
    expect(say(['supportThreshold', 'gridEnergy', 'electricityTax'], 'Elvia AS', en)).toBe(
      'Not known for these hours: the limit for support, the grid tariff and the electricity tax; the newest known rates are used.',
    );
    expect(say([], 'Elvia AS')).toBeNull();
  });

  test('are not confused with a grid tariff that is left out', () => {
    expect(say(['gridEnergy'], null)).toBe(nb.assumed.leftOut);
    expect(say(['gridEnergy', 'electricityTax'], null, en)).toBe(
      `Not known for these hours: the electricity tax; the newest known rate is used. ${en.assumed.leftOut}`,
    );
  });
});

describe('the proof', () => {
  const proof = (change: Partial<Plan>) => proofSentences({ ...nightPlan(), ...change }, nb, norwegian);

  test('compares with charging at once', () => {
    expect(plain(proof({})?.cost ?? '')).toBe('19,43 kr i stedet for 27,10 kr ved å lade med en gang');
    expect(plain(proof({})?.saved ?? '')).toBe('7,67 kr spart');
    expect(proof({})?.proved).toBe('Bevist: ingenting som er ferdig til kl. 05.45, koster mindre.');
  });

  test('never claims more than was proved', () => {
    expect(plain(proof({ gapOre: 12, status: 'bounded' })?.proved ?? '')).toContain('høyst 0,12 kr');
    expect(proof({ status: 'no-prices' })).toEqual({
      saved: null,
      cost: nb.proof.unproved,
      proved: '',
      nineInTen: '',
      step: '',
    });
    expect(proof({ status: 'best-effort', explanation: ['driver-charges-now'] })?.proved).toBe('');
  });

  const fee = { riseOre: 1_000, chargeNowRiseOre: 17_000, demandKw: 4.5, demandAloneKw: 2.7, uptoKw: 5 };
  const capacity = {
    ...fee,
    feeOre: 25_000,
    chargeNowFeeOre: 42_000,
    roomOre: 0,
    peaks: [],
    assumed: false,
  };

  test('tells the month’s capacity fee against that of charging at once, of one car alone', () => {
    expect(plain(proof({ capacity })?.step ?? '')).toBe(
      'Månedens kapasitetsledd blir 250 kr i stedet for 420 kr.',
    );
    expect(proof({ capacity, together: 2 })).toMatchObject({ step: '', proved: '' });
    const asAtOnce = { ...capacity, chargeNowFeeOre: 25_000 };
    expect(proof({ capacity: { ...asAtOnce, riseOre: 0 } })?.step).toBe('');
    expect(proof({})?.step).toBe('');
  });

  test('does not hide that the fee rises, where charging at once would raise it too', () => {
    const risen = { ...capacity, feeOre: 42_000, riseOre: 17_000 };
    expect(plain(proof({ capacity: risen })?.step ?? '')).toBe(
      'Månedens kapasitetsledd øker med 170 kr, til 420 kr.',
    );
  });

  test('names the price of room that is kept, and claims no more than is proved with it', () => {
    const said = (gapOre: number) =>
      plain(proof({ capacity: { ...capacity, roomOre: 228 }, gapOre })?.proved ?? '');
    expect(said(0)).toBe(
      '2,28 kr av prisen er for å holde plass under trinnet resten av måneden. Bevist: en annen plan kan være høyst 2,28 kr billigere, kapasitetsleddet medregnet.',
    );
    expect(said(12)).toContain('høyst 2,40 kr billigere');
  });

  test('says at most how much cheaper another plan could be, and the worst of guessed prices', () => {
    const said = proof({ gapOre: 31, status: 'bounded', nineInTenOre: 3120 });
    expect(plain(said?.proved ?? '')).toBe('Bevist: en annen plan kan være høyst 0,31 kr billigere.');
    expect(plain(said?.nineInTen ?? '')).toContain('31,20 kr');
    expect(proof({})?.nineInTen).toBe('');
  });

  test('is honest when nothing is saved, and when power pays', () => {
    expect(plain(proof({ savedOre: -30, costOre: 330, chargeNowOre: 300 })?.cost ?? '')).toContain(
      'ville kostet 3,00 kr',
    );
    expect(proof({ savedOre: 0 })?.saved).toBeNull();
    expect(plain(proof({ costOre: -312, savedOre: 1800, chargeNowOre: 1488 })?.cost ?? '')).toBe(
      'Du får 3,12 kr igjen. Å lade med en gang ville kostet 14,88 kr',
    );
  });
});

describe('numbers', () => {
  test('are written as the language writes them', () => {
    expect(plain(norwegian.kroner(-312))).toBe('−3,12 kr');
    expect(plain(english.kroner(1943))).toBe('19.43 kr');
    expect(plain(norwegian.percent(54))).toBe('54 %');
    expect(english.percent(54)).toBe('54%');
    expect(norwegian.wallClock('06:15')).toBe('06.15');
  });

  test('are never minus nothing', () => {
    expect(plain(norwegian.kroner(-0.2))).toBe('0,00 kr');
    expect(plain(norwegian.orePerKwh(-0.01))).toBe('0,0 øre/kWh');
  });
});

test('every code has a sentence; an unknown one is said to be our fault', () => {
  expect(problemSentence(new Failure('stale-write'), nb)).toBe(nb.problem.conflict);
  expect(problemSentence(new Failure('link-expired'), en)).toBe(en.problem['link-expired']);
  expect(problemSentence(new Failure('toString'), nb)).toBe(nb.problem.unexpected);
});

test('the language: what was chosen, else the browser’s first that we speak, else bokmål', () => {
  expect(preferredLanguage('en', ['nb-NO'])).toBe('en');
  expect(preferredLanguage(null, ['nn-NO', 'en'])).toBe('nb');
  expect(preferredLanguage(null, ['de-DE', 'en-GB', 'nb'])).toBe('en');
  expect(preferredLanguage('klingon', [])).toBe('nb');
});
