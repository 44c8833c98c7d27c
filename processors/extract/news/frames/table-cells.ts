import type { Article } from '../analysis.ts';
import { PURE_MAKERS } from '../chip-makers.ts';
import { type Entity, isActor } from '../entities.ts';
import { cloudOf } from '../families.ts';
import type { Reading } from '../reading.ts';
import { sourceSubject } from '../source-subject.ts';
import { speakerOf } from '../speaker.ts';
import { hostInTitle } from './host-of-title.ts';
import { HOSTS, isPlatform } from './hosts.ts';
import { type Cell, PERIOD, type Place, type Table } from './table-model.ts';
import { spokenOf, tableSubject } from './table-owner.ts';
import { isWare, wareAbove } from './ware-above.ts';

/** "Together AI reprices its models", "TokenHub 价格" over a table of models: the host that the lines above speak of sells them all; null where they name another. */
function hostSpokenOf(article: Article, reading: Reading, maker: string): string | null {
  for (let i = reading.index - 1; i >= 0 && i >= reading.index - 4; i--) {
    const { text } = article.reading(i);
    if (ADDRESS.test(text)) continue;
    const houses = article.entitiesOf(i).filter((e) => e.kind === 'organisation' || isPlatform(text, e));
    if (houses.length === 0) continue;
    const [only, ...others] = new Set(houses.map((e) => e.slug));
    return only !== undefined && others.length === 0 && only !== maker && HOSTS.has(only) ? only : null;
  }
  return null;
}

/** "Prices in USD per 1M tokens on Microsoft Foundry" right below a table: on whose shelf its models are; null elsewhere. */
function hostBelow(article: Article, reading: Reading, maker: string): string | null {
  let i = reading.index;
  while (article.blocks[article.sentences[i]?.block ?? -1]?.kind === 'row') i++;
  const below = article.sentences[i];
  if (!below) return null;
  const text = article.folded.slice(below.start, below.end);
  if (!PRICES_ON.test(text)) return null;
  const [only, ...others] = new Set(
    article
      .entitiesOf(i)
      .filter(isActor)
      .map((e) => cloudOf(e.slug)),
  );
  return only !== undefined && others.length === 0 && only !== maker && HOSTS.has(only) ? only : null;
}
const PRICES_ON = /^\W*(?:all |list |these )?(?:prices|rates|pricing)\b.*\b(?:on|via|through|at) /;

/** "来源：https://…": where it is from, and nothing else. */
const ADDRESS = /^\W*[\w\u4e00-\u9fff]{0,8}\W{0,3}https?:\/\/\S+$/;

/** On a host's own page the models of others are sold by the host. */
function hostWhosePage(article: Article, maker: string): string | null {
  const speaker = speakerOf(article);
  return speaker !== null && speaker !== maker && HOSTS.has(speaker) ? speaker : null;
}

/** "| Model | Host | Input |": the one that a column of sellers names in the row of a price, whose model it may be. */
const sellerInRow = ({ article, header }: Table, { row, cell: own }: Place): string | null => {
  const cell = row.find((at, column) => at !== own && SELLERS.test(header[column]?.text ?? ''));
  const houses = cell ? article.namesIn(cell.start, cell.end).filter(isActor) : [];
  const [only, ...others] = new Set(houses.map((e) => e.slug));
  return only !== undefined && others.length === 0 ? only : null;
};

/** "| Model | DeepInfra | Novita |" over "| Kimi K3 | 0.75 / 3.50 | ... |": the house that heads a column, where those beside it are headed by others; null elsewhere. */
function sellerOverColumn({ article, header }: Table, { head, label }: Place): string | null {
  const house = (cell: Cell): string | null => {
    const [only, ...others] = article.namesIn(cell.start, cell.end).filter(isActor);
    const whole = only?.kind === 'organisation' && others.length === 0;
    return whole && only.end - only.start >= cell.text.length - 4 ? only.slug : null;
  };
  const own = house(head);
  const sold = article.namesIn(label.start, label.end).some((e) => e.kind === 'product');
  return own !== null && sold && header.some((cell) => cell !== head && house(cell) !== null) ? own : null;
}

