import { type Signal, signal as signalSchema } from '../../../infra/contracts/signal.ts';
import type { Memories, Memory } from '../../../sinks/alerts/decide.ts';
import { entryOf } from '../../../sinks/alerts/entry.ts';
import type { Message } from '../../../sinks/alerts/message.ts';
import { type SignalRule, type SourceRule, signalRule, sourceRule } from '../../../sinks/alerts/rule.ts';

export const NOW = Date.parse('2026-04-18T10:00:00.000Z');

type Change = Signal['changes'][number];

export function change(fields: Partial<Change> = {}): Change {
  const product = fields.product ?? 'qwen-max';
  return {
    change_id: `change of ${product} ${fields.meter ?? 'input'}`,
    series: `alibaba-cloud/${product}`,
    product,
    meter: 'input',
    mode: 'standard',
    currency: 'CNY',
    direction: 'increase',
    old_unit_price: '10',
    new_unit_price: '12.5',
    pct: 25,
    ...fields,
  };
}

/** A repriced page, unless the fields say otherwise. */
export function signal(fields: Partial<Signal> = {}): Signal {
  return signalSchema.parse({
    signal_id: 'signal-1',
    revision: 1,
    kind: 'price_change',
    origin: 'observed',
    subject: 'alibaba-cloud',
    headline: 'Alibaba Cloud raises 2 prices, 25 percent',
    headline_zh: '阿里云上调 2 项价格，涨幅 25%',
    direction: 'increase',
    state: 'unannounced',
    first_seen_at: '2026-04-18T09:59:00.000Z',
    updated_at: '2026-04-18T09:59:00.000Z',
    url: 'https://pricing.example/alibaba-cloud',
    mentions: 1,
    sources: ['alibaba-cloud-pricing'],
    citations: [],
    changes: [change(), change({ product: 'qwen-plus' })],
    related: [],
    ...fields,
  });
}

export function citation(fields: Partial<Signal['citations'][number]> = {}): Signal['citations'][number] {
  return {
    announcement_id: 'announcement-1',
    document_id: 'document-1',
    source_id: 'newswire',
    url: 'https://news.example/a',
    title: 'Cloud prices rise',
    quote: 'Alibaba Cloud will raise prices by 5% to 34% from April 18.',
    published_at: '2026-03-18T00:00:00.000Z',
    observed_at: '2026-03-18T01:00:00.000Z',
    ...fields,
  };
}

export const rule = (fields: object = {}): SignalRule =>
  signalRule.parse({ name: 'prices', when: { kind: 'price_change' }, channels: 'ops', ...fields });

export const rules = {
  signal: rule,
  source: (fields: object = {}): SourceRule =>
    sourceRule.parse({ name: 'health', source: {}, channels: 'ops', ...fields }),
};

export function message(fields: Partial<Message> & { signals?: readonly Signal[] } = {}): Message {
  const { signals = [signal()], ...rest } = fields;
  return {
    message_id: 'message-1',
    rule: 'prices',
    digest: false,
    created_at: NOW,
    entries: signals.map((one) => ({ ...entryOf(one, 'new'), alert_id: `alert of ${one.signal_id}` })),
    more: 0,
    ...rest,
  };
}

/** Memories in memory. */
export class Remembered implements Memories {
  readonly all: Memory[] = [];

  ofSignal(name: string, signalId: string): Memory | undefined {
    return this.all.findLast((one) => one.rule === name && one.signal_id === signalId);
  }

  ofEvidence(name: string, evidence: readonly string[]): Memory | undefined {
    return this.all.findLast((one) => one.rule === name && one.evidence.some((id) => evidence.includes(id)));
  }
}
