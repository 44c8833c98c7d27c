import { type Announcement, announcement } from '../../../infra/contracts/announcement.ts';
import { stableId } from '../../../infra/contracts/ids.ts';
import { type PriceChange, priceChange } from '../../../infra/contracts/price-change.ts';
import type { Signal } from '../../../infra/contracts/signal.ts';
import type { MergeOutput, StateView } from '../../../processors/merge/merge.ts';

/**
 * An announcement with what the test cares about; the document is named by its source and day. Two that claim different things have
 * different ids, as a reader's have.
 */
export function announce(fields: Partial<Announcement>): Announcement {
  const published_at = fields.published_at === undefined ? '2026-03-20T08:00:00.000Z' : fields.published_at;
  const source_id = fields.source_id ?? 'newswire';
  const document_id = fields.document_id ?? `${source_id}:${published_at}`;
  const quote = fields.quote ?? 'Prices change.';
  const { extractor_version: _, ...claim } = fields;
  return announcement.parse({
    kind: 'price_change',
    announcement_id: stableId(document_id, quote, JSON.stringify(claim, Object.keys(claim).sort())),
    quote,
    quote_start: 0,
    quote_end: quote.length,
    confidence: 0.8,
    document_id,
    source_id,
    url: `https://news.example/${encodeURIComponent(document_id)}`,
    observed_at: published_at ?? '2026-03-20T09:00:00.000Z',
    extractor: 'news',
    extractor_version: '1',
    ...fields,
    published_at,
  });
}

export function move(
  fields: Partial<PriceChange> & { product: string; before: string; after: string; at: string },
): PriceChange {
  const { before, after, at, ...rest } = fields;
  const provider = fields.provider ?? 'alibaba-cloud';
  const product_key = fields.product.toLowerCase().replaceAll(' ', '-');
  const meter = fields.meter ?? 'gpu_hour';
  const series = `${provider}/${product_key}/${meter}/standard/-/-/CNY/1`;
  const pct = Math.round((Number(after) / Number(before) - 1) * 1e6) / 1e4;
  return priceChange.parse({
    provider,
    product_key,
    meter,
    currency: 'CNY',
    per: 1,
    series,
    change_id: stableId(series, at),
    source_id: `${provider}-pricing`,
    url: `https://pricing.example/${provider}`,
    direction: pct > 0 ? 'increase' : 'decrease',
    old_unit_price: before,
    new_unit_price: after,
    pct,
    previous_observed_at: '2026-01-01T00:00:00.000Z',
    observed_at: at,
    previous_document_id: null,
    document_id: `${provider}:${at}`,
    evidence: null,
    ...rest,
  });
}

/** A state topic in memory, and the signals that stand after everything that was stated. */
export class Book implements StateView {
  readonly #state = new Map<string, unknown>();
  readonly statements: Signal[] = [];

  get(key: string): unknown {
    return this.#state.get(key);
  }

  entries(): Iterable<[string, unknown]> {
    return this.#state.entries();
  }

  write({ signals, state }: MergeOutput): readonly Signal[] {
    this.statements.push(...signals);
    for (const [key, value] of state) {
      if (value === null) this.#state.delete(key);
      else this.#state.set(key, JSON.parse(JSON.stringify(value)));
    }
    return signals;
  }

  /** The highest revision of every signal that stands, by id. */
  current(): Signal[] {
    const last = new Map<string, Signal>();
    for (const signal of this.statements) {
      const before = last.get(signal.signal_id);
      if (before === undefined || before.revision < signal.revision) last.set(signal.signal_id, signal);
    }
    return [...last.values()]
      .filter((signal) => !signal.retracted)
      .sort((a, b) => (a.signal_id < b.signal_id ? -1 : 1));
  }
}
