import { attributionOf } from '../attribution.ts';
import { PURE_MAKERS } from '../chip-makers.ts';
import type { Draft } from '../draft.ts';
import { cloudOf } from '../families.ts';
import { shift } from '../numbers.ts';
import { scanQuantities } from '../quantities.ts';
import type { Quantity } from '../quantity.ts';
import { type Rate, rateAfter, readSide, type TokenSide } from '../rates.ts';
import { fold, matches } from '../text.ts';
import { currencyAfter, currencyBefore } from '../units.ts';
import { PER_MILLION } from './borrowed.ts';
import { rateOfPurchase } from './bought-in-cells.ts';
import { withAside } from './cell-aside.ts';
import { rateOfDoing } from './done-with.ts';
import { hourOfRow } from './machine-of-row.ts';
import { isMachinePart } from './machine-part.ts';
import { sidesIn } from './meter.ts';
import { movedBy } from './moved-by.ts';
import { rateOfRent } from './rented-in-cells.ts';
import { ofItsGoods } from './seller-of.ts';
import { sharedUnit } from './shared-unit.ts';
import { landlord, tableObject, tableSeller, wareOfSellers } from './table-cells.ts';
import { dayOfPrice, timeOfLabel } from './table-day.ts';
import type { Cell, Place, Table } from './table-model.ts';
import { waysIn } from './table-ways.ts';
import { unitIn } from './unit-ahead.ts';
import { isSum } from './worked-example.ts';

export interface PriceInCell {
  readonly q: Quantity;
  readonly currency: string;
  readonly rate: Rate;
  readonly meter: NonNullable<Draft['meter']>;
}

