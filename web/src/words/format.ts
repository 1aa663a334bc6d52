import type { Language } from '../api/types.ts';
import { type Instant, osloTime, TIME_ZONE } from '../time/oslo.ts';

const NBSP = '\u00a0';

/** Numbers, money and moments as the language writes them; moments always on the Norwegian clock. */
export interface Format {
  /** '02.15' in Norwegian, '02:15' in English. */
  clock(at: Instant): string;
  /** Minutes as the wishes hold them, 'HH:MM', written as `clock` writes. */
  wallClock(time: string): string;
  /** 'tirsdag' */
  weekday(at: Instant): string;
  /** 'tir. 13. jan.' */
  day(at: Instant): string;
  /** '13. januar 2026 kl. 02.15' */
  moment(at: Instant): string;
  /** Øre to '19,43 kr'. */
  kroner(ore: number): string;
  /** Øre to '250 kr', where fees are in whole kroner. */
  wholeKroner(ore: number): string;
  /** '31,4 øre/kWh' */
  orePerKwh(ore: number): string;
  /** Øre to '0,15 kr/kWh'. */
  kronerPerKwh(ore: number): string;
  /** '31,4' */
  ore(ore: number): string;
  /** '4,9', with two decimals at most and no grouping: as one writes it in a field. */
  orePlain(ore: number): string;
  /** '31,4' with its decimal only where there is one: for an axis. */
  oreTick(ore: number): string;
  /** '33,4 kWh' */
  kwh(kwh: number): string;
  /** '16 000 kWh' */
  wholeKwh(kwh: number): string;
  /** '63 A' */
  ampere(ampere: number): string;
  /** '11 kW' */
  kw(kw: number): string;
  /** '54 %' in Norwegian, '54%' in English. */
  percent(percent: number): string;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}

/** The formats of one language. */
export function formatOf(language: Language): Format {
  const locale = { nb: 'nb-NO', en: 'en-GB' }[language];
  const separator = { nb: '.', en: ':' }[language];
  const date = (options: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat(locale, { timeZone: TIME_ZONE, ...options });
    return (at: Instant) => format.format(at);
  };
  const number = (least: number, most: number) => {
    const format = new Intl.NumberFormat(locale, {
      minimumFractionDigits: least,
      maximumFractionDigits: most,
    });
    // Adding 0 turns −0 into 0: nobody owes minus nothing.
    return (value: number) => format.format(Number(value.toFixed(most)) + 0);
  };
  const weekday = date({ weekday: 'long' });
  const day = date({ weekday: 'short', day: 'numeric', month: 'short' });
  const longDate = date({ day: 'numeric', month: 'long', year: 'numeric' });
  const kroner = number(2, 2);
  const oneDecimal = number(1, 1);
  const upToOne = number(0, 1);
  const whole = number(0, 0);
  const plain = new Intl.NumberFormat(locale, { maximumFractionDigits: 2, useGrouping: false });
  const clock = (at: Instant) => {
    const { hour, minute } = osloTime(at);
    return `${two(hour)}${separator}${two(minute)}`;
  };
  return {
    clock,
    wallClock: (time) => time.replace(':', separator),
    weekday,
    day,
    moment: (at) => `${longDate(at)}${language === 'nb' ? ` kl.${NBSP}` : ', '}${clock(at)}`,
    kroner: (ore) => `${kroner(ore / 100)}${NBSP}kr`,
    wholeKroner: (ore) => `${(ore % 100 === 0 ? whole : kroner)(ore / 100)}${NBSP}kr`,
    orePerKwh: (ore) => `${oneDecimal(ore)}${NBSP}øre/kWh`,
    kronerPerKwh: (ore) => `${kroner(ore / 100)}${NBSP}kr/kWh`,
    ore: oneDecimal,
    orePlain: (ore) => plain.format(ore),
    oreTick: upToOne,
    kwh: (kwh) => `${oneDecimal(kwh)}${NBSP}kWh`,
    wholeKwh: (kwh) => `${whole(kwh)}${NBSP}kWh`,
    ampere: (ampere) => `${upToOne(ampere)}${NBSP}A`,
    kw: (kw) => `${upToOne(kw)}${NBSP}kW`,
    percent: (percent) => `${whole(percent)}${language === 'nb' ? NBSP : ''}%`,
  };
}
