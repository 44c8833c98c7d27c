/** Pricing pages as vendors serve them: 40 KB of navigation, prose and script around one table of 25 models, two prices each. */
import { stableId } from '../../../infra/contracts/ids.ts';
import { makeDocument } from '../../support/document.ts';

export const PRICES_PER_PAGE = 50;

const FILLER = Array.from(
  { length: 160 },
  (_, index) =>
    `<div class="nav-item c${index}"><a href="/product/${index}" data-track="nav-${index}"><span>Product ${index}</span></a><p>Build, deploy and watch service ${index} in every region, with one console.</p></div>`,
).join('\n');
const SCRIPT = `<script>window.__state=${JSON.stringify(Array.from({ length: 120 }, (_, index) => ({ id: index, flag: `feature-${index}`, on: index % 2 === 0 })))}</script>`;

/** Source `source` at look `round`: each look moves one price in 25 by a cent. */
export function pricingPage(source: number, round: number): string {
  const cents = (model: number, meter: number) => {
    const moved = Math.floor((round + model * 2 + meter) / 25);
    return ((100 + ((source * 37 + model * 11 + meter * 300) % 900) + moved) / 100).toFixed(2);
  };
  const rows = Array.from(
    { length: PRICES_PER_PAGE / 2 },
    (_, model) =>
      `<tr><td class="name">Model ${model}-${source}</td><td>128K</td><td>$${cents(model, 0)}</td><td>$${cents(model, 1)}</td></tr>`,
  ).join('\n');
  return `<!doctype html><html lang="en"><head><title>Vendor ${source} pricing</title>${SCRIPT}</head><body>
<nav>${FILLER}</nav><main><h1>API pricing</h1><p>Prices are in US dollars. Update ${round}.</p>
<table><thead><tr><th>Model</th><th>Context</th><th>Input ($ / 1M tokens)</th><th>Output ($ / 1M tokens)</th></tr></thead>
<tbody>${rows}</tbody></table></main></body></html>`;
}

/** The page as fetch hands it on, read now. */
export function pricingDocument(source: number, round: number, at = new Date()) {
  const name = `vendor-${source}`;
  const url = `https://${name}.example/pricing`;
  return makeDocument({
    body: pricingPage(source, round),
    document_id: stableId(name, round),
    source_id: `${name}-pricing`,
    provider: name,
    url,
    final_url: url,
    fetched_at: at.toISOString(),
  });
}
