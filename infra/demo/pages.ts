import { Decimal } from 'decimal.js';
import { html } from 'hono/html';
import type { Meter } from '../contracts/price.ts';
import type { Market } from './market.ts';
import type { DemoProduct, DemoVendor } from './vendors.ts';

export interface DemoPage {
  readonly contentType: string;
  readonly body: string;
}

type Rendered = ReturnType<typeof html>;
type PriceOf = (product: DemoProduct, meter: Meter) => string;

const LABELS = {
  en: { input: 'Input', cached_input: 'Cached input', output: 'Output', model: 'Model', context: 'Context window' },
  zh: { input: '输入', cached_input: '缓存命中输入', output: '输出', model: '模型名称', context: '上下文长度' },
} as const;
const TOKEN_METERS = ['input', 'cached_input', 'output'] as const;

/** A vendor's pricing page (or API) as it stands at a step. */
export async function vendorPage(vendor: DemoVendor, market: Market, step: number): Promise<DemoPage> {
  const price: PriceOf = (product, meter) => market.price(vendor, product.name, meter, step) ?? '-';
  switch (vendor.layout) {
    case 'markdown':
      return { contentType: 'text/markdown; charset=utf-8', body: markdown(vendor, price) };
    case 'json_models':
      return json({
        data: vendor.products.map((product) => ({
          id: product.name,
          name: product.name,
          context_length: 131_072,
          pricing: perToken(product, price),
        })),
      });
    case 'json_gpus':
      return json({
        data: {
          gpuTypes: vendor.products.map((product) => ({
            id: product.name,
            displayName: product.name,
            memoryInGb: 80,
            securePrice: Number(price(product, 'gpu_hour')),
          })),
        },
      });
    default:
      return { contentType: 'text/html; charset=utf-8', body: String(await shell(vendor, content(vendor, price))) };
  }
}

function content(vendor: DemoVendor, price: PriceOf): Rendered {
  switch (vendor.layout) {
    case 'transposed':
      return transposed(vendor, price);
    case 'cards':
      return cards(vendor, price);
    case 'gpu_rows':
      return gpus(vendor, price);
    default:
      return rows(vendor, price);
  }
}

function shell(vendor: DemoVendor, main: Rendered): Rendered {
  const zh = vendor.lang === 'zh';
  return html`<!doctype html><html lang="${vendor.lang}"><head><title>${zh ? `${vendor.nameZh}模型价格` : `${vendor.name} pricing`}</title></head>
<body><nav><a href="/">${zh ? '产品' : 'Products'}</a> <a href="/docs">${zh ? '文档' : 'Docs'}</a></nav>
<main><h1>${zh ? `${vendor.nameZh}大模型计费说明` : `${vendor.name} API pricing`}</h1>${main}
<p>${zh ? '限流：默认每分钟 60 次请求，每分钟 100000 tokens。' : 'Default rate limit: 60 requests and 100,000 tokens per minute.'}</p></main></body></html>`;
}

/** Models down, meters across; the unit stands in the header, per thousand or per million as the vendor writes it. */
function rows(vendor: DemoVendor, price: PriceOf): Rendered {
  const label = LABELS[vendor.lang];
  const unit =
    vendor.currency === 'USD' ? '$ / 1M tokens' : vendor.layout === 'per_thousand' ? '元/千tokens' : '元/百万tokens';
  const meters = TOKEN_METERS.filter((meter) => vendor.products.some((product) => product.prices[meter] !== undefined));
  const sign = vendor.currency === 'USD' ? '$' : '';
  return html`<table><thead><tr><th>${label.model}</th><th>${label.context}</th>${meters.map((meter) => html`<th>${label[meter]}（${unit}）</th>`)}</tr></thead>
<tbody>${vendor.products.map((product) => html`<tr><td>${product.name}</td><td>128K</td>${meters.map((meter) => html`<td>${product.prices[meter] === undefined ? '-' : `${sign}${price(product, meter)}`}</td>`)}</tr>`)}</tbody></table>`;
}

/** Models across, meters down, with a spanning group header, as DeepSeek's page has it. */
function transposed(vendor: DemoVendor, price: PriceOf): Rendered {
  const names = {
    cached_input: '1M INPUT TOKENS (CACHE HIT)',
    input: '1M INPUT TOKENS (CACHE MISS)',
    output: '1M OUTPUT TOKENS',
  };
  const meters = ['cached_input', 'input', 'output'] as const;
  return html`<table><tbody><tr><td colspan="2">MODEL</td>${vendor.products.map((product) => html`<td>${product.name}</td>`)}</tr>
<tr><td colspan="2">CONTEXT LENGTH</td><td colspan="${vendor.products.length}">128K</td></tr>
${meters.map((meter, index) => html`<tr>${index === 0 ? html`<td rowspan="3">PRICING</td>` : ''}<td>${names[meter]}</td>${vendor.products.map((product) => html`<td>$${price(product, meter)}</td>`)}</tr>`)}</tbody></table>`;
}

function cards(vendor: DemoVendor, price: PriceOf): Rendered {
  return html`<p>Prices in USD per 1M tokens.</p><div class="cards">${vendor.products.map(
    (product) =>
      html`<div class="card"><h3>${product.name}</h3><ul><li>Input: $${price(product, 'input')} / 1M tokens</li><li>Output: $${price(product, 'output')} / 1M tokens</li></ul></div>`,
  )}</div>`;
}

function gpus(vendor: DemoVendor, price: PriceOf): Rendered {
  return html`<h2>On-demand GPU instances</h2><table><thead><tr><th>GPU model</th><th>VRAM (GB)</th><th>Price per GPU hour</th></tr></thead>
<tbody>${vendor.products.map((product) => html`<tr><td>${product.name}</td><td>80</td><td>$${price(product, 'gpu_hour')}</td></tr>`)}</tbody></table>`;
}

function markdown(vendor: DemoVendor, price: PriceOf): string {
  const meters = TOKEN_METERS;
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [
    `# ${vendor.name} pricing`,
    '',
    'All prices are in USD.',
    '',
    line(['Model', 'Base input tokens', 'Cache hits', 'Output tokens']),
    line(['---', '---', '---', '---']),
    ...vendor.products.map((product) =>
      line([product.name, ...meters.map((meter) => `$${price(product, meter)} / MTok`)]),
    ),
    '',
  ].join('\n');
}

function perToken(product: DemoProduct, price: PriceOf): Record<string, string> {
  const keys = { input: 'prompt', output: 'completion', cached_input: 'input_cache_read' } as const;
  return Object.fromEntries(
    TOKEN_METERS.filter((meter) => product.prices[meter] !== undefined).map((meter) => [
      keys[meter],
      new Decimal(price(product, meter)).div(1_000_000).toFixed(),
    ]),
  );
}

const json = (value: unknown): DemoPage => ({ contentType: 'application/json', body: JSON.stringify(value) });
