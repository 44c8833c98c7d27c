import type { Document } from '../../../infra/contracts/document.ts';
import type { Price } from '../../../infra/contracts/price.ts';
import { compareDecimal } from '../../normalise/decimal.ts';
import { type Extractor, type Quote, toPrice } from '../../normalise/price.ts';
import { readEcb } from './ecb.ts';
import { type Json, parseJson } from './json.ts';
import { knownMapping } from './known/known-mapping.ts';
import { Problems } from './problems.ts';
import { readMapped } from './read-mapped.ts';
import { readShape, type ShapeContext } from './shape/read-shape.ts';

/** The numbers rise whenever the same document would give other prices. */
const MAPPED: Extractor = { name: 'apis/mapping', version: '1' };
const SHAPE: Extractor = { name: 'apis/shape', version: '1' };
const ECB: Extractor = { name: 'apis/ecb', version: '1' };

interface ReadApi {
  readonly prices: Price[];
  readonly problems: string[];
}

/**
 * The prices of a document of a price API: by the mapping of its source, by that of a published format it is in, or else by the
 * names of its keys.
 */
export function readApi(document: Document): ReadApi {
  const provider = document.provider ?? document.source_id;
  if (document.format === 'xml') {
    const quotes = readEcb(document.body, provider);
    if (quotes === null) return { prices: [], problems: ['the only XML read is that of the ECB reference rates'] };
    return { prices: quotes.map((quote) => toPrice(quote, document, ECB)), problems: [] };
  }
  let json: Json;
  try {
    json = parseJson(document.body);
  } catch (thrown) {
    const reason = thrown instanceof Error ? thrown.message : String(thrown);
    return { prices: [], problems: [`the body is no JSON: ${reason}`] };
  }
  const problems = new Problems();
  const mapping = document.hints.mapping ?? knownMapping(json);
  const quotes =
    mapping === null
      ? readShape(json, shapeContext(document, provider), problems)
      : readMapped(json, mapping, provider, problems);
  const prices = toPrices(
    quotes,
    document,
    mapping === null ? SHAPE : MAPPED,
    mapping?.pick === undefined ? problems : null,
  );
  return { prices, problems: problems.list() };
}

function shapeContext({ hints, lang }: Document, provider: string): ShapeContext {
  return {
    provider,
    currency: hints.currency ?? (lang?.startsWith('zh') === true ? 'CNY' : 'USD'),
    region: hints.region,
    mode: hints.mode,
    unit: hints.unit,
  };
}

/** One price per series: of several the lowest, whatever their order in the document. */
function toPrices(
  quotes: readonly Quote[],
  document: Document,
  extractor: Extractor,
  problems: Problems | null,
): Price[] {
  const bySeries = new Map<string, Price>();
  for (const quote of quotes) {
    const price = toPrice(quote, document, extractor);
    const known = bySeries.get(price.series);
    const order = known === undefined ? -1 : compareDecimal(price.unit_price, known.unit_price);
    if (known !== undefined && order !== 0) {
      problems?.count(
        'further amounts for a series that has one already; the lowest stands',
        `${price.evidence} and ${known.evidence}`,
      );
    }
    if (order < 0) bySeries.set(price.series, price);
  }
  return [...bySeries.values()];
}