/** Prices of one cell; more than one where the cell names the meters ("输入 0.8 元，输出 2 元"). */
export function pricesIn(table: Table, place: Place): PriceInCell[] {
  const { caption, header } = table;
  const { cell, head, label, row } = place;
  // "| 74 million input tokens and 9 million output tokens | $15.86 |": what so much work came to.
  if (isSum(label.text) || COST_OF_WORK.test(head.text) || RECKONED.test(head.text)) return [];
  // "| Vast.ai | 1.21 | 1.21 | 0 |" under 环比: it did not move.
  if (MOVED_BY.test(head.text) && /^[-+−–]?0(?:\.0+)?$/.test(cell.text)) return [];
  const parts = withAside(cell.text);
  if (parts) {
    const [price, added] = parts.map((text) => ({ ...place, cell: { ...cell, text } }));
    return [
      ...(price ? pricesIn(table, price) : []),
      // A bracket that names no meter only explains: a discount, what it was.
      ...(added && sidesIn(added.cell.text, 0, added.cell.text.length).length > 0 ? pricesIn(table, added) : []),
    ];
  }
  const ways = waysIn(cell.text);
  if (ways) return ways.flatMap((text) => pricesIn(table, { ...place, cell: { ...cell, text } }));
  const quantities = asRange(
    cell.text,
    scanQuantities(cell.text).filter((q) => q.unit === 'money' || q.unit === 'number'),
  );
  // "| Per 1M tokens | Input | Output |": the corner speaks for all columns.
  const corner = header[0]?.text ?? '';
  // "Input tokens per request" over the rows says how many of them one sends.
  const unit = tableUnit(
    head.text,
    label.text,
    TOKENS_OF_A_CALL.test(corner) ? '' : corner,
    unitBeside(header, head),
    caption,
  );
  const own = sidesIn(cell.text, 0, cell.text.length);
  const listed =
    quantities.length > 1 && isList(cell.text, quantities)
      ? (metersOf([head.text, label.text, caption], quantities.length) ?? waysOfModel(table, place, quantities))
      : null;
  // "3.0 / 9.0 / 0.1" under "输入/输出/缓存命中", "$10 / $50" under "$ per 1M tokens": one of each, in order.
  if (listed !== null) {
    const rate = unit?.rate ?? (quantities.every((q) => q.unit === 'money') ? PER_MILLION : null);
    return quantities.flatMap((q, index) => {
      const currency = q.currency ?? unit?.currency ?? null;
      const meter = listed[index];
      return currency === null || rate?.meter !== 'token' || !meter ? [] : [{ q, currency, rate, meter }];
    });
  }
  const sided = quantities.length > 0 && own.length >= quantities.length;
  // "$0.56 input, $0.28 cached input": what each is for stands behind it.
  const behind = quantities.length > 1 && (own[0]?.start ?? 0) >= (quantities[0]?.end ?? 0);
  const plans = quantities.length === 2 && isList(cell.text, quantities) ? plansIn(head.text, quantities) : null;
  if (plans !== null) return pricesOf(plans);
  if ((quantities.length > 2 && !(sided && own.length === quantities.length)) || (quantities.length === 2 && !sided))
    return quantities.length === 2 ? pricesOf(quantities.slice(0, 1)) : [];
  return pricesOf(quantities);

  function pricesOf(found: readonly Quantity[]): PriceInCell[] {
    return found.flatMap((told) => {
      const bare = told.unit === 'number';
      // 输入（≤32K） says for how long a context the price of its row is.
      if (bare && !(unit !== null && (ONLY_NUMBERS.test(cell.text) || (sided && !OF_CONTEXT.test(cell.text)))))
        return [];
      const q = bare && !told.large && unit !== null ? inMyriads(told, unit) : told;
      // Columns of input and output prices without a unit are per million tokens, as the trade quotes them.
      const sideways = (sideOf(head.text) ?? sideOf(label.text)) !== null;
      const bySide = sideways ? (tokensOver(caption) ?? (q.unit === 'money' ? PER_MILLION : null)) : null;
      // "| M2 output, per million tokens | $1.20 | $0.95 |": another cell of the row says what a price is per.
      const byRow =
        q.unit === 'money'
          ? row
              .map((other) => (SPEED.test(other.text) ? null : rateIn(` ${other.text}`)))
              .find((found) => found !== null)
          : null;
      const rate =
        q.rate ??
        rateOfDoing(label.text) ??
        unit?.rate ??
        byRow ??
        bySide ??
        rateOfPurchase(table, place, q) ??
        rateOfRent(table, place, q);
      // 2.7万 under 月租: in yuan, where nothing names another money.
      const currency = q.currency ?? unit?.currency ?? (bare && q.large && /租/.test(head.text) ? 'CNY' : null);
      if (rate === null || currency === null) return [];
      // 223亿元 over a line that prices tokens: what no tokens cost.
      if (rate.meter === 'token' && q.rate === null && q.large && Number(q.min ?? q.max) >= DEAREST) return [];
      const said = sided
        ? (behind ? own.find(({ start }) => start >= q.end) : own.findLast(({ end }) => end <= q.start))?.side
        : undefined;
      const side =
        said ??
        (sided && quantities.length > 1
          ? undefined
          : (q.rate?.side ??
            sideOf(head.text) ??
            readSide(row.map((other) => other.text).find((text) => text.length <= 12 && readSide(text) !== null)) ??
            rate.side ??
            row.map((other) => sideOf(other.text)).find((found) => found !== null)));
      // Rows without labels are of what the line above names.
      const words = [head, ...row].map((other) => other.text).join(' ') + (label.text === '' ? ` ${caption}` : '');
      const hour = hourOfRow(place, header[0], words);
      const part = BY_SIZE.has(rate.meter) && isMachinePart(label.text);
      const whole = rate.meter === 'hour' ? hour : rate.meter;
      const meter = part ? 'other' : whole === 'token' ? (side ?? 'blended') : whole;
      return [{ q, currency, rate, meter }];
    });
  }
}

/** "8–12": whole numbers that fill a cell and grow are the ends of one price. */
function asRange(text: string, found: Quantity[]): Quantity[] {
  const [, low, high] = WHOLE_RANGE.exec(text) ?? [];
  const [q] = found;
  return q?.unit === 'number' && low !== undefined && high !== undefined && Number(low) < Number(high)
    ? [{ ...q, start: 0, end: text.length, min: low, max: high }]
    : found;
}
const WHOLE_RANGE = /^(\d{1,3}) ?(?:[-–—~]|to) ?(\d{1,3})$/;

/** Nobody pays so much for a million tokens. */
const DEAREST = 1_000_000;

/** "What a thousand tokens cost at the end of 2023", the line over a table of input and output prices. */
function tokensOver(caption: string): Rate | null {
  const rate = /thousand|million|\dk|1,000/.test(caption) ? unitIn(caption, true) : null;
  return rate?.meter === 'token' ? { ...rate, side: null } : null;
}

