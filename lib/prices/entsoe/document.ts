import { XMLParser } from 'fast-xml-parser';
import * as z from 'zod';
import { ServiceError } from '../../platform/index.ts';

const lists = new Set(['TimeSeries', 'Period', 'Point', 'Reason']);

/** Every value stays text (an EIC code is not a number), attributes and prefixes go, entities are never expanded. */
const parser = new XMLParser({
  ignoreAttributes: true,
  removeNSPrefix: true,
  parseTagValue: false,
  processEntities: false,
  ignoreDeclaration: true,
  ignorePiTags: true,
  isArray: (name) => lists.has(name),
});

const publication = z.object({
  Publication_MarketDocument: z.object({
    type: z.literal('A44'),
    TimeSeries: z.array(z.unknown()).optional(),
  }),
});
const acknowledgement = z.object({
  Acknowledgement_MarketDocument: z.object({
    Reason: z.array(z.object({ code: z.string(), text: z.string() })).min(1),
  }),
});

/**
 * The TimeSeries of a publication, still unread; `no-data` where ENTSO-E acknowledges that it has none. Throws
 * `bad-answer` for anything else: reason 999 is also said of bad parameters, so it is the text that tells.
 */
export function readDocument(xml: string): readonly unknown[] | 'no-data' {
  const document = parse(xml);
  const published = publication.safeParse(document);
  if (published.success) return published.data.Publication_MarketDocument.TimeSeries ?? [];
  const acknowledged = acknowledgement.safeParse(document);
  const reasons = acknowledged.data?.Acknowledgement_MarketDocument.Reason ?? [];
  if (reasons.some(({ code, text }) => code === '999' && /^no matching data found/i.test(text))) {
    return 'no-data';
  }
  throw new ServiceError('bad-answer', { retryable: true });
}

function parse(xml: string): unknown {
  try {
    // `true`: well-formedness is checked first, for the parser alone takes a document that was cut off.
    return parser.parse(xml, true);
  } catch {
    throw new ServiceError('bad-answer', { retryable: true });
  }
}