/** deepseek-ai/DeepSeek-V4: a model by the account of its maker. */
const PATH = /^[\w.-]+\/[\w.:-]+$/;

/** Who sells at the price in a cell: as of any cell, but a model's maker gives way to the host above. */
export function tableSeller(table: Table, place: Place): string | null {
  const { article, reading } = table;
  const told = sellerInRow(table, place) ?? sellerOverColumn(table, place);
  if (told !== null) return told;
  const [first, path] =
    [...place.row, place.head]
      .map((cell): [Entity | undefined, boolean] => {
        const named = article.namesIn(cell.start, cell.end).filter(isActor);
        return PATH.test(cell.text) ? [named.at(-1), true] : [named[0], false];
      })
      .find(([named]) => named !== undefined) ?? [];
  return (
    (first && (first.kind === 'product' || path)
      ? (hostSpokenOf(article, reading, first.slug) ??
        hostBelow(article, reading, first.slug) ??
        hostInTitle(article) ??
        hostWhosePage(article, first.slug))
      : null) ?? tableSubject(table, place)
  );
}

/** Whose rents a table tells where all that is named near it is who makes the cards; null where nobody else is told. */
export function landlord({ article }: Table): string | null {
  const [source] = sourceSubject(article).slugs;
  return source === undefined || PURE_MAKERS.has(source) ? null : source;
}

/** 谷时, 调整前: a column that says when, not what. */
const WHEN =
  /^(?:[峰谷平尖]时|[高低]峰|(?:峰|谷|闲|忙|日|夜)[间时]段?|白天|old|new|previous|before|after|现价|新价|原价|价格|调[整价][前后])/;

/** "Input, new": a column of one way of tokens. */
const WAY = /^(?:cached? )?(?:input|output|prompt|completion)|^(?:缓存)?(?:输入|输出|命中)/;

/** The product that the lines above a table are about, in their own words. */
function productAbove({ article, reading }: Table): string | null {
  for (let i = reading.index - 1; i >= 0 && i >= reading.index - 12; i--) {
    const entity = spokenOf(article, i, 'product') ?? spokenOf(article, i);
    const start = article.sentences[i]?.start ?? 0;
    if (entity) return article.document.body.slice(start + entity.start, start + entity.end);
  }
  return null;
}

/** The card or model that is sold by all the sellers that a table has a row of each: what the nearest line above names that is sold. */
export function wareOfSellers({ article, reading, header }: Table, { label }: Place): string | null {
  const seller =
    SELLERS.test(header[0]?.text ?? '') || article.namesIn(label.start, label.end)[0]?.kind === 'organisation';
  if (!seller || article.namesIn(label.start, label.end).some(isWare)) return null;
  for (let i = reading.index - 1; i >= 0 && i >= reading.index - 12; i--) {
    const ware = article.entitiesOf(i).find(isWare);
    const start = article.sentences[i]?.start ?? 0;
    if (ware) return article.document.body.slice(start + ware.start, start + ware.end);
  }
  return null;
}
const SELLERS =
  /^(?:(?:cloud|gpu|neocloud|inference|api) )?(?:providers?|vendors?|sellers?|hosts?|hosted (?:by|on|at)|served by|sold by|platforms?|clouds?|marketplaces?|厂商|平台|服务商|云厂商|供应商|云平台)$/;

/** 双方合作承销 5 GW 的 Trainium2: what is told of a deal, no name. */
const CLAUSE = /(?:[\u4e00-\u9fff][^\u4e00-\u9fff]*){9}|[;；，。]/;
/** "over 100 trillion in one quarter, Foundry only": a figure and what is remarked of it. */
const STARTS_WITH_FIGURE = /^(?:over |about |around |more than |nearly |some |up to |[~≈<>])*[$€£¥]?\d/;