/** What the memory and the cores of a machine are billed by. */
const BY_SIZE: ReadonlySet<Rate['meter']> = new Set(['hour', 'storage_gb_month']);

/** 折合（元/百万）: worked out of the prices beside it. */
const RECKONED = /^(?:约?折合|折算|约合|相当于|换算|等效|均摊)/;
const MOVED_BY = /环比|同比|[涨跌]幅|变[动化]|\bchange\b|\bm\/m\b|\by\/y\b/;
/** 输入（≤32K） */
const OF_CONTEXT = /[≤<>≥] ?\d|\d ?k\b/;

/** "0.85", "1.50-3.00", "2.7万" */
const ONLY_NUMBERS = /^ *[\d.,]+(?: ?[-–~] ?[\d.,]+)? ?万? *$/;

/** 一次10k token对话, 月成本, "Cost of 1,000 chats": what so much use comes to, whatever the other columns are per. */
const COST_OF_WORK =
  /^(?!.*(?:单价|定价|价格|售价))(?:.*(?:[一单]|(?<![每/]) ?\d[\d,.]* ?[万千百k]?) ?(?:次|轮|篇|条|章|份|场)[^/每]{0,16}(?:对话|问答|请求|调用|任务|会话|文档|文章|报告|翻译|摘要|生成)|.*(?:[月日年]|单次|每次|每天|总|估算|预计)(?:度|均)?(?:使用|调用|运行|对话)?(?:成本|花费|开销|账单)|.*(?:处理|翻译|总结|跑完?|生成)[一\d])|\b(?:cost|price) (?:of|for|per) (?:an? |one |\d[\d,]*k? )?(?:[\w-]+ )?(?:conversations?|chats?|tasks?|sessions?|documents?|runs?)\b|\b(?:monthly|daily|yearly|total) (?:cost|bill|spend)\b/;

/** The way of tokens that a label says: "input (cache hit)" is cached, "input (cache miss)" is not. */
function sideOf(text: string): TokenSide | null {
  const sides = sidesIn(text, 0, text.length).map(({ side }) => side);
  const goesIn = sides.every((side) => side === 'input' || side === 'cached_input');
  // "Object storage" is none of a cache.
  return (
    (goesIn ? sides.at(-1) : sides[0]) ?? (/storage/.test(text) && !/cach|缓存/.test(text) ? null : readSide(text))
  );
}

/** 100t/s, 60次/分钟: how fast, or how often. */
const SPEED = /\d ?(?:t|tok|tokens?|k|m|次|万)? ?\/ ?(?:s\b|sec|秒|min|分钟)/;

/** "¥20 / ¥49" under "Lite / Pro 月费" is a price of each; under "首月/续费" what stands is the second. Null under another head. */
function plansIn(head: string, quantities: readonly Quantity[]): readonly Quantity[] | null {
  if (!/[^/]\/[^/]/.test(head) || MONTHLY_OR_YEARLY.test(head) || quantities.some((q) => q.unit !== 'money'))
    return null;
  if (FIRST_THEN_STANDING.test(head)) return quantities.slice(1);
  return MONTHLY.test(head) ? quantities : null;
}
const FIRST_THEN_STANDING =
  /(?:首[月年购单]|新[客人用]户?|活动|促销|优惠|intro(?:ductory)?|first month)[价费]? ?\/ ?(?:续[费订]|原价|标准|常规|目录|renewal|standard|regular|then)/;
const MONTHLY = /包月|月租|月付|月费|月价|首月|\bmonthly\b/;
const YEARLY = /^(?:包年|年付|年费|年租|年价)/;
/** "月付 / 年付": the same plan, for longer. */
const MONTHLY_OR_YEARLY = /月[付费租]? ?\/ ?年|monthly ?\/ ?(?:annual|yearly)/;

/** Nothing but amounts and what keeps them apart. */
const isList = (text: string, quantities: readonly Quantity[]): boolean =>
  /^[\s/|,、~≈]*$/.test(quantities.reduceRight((rest, q) => rest.slice(0, q.start) + rest.slice(q.end), text));

