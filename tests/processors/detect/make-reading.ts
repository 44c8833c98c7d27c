import { CONTRACT_VERSION } from '../../../infra/contracts/common.ts';
import type { Price, Reading } from '../../../infra/contracts/price.ts';
import type { PriceChange } from '../../../infra/contracts/price-change.ts';
import { type Applied, applyReading, newAddress } from '../../../processors/detect/apply-reading.ts';
import type { AddressState } from '../../../processors/detect/state.ts';
import { toPrice } from '../../../processors/normalise/price.ts';
import { makeDocument } from '../../support/document.ts';

/** The n-th hour of a day in 2026. */
export const hour = (n: number): string => new Date(Date.UTC(2026, 3, 1, n)).toISOString();

export interface Given {
  readonly at: number;
  /** Product -> dollars per 1M input tokens; "product output" for its output tokens. */
  readonly prices: Readonly<Record<string, string>>;
  readonly currency?: string;
  readonly document_id?: string;
  readonly extractor_version?: string;
  readonly backfill?: boolean;
  readonly seen_again?: boolean;
}

export function makeReading(given: Given): Reading {
  const { at, prices, currency = 'USD', extractor_version = '1', backfill = false } = given;
  const document_id = given.document_id ?? `d-${at}-${JSON.stringify(prices)}`;
  const source = makeDocument({ body: '', document_id, source_id: 'acme', fetched_at: hour(at) });
  const make = ([name, amount]: [string, string]): Price =>
    toPrice(
      {
        provider: 'acme',
        product: name.replace(/ output$/, ''),
        meter: name.endsWith(' output') ? 'output' : 'input',
        mode: 'standard',
        tier: null,
        region: null,
        amount,
        currency,
        per: 1_000_000,
        effective_at: null,
        evidence: `${name} ${amount}`,
      },
      source,
      { name: 'test', version: extractor_version },
    );
  return {
    version: CONTRACT_VERSION,
    document_id,
    source_id: 'acme',
    url: 'https://acme.example/pricing',
    authority: 'own',
    observed_at: hour(at),
    prices: Object.entries(prices).map(make),
    backfill,
    ...(given.seen_again === undefined ? {} : { seen_again: given.seen_again }),
  };
}

/** An address under test: what was stated of it, and what of that holds. */
export class Tape {
  state: AddressState = newAddress('acme', 'https://acme.example/pricing');
  readonly stated: PriceChange[] = [];
  readonly #keep: number | undefined;

  constructor(keep?: number) {
    this.#keep = keep;
  }

  read(...given: readonly Given[]): Applied | undefined {
    let last: Applied | undefined;
    for (const one of given) {
      last = applyReading(this.state, makeReading(one), this.#keep);
      this.state = last.state;
      this.stated.push(...last.changes);
    }
    return last;
  }

  /** Latest revision of every change that holds, in order of time and series. */
  holds(): PriceChange[] {
    const latest = new Map<string, PriceChange>();
    for (const change of this.stated) {
      const known = latest.get(change.change_id);
      if (known === undefined || known.revision < change.revision) latest.set(change.change_id, change);
    }
    return [...latest.values()]
      .filter((change) => !change.retracted)
      .sort((a, b) => (`${a.observed_at} ${a.series}` < `${b.observed_at} ${b.series}` ? -1 : 1));
  }

  /** "1: gpt 2 -> 3" for every change that holds; "?" where it is suspect. */
  story(): string[] {
    return this.holds().map(
      (change) =>
        `${new Date(change.observed_at).getUTCHours()}: ${change.product} ${change.old_unit_price ?? '-'} -> ${change.new_unit_price ?? '-'}${change.suspect ? ' ?' : ''}`,
    );
  }
}
