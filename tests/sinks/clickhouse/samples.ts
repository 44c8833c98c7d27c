/** Records of every contract, with everything defaulted that a test does not care about. */
import { type Alert, alert } from '../../../infra/contracts/alert.ts';
import { type Announcement, announcement } from '../../../infra/contracts/announcement.ts';
import { type DeadLetter, deadLetter } from '../../../infra/contracts/dead-letter.ts';
import { type Document, document } from '../../../infra/contracts/document.ts';
import { type FetchAttempt, fetchAttempt } from '../../../infra/contracts/fetch.ts';
import { type Price, price, type Reading, reading } from '../../../infra/contracts/price.ts';
import { type PriceChange, priceChange } from '../../../infra/contracts/price-change.ts';
import { type Signal, signal } from '../../../infra/contracts/signal.ts';

export const AT = '2026-03-01T08:00:00.000Z';

export function aPrice(over: Partial<Price> = {}): Price {
  const provider = over.provider ?? 'acme';
  const product = over.product ?? 'Large 2';
  const meter = over.meter ?? 'input';
  const currency = over.currency ?? 'USD';
  const amount = over.amount ?? '2.50';
  const product_key = product.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');
  return price.parse({
    series: `${provider}/${product_key}/${meter}/standard/-/-/${currency}/1000000`,
    provider,
    product,
    product_key,
    meter,
    currency,
    per: 1_000_000,
    amount,
    unit_price: amount,
    unit_price_usd: currency === 'USD' ? amount : null,
    observed_at: AT,
    document_id: 'doc-1',
    source_id: `${provider}-pricing`,
    evidence: 'table 1, row 2, column Input',
    extractor: 'pages',
    extractor_version: '1',
    ...over,
  });
}

/** A page with these prices on it; they take its document, source and time. */
export function aReading(over: Partial<Omit<Reading, 'prices'>> & { prices?: Partial<Price>[] } = {}): Reading {
  const { prices = [{}], ...page } = over;
  const shared = {
    document_id: page.document_id ?? 'doc-1',
    source_id: page.source_id ?? 'acme-pricing',
    observed_at: page.observed_at ?? AT,
  };
  return reading.parse({
    url: 'https://acme.example/pricing',
    ...shared,
    ...page,
    prices: prices.map((one) => aPrice({ ...shared, ...one })),
  });
}

export function aChange(over: Partial<PriceChange> = {}): PriceChange {
  const of = aPrice();
  return priceChange.parse({
    ...of,
    change_id: 'change-1',
    url: 'https://acme.example/pricing',
    direction: 'increase',
    old_unit_price: '2.50',
    new_unit_price: '3',
    pct: 20,
    previous_observed_at: '2026-02-28T08:00:00.000Z',
    previous_document_id: 'doc-0',
    ...over,
  });
}

export function aDocument(over: Partial<Document> = {}): Document {
  return document.parse({
    document_id: 'doc-1',
    source_id: 'acme-pricing',
    provider: 'acme',
    url: 'https://acme.example/pricing',
    final_url: 'https://acme.example/pricing',
    fetched_at: AT,
    kind: 'page',
    format: 'html',
    status: 200,
    content_hash: 'c0ffee',
    size_bytes: 42,
    body: '<table><tr><td>Large 2</td><td>$2.50</td></tr></table>',
    hints: { unit: 'per 1M tokens' },
    ...over,
  });
}

export function aFetch(over: Partial<FetchAttempt> = {}): FetchAttempt {
  return fetchAttempt.parse({
    fetch_id: 'fetch-1',
    job_id: 'job-1',
    source_id: 'acme-pricing',
    url: 'https://acme.example/pricing',
    started_at: AT,
    duration_ms: 120.5,
    outcome: 'new_content',
    status: 200,
    size_bytes: 42,
    document_id: 'doc-1',
    ...over,
  });
}

export function anAnnouncement(over: Partial<Announcement> = {}): Announcement {
  return announcement.parse({
    announcement_id: 'announcement-1',
    kind: 'token_volume',
    subject: 'acme',
    value_min: '140000000000000',
    value_max: '140000000000000',
    unit: 'tokens',
    period: 'day',
    as_of: '2026-03',
    quote: 'Acme now processes 140 trillion tokens a day',
    quote_start: 10,
    quote_end: 54,
    confidence: 0.9,
    reasons: ['token volume with period'],
    document_id: 'doc-9',
    source_id: 'wire',
    url: 'https://wire.example/1',
    title: 'Acme grows',
    lang: 'en',
    published_at: AT,
    observed_at: AT,
    extractor: 'news',
    extractor_version: '1',
    ...over,
  });
}

export function aSignal(over: Partial<Signal> = {}): Signal {
  return signal.parse({
    signal_id: 'signal-1',
    revision: 0,
    kind: 'price_change',
    origin: 'both',
    subject: 'acme',
    headline: 'Acme raises Large 2 input by 20 %',
    direction: 'increase',
    unit: 'percent',
    value_min: '20',
    value_max: '20',
    state: 'confirmed',
    first_seen_at: AT,
    updated_at: AT,
    mentions: 2,
    sources: ['acme-pricing', 'wire'],
    citations: [
      {
        announcement_id: 'announcement-1',
        document_id: 'doc-9',
        source_id: 'wire',
        url: 'https://wire.example/1',
        title: 'Acme grows',
        quote: 'up to 20 %',
        published_at: AT,
        observed_at: AT,
      },
    ],
    changes: [
      {
        change_id: 'change-1',
        series: aPrice().series,
        product: 'Large 2',
        meter: 'input',
        mode: 'standard',
        currency: 'USD',
        direction: 'increase',
        old_unit_price: '2.50',
        new_unit_price: '3',
        pct: 20,
      },
    ],
    related: [{ signal_id: 'signal-0', relation: 'confirms' }],
    ...over,
  });
}

export function anAlert(over: Partial<Alert> = {}): Alert {
  return alert.parse({
    alert_id: 'alert-1',
    rule: 'any hike',
    channel: 'ops',
    signal_ids: ['signal-1'],
    status: 'sent',
    attempts: 1,
    title: 'Acme raises prices',
    text: 'Large 2 input: 2.50 -> 3',
    created_at: AT,
    updated_at: AT,
    ...over,
  });
}

export function aDeadLetter(over: Partial<DeadLetter> = {}): DeadLetter {
  return deadLetter.parse({
    dead_letter_id: 'letter-1',
    stage: 'extract',
    topic: 'documents',
    partition: 0,
    offset: 7,
    raw: 'e30=',
    error: 'Error: no table',
    attempts: 5,
    failed_at: AT,
    app_version: '0.1.0',
    ...over,
  });
}
