import { CONTRACT_VERSION } from '../../infra/contracts/common.ts';
import type { Document } from '../../infra/contracts/document.ts';
import type { Meter, Price, SeriesParts } from '../../infra/contracts/price.ts';
import { scale } from './decimal.ts';
import { productKey } from './product-key.ts';
import { remembered } from './remembered.ts';

/** What a reader found on a page or in an API: a price before it has a series and a provenance. */
export interface Quote {
  readonly provider: string;
  readonly product: string;
  readonly meter: Meter;
  readonly mode: string;
  readonly tier: string | null;
  readonly region: string | null;
  /** Exact plain decimal, as published. */
  readonly amount: string;
  readonly currency: string;
  readonly per: number;
  readonly effective_at: string | null;
  readonly evidence: string;
}

export interface Extractor {
  readonly name: string;
  readonly version: string;
}

const TOKEN_METERS: ReadonlySet<Meter> = new Set(['input', 'output', 'cached_input', 'cache_write', 'blended']);

/** Units a `unit_price` is for: 1M tokens for token meters, one of anything else. */
export function standardUnits(meter: Meter): number {
  return TOKEN_METERS.has(meter) ? 1_000_000 : 1;
}

/** The key of a series. It names the standard unit, so that a page that moves from "per 1K" to "per 1M" keeps its series. */
export function seriesKey(parts: Omit<SeriesParts, 'product' | 'per'>): string {
  return [
    parts.provider,
    parts.product_key,
    parts.meter,
    parts.mode,
    parts.tier === null ? '-' : keyPart(parts.tier),
    parts.region === null ? '-' : keyPart(parts.region),
    parts.currency,
    standardUnits(parts.meter),
  ].join('/');
}

/** A price record: the quote with its series, its normalised amount and where it was read. */
export function toPrice(quote: Quote, source: Document, extractor: Extractor): Price {
  const product_key = productKey(quote.product);
  const unit_price = scale(quote.amount, quote.per, standardUnits(quote.meter));
  return {
    version: CONTRACT_VERSION,
    series: seriesKey({ ...quote, product_key }),
    provider: quote.provider,
    product: quote.product,
    product_key,
    meter: quote.meter,
    mode: quote.mode,
    tier: quote.tier,
    region: quote.region,
    currency: quote.currency,
    per: quote.per,
    amount: quote.amount,
    unit_price,
    unit_price_usd: quote.currency === 'USD' ? unit_price : null,
    observed_at: source.fetched_at,
    effective_at: quote.effective_at,
    document_id: source.document_id,
    source_id: source.source_id,
    evidence: quote.evidence,
    extractor: extractor.name,
    extractor_version: extractor.version,
  };
}

/** Tiers and regions keep their signs ("≤200k" and ">200k" differ) but not their spacing or case. */
const keyPart = remembered((text) => text.normalize('NFKC').toLowerCase().replaceAll(/\s+/g, '').replaceAll('/', '|'));
