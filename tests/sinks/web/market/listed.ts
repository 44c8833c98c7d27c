import type { Price } from '../../../../infra/contracts/price.ts';
import { type PriceChange, priceChange } from '../../../../infra/contracts/price-change.ts';

/** A small market, told relative to `now`: enough of everything for every page and every filter. */
export const NOW = Date.now();
export const daysAgo = (days: number): string => new Date(NOW - days * 86_400_000).toISOString();

export interface Listed {
  readonly provider: string;
  readonly product: string;
  readonly meter: Price['meter'];
  readonly currency: string;
  /** Prices and how many days ago each began to stand, oldest first. */
  readonly steps: readonly (readonly [daysAgo: number, unitPrice: string])[];
}

export const seriesOf = ({ provider, product, meter, currency }: Omit<Listed, 'steps'>): string =>
  `${provider}/${product.toLowerCase().replaceAll(' ', '-')}/${meter}/standard/-/-/${currency}/${meter === 'gpu_hour' ? 1 : 1_000_000}`;

export const LISTED: readonly Listed[] = [
  {
    provider: 'alibaba-cloud',
    product: 'Qwen Max',
    meter: 'input',
    currency: 'CNY',
    steps: [
      [120, '20'],
      [64, '2.4'],
      [5, '3.2'],
    ],
  },
  {
    provider: 'alibaba-cloud',
    product: 'Qwen Max',
    meter: 'output',
    currency: 'CNY',
    steps: [
      [120, '60'],
      [64, '9.6'],
      [5, '12.8'],
    ],
  },
  {
    provider: 'volcano-engine',
    product: 'Doubao Pro',
    meter: 'input',
    currency: 'CNY',
    steps: [
      [120, '0.8'],
      [3, '0.6'],
    ],
  },
  {
    provider: 'volcano-engine',
    product: 'Doubao Pro',
    meter: 'output',
    currency: 'CNY',
    steps: [
      [120, '2'],
      [3, '1.8'],
    ],
  },
  {
    provider: 'deepseek',
    product: 'DeepSeek Chat',
    meter: 'input',
    currency: 'USD',
    steps: [
      [120, '0.14'],
      [40, '0.27'],
    ],
  },
  {
    provider: 'deepseek',
    product: 'DeepSeek Chat',
    meter: 'output',
    currency: 'USD',
    steps: [
      [120, '0.28'],
      [40, '1.1'],
    ],
  },
  { provider: 'openai', product: 'GPT-5 mini', meter: 'input', currency: 'USD', steps: [[100, '0.25']] },
  {
    provider: 'openai',
    product: 'GPT-5 mini',
    meter: 'output',
    currency: 'USD',
    steps: [
      [100, '2'],
      [2, '1.6'],
    ],
  },
  {
    provider: 'anthropic',
    product: 'Claude Haiku',
    meter: 'output',
    currency: 'USD',
    steps: [
      [110, '4'],
      [25, '5'],
    ],
  },
  {
    provider: 'coreweave',
    product: 'H100 SXM',
    meter: 'gpu_hour',
    currency: 'USD',
    steps: [
      [120, '4.25'],
      [50, '3.85'],
      [6, '4.76'],
    ],
  },
  {
    provider: 'runpod',
    product: 'H100 SXM',
    meter: 'gpu_hour',
    currency: 'USD',
    steps: [
      [120, '2.99'],
      [9, '2.69'],
    ],
  },
];

export const QWEN_OUTPUT = seriesOf({
  provider: 'alibaba-cloud',
  product: 'Qwen Max',
  meter: 'output',
  currency: 'CNY',
});
export const DEEPSEEK_OUTPUT = seriesOf({
  provider: 'deepseek',
  product: 'DeepSeek Chat',
  meter: 'output',
  currency: 'USD',
});

/** A page of the dashboard that compares the two. */
export const COMPARED = `/prices?range=all&${[QWEN_OUTPUT, DEEPSEEK_OUTPUT].map((key) => `series=${encodeURIComponent(key)}`).join('&')}`;

const pageUrl = (provider: string): string => `https://${provider}.example/pricing`;
export const documentId = (provider: string, days: number): string => `doc-${provider}-${days}`;

/** Every listed price, read every second day since its first step. */
export const prices = (): (Price & { url: string; backfill: boolean; recorded_at: string })[] =>
  LISTED.flatMap((listed) => {
    const first = listed.steps[0]?.[0] ?? 0;
    const days = new Set([
      ...Array.from({ length: Math.floor(first / 2) + 1 }, (_, n) => first - 2 * n),
      ...listed.steps.map(([day]) => day),
      0,
    ]);
    return [...days].map((day) => {
      const standing = listed.steps.filter(([since]) => since >= day).at(-1)?.[1] ?? '0';
      return {
        version: 1,
        series: seriesOf(listed),
        provider: listed.provider,
        product: listed.product,
        product_key: listed.product.toLowerCase().replaceAll(' ', '-'),
        meter: listed.meter,
        mode: 'standard',
        tier: null,
        region: null,
        currency: listed.currency,
        per: listed.meter === 'gpu_hour' ? 1 : 1_000_000,
        amount: standing,
        unit_price: standing,
        unit_price_usd: listed.currency === 'USD' ? standing : null,
        observed_at: daysAgo(day),
        effective_at: null,
        document_id: documentId(listed.provider, day),
        source_id: `${listed.provider}-pricing`,
        url: pageUrl(listed.provider),
        evidence: `${listed.product} | ${standing}`,
        extractor: 'pages',
        extractor_version: '1',
        backfill: false,
        recorded_at: daysAgo(day),
      };
    });
  });

const percent = (from: string, to: string): number => Math.round((Number(to) / Number(from) - 1) * 1_000_000) / 10_000;

export const changes = (): PriceChange[] =>
  LISTED.flatMap((listed) =>
    listed.steps.slice(1).map(([day, next], n) => {
      const [before, old] = listed.steps[n] ?? [day, next];
      return priceChange.parse({
        change_id: `change-${seriesOf(listed)}-${day}`,
        source_id: `${listed.provider}-pricing`,
        url: pageUrl(listed.provider),
        series: seriesOf(listed),
        provider: listed.provider,
        product: listed.product,
        product_key: listed.product.toLowerCase().replaceAll(' ', '-'),
        meter: listed.meter,
        currency: listed.currency,
        per: listed.meter === 'gpu_hour' ? 1 : 1_000_000,
        direction: Number(next) > Number(old) ? 'increase' : 'decrease',
        old_unit_price: old,
        new_unit_price: next,
        pct: percent(old, next),
        previous_observed_at: daysAgo(Math.min(before, day + 2)),
        observed_at: daysAgo(day),
        document_id: documentId(listed.provider, day),
        evidence: `${listed.product} | ${next}`,
      });
    }),
  );
