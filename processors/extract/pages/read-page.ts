import type { Document } from '../../../infra/contracts/document.ts';
import type { Price } from '../../../infra/contracts/price.ts';
import { fold } from '../../normalise/fold.ts';
import { type Extractor, toPrice } from '../../normalise/price.ts';
import { providerOfUrl } from '../../normalise/providers.ts';
import { isJson } from '../apis/json.ts';
import { readApi } from '../apis/read-api.ts';
import { parseHtml } from '../html/parse-html.ts';
import { ratesOf } from './calculators.ts';
import { type BlockDrafts, withoutCopies } from './copies.ts';
import { dataFile } from './data-files.ts';
import { isCalculator, isExampleHeading, isQuestions } from './decoys.ts';
import { documentsIn, type Held } from './documents-in-json.ts';
import { embedded } from './embedded.ts';
import { below, htmlPage } from './html-page.ts';
import { looseJson } from './loose-json.ts';
import { markdownPage } from './markdown-page.ts';
import type { Block, PageModel } from './model.ts';
import { FAMILY } from './names.ts';
import { type PageContext, pageContext } from './page-context.ts';
import { planHeads } from './plan-heads.ts';
import { ratesInHeads } from './rates-in-heads.ts';
import { readLines } from './read-lines.ts';
import { withScriptOpened } from './script-openings.ts';
import { settle } from './settle.ts';
import { joinSplitTables } from './split-tables.ts';
import { readTable } from './table.ts';
import { withoutCopiedTables, withoutTableCopies } from './table-copies.ts';
import { withTableOfRows } from './tableless-rows.ts';
import { areEstimatedRates } from './under-examples.ts';

const EXTRACTOR: Extractor = { name: 'pages', version: '21' };

interface Read {
  readonly prices: Price[];
  readonly problems: string[];
}

/**
 * The prices a pricing page states, read without knowing the page: HTML, Markdown or plain text. Pure: the same document
 * gives the same prices. `problems` says what looked like a price and could not be told, and what was assumed.
 */
export function readPage(given: Document): Read {
  if (given.format !== 'html') {
    const written = withAnswers(markdownPage(given.body), given, (page) => readModel(page, given));
    const data = written.prices.length === 0 ? dataFile(given.body) : null;
    const listed = data === null ? null : readApi({ ...given, format: 'json', body: data });
    return listed !== null && listed.prices.length > 0 ? listed : written;
  }
  const document = parseHtml(withTableOfRows(withScriptOpened(given.body)));
  // Its language tells krona from krone and a comma from a point, where the catalog does not say it.
  const source: Document = { ...given, lang: given.lang ?? below(document, 'html')?.attribs['lang'] ?? null };
  return withAnswers(htmlPage(document, source.hints.scope), source, (page) => {
    const visible = readModel(page, source);
    if (visible.prices.length > 0) return visible;
    const { page: shell, json } = embedded(document);
    const tables = shell === null ? visible : readModel(shell, source);
    if (tables.prices.length > 0) return tables;
    return (
      readEmbeddedJson(json, source) ??
      readHeld(
        json.flatMap((text) => documentsIn(text)),
        source,
      ) ??
      tables
    );
  });
}

/** The prices of JSON: those of an API, or else those of the pages that it holds as texts. */
export function readJson(source: Document): Read {
  const api = readApi(source);
  if (api.prices.length > 0) return api;
  const loose = isJson(source.body) ? null : (looseJson(source.body) ?? dataFile(source.body));
  return loose === null ? (readHeld(documentsIn(source.body), source) ?? api) : readApi({ ...source, body: loose });
}

/** The prices of pages that say the same in several formats, each once; null where none states any. */
function readHeld(held: readonly Held[], source: Document): Read | null {
  const read = held.map((one) => readPage({ ...source, ...one })).filter(({ prices }) => prices.length > 0);
  const known = new Set<string>();
  const prices = read.flatMap((page) => {
    const fresh = page.prices.filter(({ series }) => !known.has(series));
    for (const { series } of fresh) known.add(series);
    return fresh;
  });
  return read.length === 0 ? null : { prices, problems: read.flatMap(({ problems }) => problems) };
}

