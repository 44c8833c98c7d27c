import type { Document } from '../../../infra/contracts/document.ts';
import type { Price } from '../../../infra/contracts/price.ts';
import { compareDecimal } from '../../normalise/decimal.ts';
import { type Extractor, toPrice } from '../../normalise/price.ts';
import { type Json, parseJson } from './json.ts';
import { knownMapping } from './known/known-mapping.ts';
import { Problems } from './problems.ts';
import { readMapped } from './read-mapped.ts';
import { readShape, type ShapeContext } from './shape/read-shape.ts';

const MAPPED: Extractor = { name: 'apis/mapping', version: '1' };
const SHAPE: Extractor = { name: 'apis/shape', version: '1' };

/** The prices of a document of a price API: by the source's mapping where there is one, else by the document's shape. */
export function readApi(document: Document): { prices: Price[]; problems: string[] } {
  const problems = new Problems();
  const provider = document.provider ?? document.source_id;
  let json: Json;
  try {
    json = parseJson(document.body);
  } catch (thrown) {
    return {
      prices: [],
      problems: [`the body is no JSON: ${thrown instanceof Error ? thrown.message : String(thrown)}`],
    };
  }
  const mapping = document.hints.mapping ?? knownMapping(json);
  const quotes =
    mapping === null
      ? readShape(json, shapeContext(document, provider), problems)
      : readMapped(json, mapping, provider, problems);
  const extractor = mapping === null ? SHAPE : MAPPED;
  const prices = lowest(
    quotes.map((quote) => toPrice(quote, document, extractor)),
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
function lowest(prices: readonly Price[], problems: Problems | null): Price[] {
  const bySeries = new Map<string, Price>();
  for (const price of prices) {
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
