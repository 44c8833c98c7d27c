import { load } from 'cheerio';
import type { Document } from '../../../infra/contracts/document.ts';
import type { Price } from '../../../infra/contracts/price.ts';
import { type Extractor, toPrice } from '../../normalise/price.ts';
import { providerOfUrl } from '../../normalise/providers.ts';
import { readLines } from './cards.ts';
import { type BlockDrafts, withoutCopies } from './copies.ts';
import { isExampleHeading } from './decoys.ts';
import { embeddedPage } from './embedded.ts';
import { htmlPage } from './html-page.ts';
import { markdownPage } from './markdown-page.ts';
import type { PageModel } from './model.ts';
import { pageContext } from './page-context.ts';
import { planHeads } from './plan-heads.ts';
import { settle } from './settle.ts';
import { joinSplitTables } from './split-tables.ts';
import { readTable } from './table.ts';

const EXTRACTOR: Extractor = { name: 'pages', version: '5' };

/**
 * The prices a pricing page states, read without knowing the page: HTML, Markdown or plain text. Pure: the same document
 * gives the same prices. `problems` says what looked like a price and could not be told, and what was assumed.
 */
export function readPage(source: Document): { prices: Price[]; problems: string[] } {
  if (source.format !== 'html') return readModel(markdownPage(source.body), source);
  const $ = load(source.body);
  const visible = readModel(htmlPage($, source.hints.scope), source);
  if (visible.prices.length > 0) return visible;
  const embedded = embeddedPage($);
  return embedded === null ? visible : readModel(embedded, source);
}

function readModel(page: PageModel, source: Document): { prices: Price[]; problems: string[] } {
  const context = pageContext(source, page);
  const blocks: BlockDrafts[] = [];
  joinSplitTables(page.blocks, context).forEach((block, index) => {
    const over = [...block.around.headings.map((heading) => heading.text), ...block.around.tabs];
    if (over.some(isExampleHeading)) return;
    if (block.kind === 'lines') {
      blocks.push({ table: false, drafts: readLines(block.lines, block.around, context, String(index)) });
      return;
    }
    const plans = planHeads(block.grid, context);
    if (plans !== null)
      blocks.push({ table: false, drafts: readLines(plans.lines, block.around, context, `${index}.plans`) });
    blocks.push({
      table: true,
      drafts: readTable(plans?.grid ?? block.grid, block.around, context, String(index)),
    });
  });
  const provider = source.provider ?? providerOfUrl(source.final_url || source.url) ?? 'unknown';
  const quotes = settle(withoutCopies(blocks), provider, context.effectiveAt);
  return { prices: quotes.map((quote) => toPrice(quote, source, EXTRACTOR)), problems: [...context.problems] };
}