/** "| Grok 4.3 | $3 / $15 |" under "In / out": what goes into a model and comes out of it. */
const waysOfModel = (
  { article }: Table,
  { head, label }: Place,
  quantities: readonly Quantity[],
): readonly TokenSide[] | null =>
  quantities.length === 2 &&
  /(?:^|[ ,(])in ?\/ ?out\b/.test(head.text) &&
  article.namesIn(label.start, label.end).some((e) => e.kind === 'product')
    ? ['input', 'output']
    : null;

/** The meters of so many amounts in one cell, by its column, its row or the words above; two of tokens are input and output. Null where none are told. */
function metersOf(texts: readonly string[], count: number): readonly TokenSide[] | null {
  for (const text of texts) {
    const sides = sidesIn(text, 0, text.length);
    if (sides.length === count) return sides.map(({ side }) => side);
    if (count === 2 && sides.length === 0 && TOKENS.test(text)) return ['input', 'output'];
  }
  return null;
}
const TOKENS = /\btokens?\b|\bmtok\b|词元/;

/** "| 输入（元/百万tokens） | 缓存命中 | 输出 |": the head of another side that says what all of them are in; empty where none does. */
const unitBeside = (header: readonly Cell[], { text }: Cell): string =>
  readSide(text) === null || tableUnit(text, '') !== null
    ? ''
    : (header.find((cell) => readSide(cell.text) !== null && sharedUnit(cell.text) !== null)?.text ?? '');
const TOKENS_OF_A_CALL = /tokens? (?:length )?per (?:request|call|prompt|query)/;

interface TableUnit {
  readonly currency: string | null;
  readonly rate: Rate | null;
  /** 月租（万元）: bare figures are ten thousands of it. */
  readonly myriads: boolean;
}

const inMyriads = (q: Quantity, { myriads }: TableUnit): Quantity => {
  const of = (value: string | null): string | null => (value === null ? null : shift(value, 4));
  return myriads ? { ...q, min: of(q.min), max: of(q.max) } : q;
};

/** What bare numbers are in: the header, the row and the words above may each say a part of it. */
function tableUnit(...texts: readonly string[]): TableUnit | null {
  const whole = texts.map(sharedUnit).find((unit) => unit !== null);
  const currency = whole?.currency ?? texts.map(currencyIn).find((found) => found !== null) ?? null;
  const rate =
    texts
      .slice(0, -1)
      .map((text) => rateIn(text) ?? dataRate(text))
      .find((found) => found !== null) ??
    whole?.rate ??
    rateIn(PRICES_PER.exec(texts.at(-1) ?? '')?.[0] ?? '');
  return currency === null && rate === null
    ? null
    : { currency, rate, myriads: texts.some((text) => IN_MYRIADS.test(text)) };
}

/** "New GPU prices, per hour:", "Monthly prices for Germany" */
const PRICES_PER =
  /\b(?:monthly|hourly) (?:prices?|rates?|fees?)\b|(?:月[费租付价]|包月价?|时租)(?=(?:价格?|一览|对比|对照|速查|清单|汇总|表)|[(（:：]|$)|(?:\b(?:prices?|pricing|rates?|costs?)\b|价格?)[^.;:。；：|]{0,60}(?:\bper\b|[/每])[^.;:。；：|]{0,30}/;

const IN_MYRIADS = /(?:[(（]|单位 ?[:：为]?) ?万(?=元)/;

function currencyIn(text: string): string | null {
  if (/单位[^,，。;；]{0,6}元|[(（](?:[^()（）]{0,8}[,，、/] ?)?万?元(?=[)）/])|人民币|\brmb\b|\bcny\b/.test(text))
    return 'CNY';
  if (/\busd\b|us dollars?|美元/.test(text)) return 'USD';
  // "Prices in yuan per thousand tokens"
  for (const { index, 0: before } of matches(/\bin(?= [a-z])|[(（,]/g, text)) {
    const named = currencyAfter(text, index + before.length);
    if (named?.exponent === 0) return named.currency;
  }
  const sign = SIGN.exec(text);
  return sign && (currencyBefore(text, sign.index + sign[0].length)?.currency ?? null);
}
/** "输入（¥/M）": the sign of the money of a whole column. */
const SIGN = /(?:^|[(（\s])[$€£¥](?= ?(?:\/|[)）]|$|per ))/;

const PER = /(?=[/每]| per )/g;

/** "Egress per GB", "Per TB out": what moves, by its size. */
function dataRate(text: string): Rate | null {
  const open = ` ${text.replaceAll('(', ' ')}`;
  const at = open.search(/(?:\/| per ) ?[gt]i?b(?![\w-])(?! (?:of )?(?:ram|memory|vram))/);
  const rate = at < 0 ? null : rateAfter(open, at);
  return rate?.meter === 'other' ? rate : null;
}

/** "按量(每卡时)", "包月": a header says what its numbers are per without a word of money. */
function rateIn(text: string): Rate | null {
  // "Storage (per TB-month)"
  const open = ` ${text.replaceAll('(', ' ')}`;
  for (const match of matches(PER, open)) {
    const rate = rateAfter(open, match.index);
    if (rate !== null && rate.meter !== 'other') return rate;
  }
  if (MONTHLY.test(text)) return { start: 0, end: 0, meter: 'month', per: 1, side: null };
  if (YEARLY.test(text)) return { start: 0, end: 0, meter: 'year', per: 1, side: null };
  return /时租|\bhourly\b/.test(text) ? { start: 0, end: 0, meter: 'hour', per: 1, side: null } : null;
}

/** What is priced; where that is but the seller's name, what all sellers of the table sell. */
const objectOf = (table: Table, place: Place): string => {
  const object = tableObject(table, place);
  const { start, end } = place.label;
  const seller = object === table.article.document.body.slice(start, end);
  return (seller ? wareOfSellers(table, place) : null) ?? object;
};

/** | 阿里 | Qwen3.7-Max |: a group prices its models through its cloud. */
const cloudInRow = ({ article }: Table, { row }: Place, seller: string): string | null => {
  const cloud = cloudOf(seller);
  return cloud !== seller && row.some(({ start, end }) => article.namesIn(start, end).some((e) => e.slug === cloud))
    ? cloud
    : null;
};

export const tableFrame = (
  table: Table,
  place: Place,
  rule: string,
  rented = false,
): Pick<Draft, 'rule' | 'quoteStart' | 'quoteEnd' | 'subject' | 'object' | 'status' | 'attribution'> => {
  const [told, object] = [tableSeller(table, place), objectOf(table, place)];
  // "## NVIDIA Hopper generation" over a table of rents: who makes the cards.
  const seller = rented && told !== null && PURE_MAKERS.has(told) ? landlord(table) : told;
  const subject = seller && (cloudInRow(table, place, seller) ?? ofItsGoods(seller, fold(object)));
  return {
    rule,
    quoteStart: place.row[0]?.start ?? place.cell.start,
    quoteEnd: place.row.at(-1)?.end ?? place.cell.end,
    subject,
    object,
    status: 'actual',
    attribution: attributionOf(table.article, table.reading, subject),
  };
};

/** GLM-5输入价上调至6元: a cell that tells of a move in words is read as a sentence. */
const MOVED = /(?:[上下]调|[涨降提升]价?|调整)(?:至|到|为)/;

const AMOUNT = /^[^()（）]*(?=[(（])/;

/** A quoted price. Several models may share one: the row tells them apart. */
export function priceCell(table: Table, place: Place): Draft[] {
  if (MOVED.test(place.cell.text)) return [];
  // | $0.80 (-20%) |
  const by = movedBy('', place.cell.text.replace(AMOUNT, ''));
  return pricesIn(table, place).map(({ q, currency, rate, meter }) => ({
    ...tableFrame(table, place, 'price.table', meter === 'gpu_hour' || meter === 'instance_hour'),
    ...(by && rate.meter === 'token'
      ? { kind: 'price_change' as const, direction: by.direction, growth: by.percent }
      : { kind: 'price_quote' as const }),
    valueStart: place.cell.start + q.start,
    valueEnd: place.cell.start + q.end,
    min: q.min,
    max: q.max,
    unit: currency,
    meter,
    per: rate.per,
    asOf: dayOfPrice(table, place) ?? timeOfLabel(table, place),
    reasons: ['table cell', q.rate ? 'unit in the cell' : 'unit in the header or above'],
    confidence: q.rate ? 0.93 : 0.88,
  }));
}
