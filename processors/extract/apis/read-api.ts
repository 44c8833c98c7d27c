import type { Document } from '../../../infra/contracts/document.ts';
import type { Price } from '../../../infra/contracts/price.ts';
import { compareDecimal } from '../../normalise/decimal.ts';
import { type Extractor, type Quote, toPrice } from '../../normalise/price.ts';
import { readEcb } from './ecb.ts';
import { type Json, parseJson } from './json.ts';
import { withTextsRead } from './json-in-texts.ts';
import { knownAnswers } from './known/known-answers.ts';
import { unitAsWritten } from './known/unit-as-written.ts';
import { Problems } from './problems.ts';
import { readMapped } from './read-mapped.ts';
import { readShape, type ShapeContext } from './shape/read-shape.ts';
import { usualCurrency } from './usual-currency.ts';

/** The numbers rise whenever the same document would give other prices. */
const MAPPED: Extractor = { name: 'apis/mapping', version: '6' };
const SHAPE: Extractor = { name: 'apis/shape', version: '18' };
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
  const { quotes, extractor } = quotesOf(json, document, provider, problems);
  const prices = quotes.map((quote) => toPrice(quote, document, extractor));
  if (document.hints.mapping?.pick === 'lowest') return { prices: lowestPerSeries(prices), problems: problems.list() };
  return { prices: withoutRepeats(prices, problems), problems: problems.list() };
}

function quotesOf(
  json: Json,
  document: Document,
  provider: string,
  problems: Problems,
): { quotes: Quote[]; extractor: Extractor } {
  const { mapping } = document.hints;
  if (mapping !== undefined) return { quotes: readMapped(json, mapping, { provider }, problems), extractor: MAPPED };
  const known = knownAnswers(json);
  if (known.length === 0)
    return { quotes: readShape(withTextsRead(json), shapeContext(document, provider), problems), extractor: SHAPE };
  const quotes = known.flatMap((one) =>
    readMapped(one.body, one.mapping, { provider, path: one.path, unitAsWritten }, problems),
  );
  return { quotes, extractor: MAPPED };
}

function shapeContext(document: Document, provider: string): ShapeContext {
  const { hints } = document;
  return {
    provider,
    currency: hints.currency ?? usualCurrency(document),
    region: hints.region,
    mode: hints.mode,
    unit: hints.unit,
  };
}

/** A marketplace: many offers of one thing, of which the lowest is its price. */
function lowestPerSeries(prices: readonly Price[]): Price[] {
  const lowest = new Map<string, Price>();
  for (const price of prices) {
    const known = lowest.get(price.series);
    if (known === undefined || compareDecimal(price.unit_price, known.unit_price) < 0) lowest.set(price.series, price);
  }
  return [...lowest.values()];
}

/** What is said twice is said once. Two amounts for one series are both kept and counted: what tells them apart was not read. */
function withoutRepeats(prices: readonly Price[], problems: Problems): Price[] {
  const first = new Map<string, Price>();
  const said = new Set<string>();
  return prices.filter((price) => {
    const statement = `${price.series} ${price.unit_price}`;
    if (said.has(statement)) return false;
    said.add(statement);
    const known = first.get(price.series);
    if (known === undefined) first.set(price.series, price);
    else problems.count('further amounts for a series that has one already', `${price.evidence} and ${known.evidence}`);
    return true;
  });
}