/** "Q4 2024", "last twelve months", "first half": a cell that tells when. */
const OF_A_TIME =
  /^(?:(?:q[1-4]|h[12]|fy|[1-4]q|ttm|ltm|cy)\b|(?:last|past|trailing|previous|first|second|third|fourth|full|fiscal|calendar|early|mid|late|end|this|current|next) ?-?(?:\w+[- ])?(?:quarter|half|months?|year|weeks?|20\d\d)|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? (?:to |– ?)?(?:[a-z]+ )?20\d\d)/;

/** The label of a row, or of the column where the row is only a tier or a meter ("First 10 TB", "输入"). Original case. */
export function tableObject(table: Table, { cell: own, head, label, row }: Place): string {
  const { article, header } = table;
  const body = article.document.body;
  // A column of its own for the model beats the one of its maker.
  const model =
    row[
      header.findIndex((cell) =>
        /^(?:模型|型号|规格|实例|产品|项目|业务|板块|分部|model|instance|product|sku)|^[涨降提调][了价整]*(?:什么|产品|对象|范围|品类|项目|服务)|^(?:涉及|受影响)的?(?:产品|品类|范围|服务)/.test(
          cell.text,
        ),
      )
    ];
  if (model && model.text !== '') return body.slice(model.start, model.end);
  // Of a row without a label: what the lines above sell, or speak of.
  if (label.text === '')
    return wareAbove(article, table.reading) ?? productAbove(table) ?? body.slice(head.start, head.end);
  const tier =
    /^(?:first|next|over|above|up to|tier|input|output|cached?|prompt|completion|price|输入|输出|缓存|价格|单价|<|>|≤|≥|\d+[km]?\b(?! ?[x×*] ?[a-z])(?! ?八卡))/;
  // "| Lambda | H100 SXM | $2.99 |": the label is the seller, another cell says what.
  const named = (cell: Cell) => article.namesIn(cell.start, cell.end);
  const thing =
    named(label)[0]?.kind === 'organisation'
      ? row.find(
          (cell) =>
            !(cell === own && STARTS_WITH_FIGURE.test(own.text)) &&
            !CLAUSE.test(cell.text) &&
            named(cell).some((e) => e.kind === 'chip' || e.kind === 'product'),
        )
      : undefined;
  // "| NVIDIA B200 | CoreWeave | 8x GPU |": a label that names its maker is what is sold all the same.
  if (thing) return body.slice(thing.start, thing.end);
  // "| Provider | H100 | B200 |" over "| Lambda | $2.99 | $4.99 |": what is sold stands over the column.
  const column =
    named(label)[0]?.kind === 'organisation' && !/\d/.test(label.text)
      ? named(head).find((e) => e.kind === 'chip' || e.kind === 'product')
      : undefined;
  if (column) return body.slice(head.start, head.end);
  // "| Cloudflare | R2 storage, per GB-month | $0.015 |"
  const what = /^[a-z]/.test(label.text) && named(label)[0]?.kind === 'organisation' ? row[1] : undefined;
  if (what && what !== own && /^[a-z]/.test(what.text) && !OF_A_TIME.test(what.text))
    return body.slice(what.start, what.end);
  // "| Mid-2025 | $2.60 |": of the chip that the column, or a line above, names.
  if (PERIOD.test(label.text)) {
    const ware = named(head).find((e) => e.kind === 'chip' || e.kind === 'product');
    return (
      (ware && body.slice(ware.start, ware.end)) ??
      wareAbove(article, table.reading) ??
      productAbove(table) ??
      body.slice(head.start, head.end)
    );
  }
  const ofMeter = WHEN.test(head.text) || (WAY.test(head.text) && named(head).length === 0);
  const above = tier.test(label.text) && ofMeter ? productAbove(table) : null;
  if (above !== null) return above;
  return tier.test(label.text) ? body.slice(head.start, head.end) : body.slice(label.start, label.end);
}
