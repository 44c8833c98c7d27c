import type { Article } from '../analysis.ts';
import { scanDates } from '../dates.ts';
import type { Draft } from '../draft.ts';
import { type Entity, isActor } from '../entities.ts';
import { type CueKind, findCues } from '../lexicon.ts';
import type { Quantity } from '../quantity.ts';
import type { Reading } from '../reading.ts';
import { named } from '../subject.ts';
import { hasHan } from '../text.ts';
import { readFinancial } from './financial.ts';
import { periodOf } from './sums.ts';

const METRICS: ReadonlySet<CueKind> = new Set(['revenue', 'operating_profit', 'net_income', 'capex']);
/** So many lines up the rows under a title may go on. */
const LINES = 30;
/** A name, and no words that say what the sum is or what somebody did. */
const NAME =
  /^[、,，;；:：。\s•·*【】-]*(?:其中[:：]?)?([a-z0-9\u4e00-\u9fff][a-z0-9\u4e00-\u9fff+&/. ·（）()-]{0,13}?)[*】]*[ :：]*(?:(?:fy ?)?(?:20)?\d\d(?:财?年)?(?:q[1-4])?[ :：]*)?[约超近逾]?$/;
const SAYS_MORE =
  /[的了是为达增涨降跌投花签买卖拟将比占]|估值|市值|融资|债|资产|现金|市场|订单|合同|预算|利润|亏|赚|盈|净利|收入|营收|支出|开支|费用|成本|价|租|募|毛利|研发|购|分红|股|税|罚|库存|应收|净值|净额|余额|合计|共计|总计/;
/** Of what else a list may be. */
const OTHER_SUMS = /估值|市值|融资|身价|负债|现金流|订单/;
/** 天翼云收入 570亿元: a name that says the metric again. */
const SAID_AGAIN = /(?:收入|营收)$/;
const LOSS = /亏损|净亏/;
/** What the bracket behind a sum adds. */
const ASIDE = /^ ?[(（][^()（）]{1,24}[)）]/;
/** Sums in a row: 一览, 速览; or the metric is the last word of the line. */
const ROWS =
  /一览|速览|盘点|汇总|对比|比较|排行|排名|榜|清单|统计|梳理|速查|小结|大比拼|数据|情况|要点|指引|展望|预算|表$/;

/**
 * "三大运营商2025年云收入一览 / 中国电信 / 天翼云 573亿元；安全 91亿元（+18.2%）": in Chinese, a row of names and sums whose metric the line at the
 * head of the text, or of its part, says once, and whose house stands in the row or in the line over it; null elsewhere.
 */
export function readTitledRow(article: Article, reading: Reading, q: Quantity, previous: Draft | null): Draft | null {
  if (!isRow(reading, q) || SAID_AGAIN.test(nameOf(reading, q) ?? '')) return null;
  const from = startOfItem(reading, q);
  const own = reading.entities.find((e) => isActor(e) && e.start >= from && e.end <= q.start);
  const label = labelOf(reading);
  const many =
    moneyOf(reading).length > 1 || isRowAt(article, reading.index - 1) || isRowAt(article, reading.index + 1);
  let over: { reading: Reading; entity: Entity } | null = label && { reading, entity: label.entity };
  let head = label ? reading.text.slice(0, label.end) : article.titleText;
  let kind: CueKind | null = label && metricOf(head, many);
  let at = label ? 0 : reading.index;
  while (--at >= 0 && at > reading.index - LINES && kind === null) {
    const above = article.reading(at);
    const sum = above.quantities.find((other) => other.unit === 'money');
    if (sum) {
      if (!isRow(above, sum)) return null;
      continue;
    }
    const short = above.text.length < 16 || (many && RESULTS.test(above.text));
    const house = short ? above.entities.find(isActor) : undefined;
    if (house && over === null) over = { reading: above, entity: house };
    if (article.blocks[above.block]?.kind !== 'heading' && above.text.length > 40) continue;
    if (OTHER_SUMS.test(above.text)) return null;
    kind = metricOf(above.text, many);
    if (kind !== null) head = above.text;
  }
  kind ??= label || OTHER_SUMS.test(article.titleText) ? null : metricOf(article.titleText, false);
  if (kind === null) return null;
  const subject = own
    ? named(reading, [own], 'clause')
    : over && { ...named(over.reading, [over.entity], 'heading'), how: 'heading' as const };
  if (!subject) return null;
  const cue = { kind, start: q.start, end: q.start };
  const draft = readFinancial(article, reading, q, { cue, cost: 41 }, subject, null, previous);
  if (!draft) return null;
  const name = nameOf(reading, q) ?? '';
  const begins = reading.text.lastIndexOf(name, q.start);
  const object = name === '' ? draft.object : reading.original.slice(begins, begins + name.length);
  const { min, max } = draft;
  const loss = LOSS.test(head) && min && max ? { min: `-${max}`, max: `-${min}` } : {};
  // 2026年资本开支指引: what its rows tell is still to come.
  const guided = draft.status === 'actual' && /指引|展望|预算/.test(head) ? { status: 'forecast' as const } : {};
  const row = { ...draft, ...loss, ...guided, object };
  if (draft.asOf) return row;
  const date = scanDates(head, { published: article.published, previous: null }).find((d) => periodOf(d) !== null);
  if (date) return { ...row, asOf: date.iso, period: periodOf(date) };
  // 亚马逊：2026年1950亿美元 / Meta：1200亿至1300亿美元: of the year of the row above.
  return previous?.metric === draft.metric && previous?.asOf && /^\d{4}$/.test(previous.asOf)
    ? { ...row, asOf: previous.asOf, period: previous.period ?? null, status: previous.status }
    : row;
}