/** The prices that the data in a page's scripts states by the names of its keys, each text as the answer of an API; null where it states none. */
function readEmbeddedJson(json: readonly string[], source: Document): Read | null {
  const read = json
    .filter((body) => /price|pricing|cost|on_?demand/i.test(body))
    .map((body) => readApi({ ...source, format: 'json', body }))
    .filter(({ prices }) => prices.length > 0);
  return read.length === 0
    ? null
    : { prices: read.flatMap(({ prices }) => prices), problems: read.flatMap(({ problems }) => problems) };
}

/**
 * With the prices in the answers to its questions: all where a page states none elsewhere (a script fills its list in), else those of
 * models that its list leaves out ("Pricing for Orca 2 is ...").
 */
function withAnswers(page: PageModel, source: Document, read: (page: PageModel) => Read): Read {
  const listed = read(page);
  // Under the heading of a calculator alone there are the rates it offers.
  const found =
    listed.prices.length === 0 && page.blocks.some((block) => headsOver(block).some(isCalculator))
      ? readModel(page, source, (text) => isExampleHeading(text) && !isCalculator(text), true)
      : listed;
  if (!page.blocks.some((block) => headsOver(block).some(isQuestions))) return found;
  const answers = readModel(page, source, (text) => isExampleHeading(text) && !isQuestions(text));
  if (answers.prices.length === 0) return found;
  if (found.prices.length === 0) return answers;
  const known = found.prices.map((price) => price.product_key);
  const isNew = ({ product, product_key, meter }: Price): boolean =>
    ((FAMILY.test(product) && /\d/.test(product)) || meter === 'input' || meter === 'output') &&
    !known.some((key) => key.includes(product_key));
  const series = new Set(found.prices.map((price) => price.series));
  return {
    prices: [...found.prices, ...answers.prices.filter((price) => !series.has(price.series) && isNew(price))],
    problems: found.problems,
  };
}

const headsOver = ({ around }: Block): string[] =>
  [...around.headings.map((heading) => heading.text), ...around.tabs].map(fold);

/** Under a calculator there are the rates it reckons with; examples have none of their own. */
const isRead = (heading: string): boolean => isCalculator(heading) || !isExampleHeading(heading);

/** What a table states, with the plans and rates over its columns; nothing for lines. */
function readTables(
  block: Block,
  place: string,
  context: PageContext,
  isPassedOver: (heading: string) => boolean,
): readonly BlockDrafts[] {
  if (block.kind === 'lines') return [];
  const over = headsOver(block);
  if (over.some(isPassedOver)) {
    const rates = over.every(isRead) ? ratesOf(block.grid, context) : null;
    return rates === null ? [] : [{ table: true, drafts: readTable(rates, block.around, context, place) }];
  }
  const heads = planHeads(block.grid, context) ?? ratesInHeads(block.grid, context);
  return [
    ...(heads === null ? [] : readLines(heads.lines, block.around, context, `${place}.plans`)),
    { table: true, drafts: readTable(heads?.grid ?? block.grid, block.around, context, place) },
  ];
}

function readModel(page: PageModel, source: Document, isPassedOver = isExampleHeading, inCalculators = false): Read {
  const context = pageContext(source, page, inCalculators);
  const joined = withoutCopiedTables(joinSplitTables(page.blocks, context), context);
  const read = joined.map((block, index) => readTables(block, String(index), context, isPassedOver));
  const tables = joined.flatMap((block, index) =>
    block.kind === 'table' && read[index]?.some(({ table, drafts }) => table && drafts.length > 0) ? [block.grid] : [],
  );
  const withoutCopied = withoutTableCopies(tables, context);
  const blocks = joined.flatMap((block, index): readonly BlockDrafts[] => {
    if (block.kind === 'table') return read[index] ?? [];
    const isNone = (heading: string) => isPassedOver(heading) && !areEstimatedRates(heading, block.lines, context);
    if (headsOver(block).some(isNone)) return [];
    return readLines(withoutCopied(block.lines), block.around, context, String(index));
  });
  const provider = source.provider ?? providerOfUrl(source.final_url || source.url) ?? 'unknown';
  const quotes = settle(withoutCopies(blocks), provider, context.effectiveAt);
  return { prices: quotes.map((quote) => toPrice(quote, source, EXTRACTOR)), problems: [...context.problems] };
}
