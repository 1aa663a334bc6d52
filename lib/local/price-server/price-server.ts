import type { Clock } from '../../platform/index.ts';
import type { PriceSource } from '../../prices/index.ts';
import { type LocalTime, localDate } from '../../time/index.ts';
import type { PriceBook } from '../price-book/price-book.ts';
import { acknowledged, entsoeAnswer, entsoeQuestion } from './entsoe-answer.ts';
import { type EntsoeForm, usualEntsoeForm } from './entsoe-form.ts';
import { type FaultScript, type PriceFault, ScriptedFaults } from './faults.ts';
import {
  type HvakosterstrommenForm,
  hvakosterstrommenAnswer,
  hvakosterstrommenQuestion,
} from './hvakosterstrommen-answer.ts';
import { startLoopbackServer } from './loopback-server.ts';
import type { Market } from './publication.ts';
import { RequestCounter } from './request-counter.ts';
import type { Served } from './served.ts';

export interface PriceServerOptions {
  readonly clock: Clock;
  readonly book: PriceBook;
  /** What ENTSO-E accepts as `securityToken`. */
  readonly token: string;
  /** Europe/Oslo, the day before delivery; default 12:55. */
  readonly publishAt?: LocalTime;
  readonly nokPerEur?: number;
  readonly entsoeForm?: Partial<EntsoeForm>;
  readonly hvakosterstrommenForm?: Partial<HvakosterstrommenForm>;
}

export interface PriceServer {
  /** For the settings ENTSOE_URL and HVAKOSTERSTROMMEN_URL. */
  readonly entsoeUrl: string;
  readonly hvakosterstrommenUrl: string;
  readonly faults: FaultScript;
  readonly requests: Pick<RequestCounter, 'count'>;
  stop(): Promise<void>;
}

type Server = Required<Pick<PriceServerOptions, 'token' | 'nokPerEur'>> & {
  readonly market: Market;
  readonly entsoeForm: EntsoeForm;
  readonly hvakosterstrommenForm: HvakosterstrommenForm;
  readonly faults: ScriptedFaults;
  readonly requests: RequestCounter;
};

/** ENTSO-E and hvakosterstrommen on loopback, with one market behind them; built from what they document of themselves. */
export async function startPriceServer(options: PriceServerOptions): Promise<PriceServer> {
  const server: Server = {
    token: options.token,
    nokPerEur: options.nokPerEur ?? 11.62,
    market: {
      book: options.book,
      publishAt: options.publishAt ?? '12:55',
      now: () => options.clock.now(),
    },
    entsoeForm: { ...usualEntsoeForm, ...options.entsoeForm },
    hvakosterstrommenForm: { minutes: 60, exponents: false, ...options.hvakosterstrommenForm },
    faults: new ScriptedFaults(),
    requests: new RequestCounter(),
  };
  const entsoe = await startLoopbackServer((url) => answerEntsoe(server, url));
  const hvakosterstrommen = await startLoopbackServer((url) => answerHvakosterstrommen(server, url));
  return {
    entsoeUrl: `${entsoe.url}/api`,
    hvakosterstrommenUrl: hvakosterstrommen.url,
    faults: server.faults,
    requests: server.requests,
    stop: async () => {
      await Promise.all([entsoe.stop(), hvakosterstrommen.stop()]);
    },
  };
}

function answerEntsoe({ market, token, entsoeForm, ...server }: Server, url: URL): Served {
  const question = entsoeQuestion(url.searchParams);
  const area = question?.area ?? null;
  const date = question && localDate(question.startAt);
  server.requests.add({ source: 'entsoe', area, date });
  const fault = server.faults.take('entsoe', area, date);
  if (url.pathname !== '/api') return { status: 404, contentType: 'text/html', body: '' };
  if (url.searchParams.get('securityToken') !== token) {
    return acknowledged(401, 'Authentication failed', market);
  }
  if (!question) return acknowledged(400, 'The combination of parameters is not valid', market);
  const form =
    fault?.kind === 'mixed-resolution' ? { ...entsoeForm, resolution: 'coarsest' as const } : entsoeForm;
  return faulty(fault, () => entsoeAnswer(market, question, form, fault));
}

function answerHvakosterstrommen(server: Server, url: URL): Served {
  const question = hvakosterstrommenQuestion(url.pathname);
  const source: PriceSource = 'hvakosterstrommen';
  server.requests.add({ source, area: question?.area ?? null, date: question?.date ?? null });
  if (!question) return { status: 404, contentType: 'text/html', body: '' };
  const fault = server.faults.take(source, question.area, question.date);
  return faulty(fault, () =>
    hvakosterstrommenAnswer(server.market, question, server.hvakosterstrommenForm, server.nokPerEur, fault),
  );
}

function faulty(fault: PriceFault | null, answer: () => Served): Served {
  switch (fault?.kind) {
    case 'answer':
      return {
        status: fault.status,
        contentType: 'text/plain',
        body: fault.body ?? '',
        headers: fault.headers ?? {},
      };
    case 'drop':
    case 'cut':
      return { ...answer(), broken: fault.kind };
    default:
      return answer();
  }
}