const moneyOf = ({ quantities }: Reading): Quantity[] => quantities.filter((q) => q.unit === 'money');

function startOfItem(reading: Reading, q: Quantity): number {
  const last = moneyOf(reading).findLast((other) => other.end <= q.start);
  return last ? last.end + (ASIDE.exec(reading.text.slice(last.end))?.[0].length ?? 0) : (labelOf(reading)?.end ?? 0);
}

const nameOf = (reading: Reading, sum: Quantity): string | undefined =>
  NAME.exec(reading.text.slice(startOfItem(reading, sum), sum.start))?.[1];

/** Whether all that a sentence says up to a sum is names and their sums. */
function isRow(reading: Reading, q: Quantity): boolean {
  if (q.rate !== null || !hasHan(reading.text) || reading.text.length > 160) return false;
  return moneyOf(reading).every((sum) => {
    if (sum.start > q.start) return true;
    const name = nameOf(reading, sum)?.replace(SAID_AGAIN, '');
    return name !== undefined && !SAYS_MORE.test(name);
  });
}

function isRowAt(article: Article, index: number): boolean {
  if (!article.sentences[index]) return false;
  const reading = article.reading(index);
  const [sum] = moneyOf(reading);
  return sum !== undefined && isRow(reading, sum);
}

/** 英伟达四季度财报：数据中心623亿美元，游戏37亿美元: the house and its report, before the rows of one sentence; null where none leads it. */
function labelOf({ text, entities }: Reading): { end: number; entity: Entity } | null {
  const end = LABEL.exec(text)?.[0].length;
  const entity = end === undefined ? undefined : entities.find((e) => isActor(e) && e.end < end);
  return end !== undefined && entity ? { end, entity } : null;
}
const LABEL =
  /^[^:：,，。;；]{2,22}(?:财报|季报|年报|中报|业绩|成绩单|(?:q[1-4]|h[12]|季度?|半年|年|财年)(?:分?业务)?)(?:分部|数据|要点|速览|快报|收入|营收)?[:：] ?/;

const RESULTS = /财报|季报|年报|中报|业绩|成绩单/;

/** The one metric that a line at the head of rows says; the businesses of a house in its report are told by their revenue. */
function metricOf(line: string, many: boolean): CueKind | null {
  if (line.length > 60) return null;
  const cues = findCues(line).filter(({ kind }) => METRICS.has(kind));
  const kinds = new Set(cues.map(({ kind }) => kind));
  const [only] = kinds;
  const last = cues.at(-1);
  if (only === undefined || last === undefined)
    return many && /[:：]\s*$|[报绩单据点览]$/.test(line) && (RESULTS.test(line) || LABEL.test(line))
      ? 'revenue'
      : null;
  if (kinds.size > 1) return null;
  return ROWS.test(line) || /^[\s:：)）(（*】\u4e00-\u9fff]{0,4}$/.test(line.slice(last.end)) ? only : null;
}
