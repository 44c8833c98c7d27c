import type { Announcement } from '../../../../infra/contracts/announcement.ts';
import { attributionOf, countedBy } from '../attribution.ts';
import { scanDates } from '../dates.ts';
import type { Draft } from '../draft.ts';
import { groupOf } from '../families.ts';
import { shift } from '../numbers.ts';
import { scanQuantities } from '../quantities.ts';
import type { Quantity } from '../quantity.ts';
import { isOfLaterYear } from '../status.ts';
import { marketSlug, OUR_MARKET, opening, spentOn } from './market.ts';
import { placeIn } from './region.ts';
import { periodOf, TWELVE_MONTHS } from './sums.ts';
import { tellsAllowances } from './table-allowances.ts';
import { appOfRow, ranksByTokens } from './table-apps.ts';
import { isExpected, isForecast, isGap } from './table-beside.ts';
import { tableObject } from './table-cells.ts';
import { dateIn, dateOfCell, GUIDED, isPrintedBefore, quarterOf, sourceOfRow, wholeAbove } from './table-dates.ts';
import { type Cell, type Place, type Table, VALUE_HEAD } from './table-model.ts';
import { tableSubject } from './table-owner.ts';
import { usageAbove } from './table-parts.ts';
import { costsSite } from './table-sites.ts';
import { inScale, isScaled, unitOfCell } from './table-unit.ts';
import { periodNear } from './token-period.ts';

const TOKENS = /\btokens?\b|词元/;
const USAGE =
  /usage|volume|process(?:ed|ing)|consumed|calls|week|day|daily|month|traffic|throughput|quarter|调用|用量|消耗|处理|日均|周|月/;
const NOT_USAGE =
  /price|\$|(?<!词)元|context|window|limit|quota|\bfree\b|allowance|included|train|\bmax|上下文|训练|[额限]额|额度|单价|福利|赠|免费|新[人客用]|礼[包遇]|体验|包含|权益/;
/** So much a year, by the pace of a month. */
export const RUN_RATE = /annuali[sz]ed|run[- ]rate|\barr\b|年化/;
/** What comes in over a time; a backlog stands at a day. */
const FLOW = /free cash flow|\b(?:orders|bookings)\b|自由现金流/;
const METRICS: readonly (readonly [RegExp, NonNullable<Announcement['metric']>])[] = [
  [
    /net (?:income|profit|loss)|净利|亏损|^(?:(?:fy ?)?20\d\d |annual |full-year |quarterly )*loss(?:es)?$/,
    'net_income',
  ],
  [/operating (?:income|profit|loss)|ebit|营业利润|经营利润|运营利润/, 'operating_profit'],
  [/capex|capital (?:expenditure|spending)|资本开支|资本支出/, 'capex'],
  [/revenue|sales|营收|收入|\barr\b|\brun[- ]rate\b/, 'revenue'],
  [/研发(?:投入|费用|开支|支出|经费)|\br&d (?:spending|expenses?|costs?)/, 'other'],
  [FLOW, 'other'],
  [
    /\brpo\b|backlog|^(?:[\w&.'’-]+ ){0,3}(?:orders|bookings)\b|remaining performance obligations?|\border book\b|履约义务|(?:积压|在手|储备|未(?:完成|交付|履行|执行)|待交付|剩余)的?(?:订单|合同)|(?:订单|合同)(?:储备|积压|余额)/,
    'other',
  ],
  [
    /^(?:(?:planned|announced|total|pledged|committed|promised|new|ai|data cent(?:er|re)|infrastructure) )*(?:investments?|pledges?)\b(?! (?:round|rating|bank|grade|firm|fund))|^(?:计划|总|累计|承诺|拟|宣布|对外|股权|战略)*投资(?:总?[金数]?额|规模|承诺|计划)?$/,
    'investment',
  ],
];
const LOSS = /\bloss(?:es)?\b|亏损/;
const MARKET = /market|\bspend(?:s|ing)?\b|\bspent\b|市场(?!预期|预估|预测|共识)|支出|规模/;

/** Where a cell stands, for a draft: its row is the quote. */
export const placeOf = (
  cell: Place,
  rule: string,
  start: number,
  end: number,
): Pick<Draft, 'rule' | 'quoteStart' | 'quoteEnd' | 'valueStart' | 'valueEnd'> => ({
  rule,
  quoteStart: cell.row[0]?.start ?? cell.cell.start,
  quoteEnd: cell.row.at(-1)?.end ?? cell.cell.end,
  valueStart: cell.cell.start + start,
  valueEnd: cell.cell.start + end,
});

/** "| China daily token volume |", | 公有云大模型调用量 |: a country's own count, or what runs on its clouds, where the label names nobody else. */
function countryOf({ article, caption }: Table, { label }: Place): string | null {
  const named = article.namesIn(label.start, label.end);
  const cloud = named.length > 0 ? null : /公有云|maas/.exec(label.text)?.[0];
  if (cloud) return `${placeIn(`${label.text} ${caption}`) ?? 'china'}${cloud === 'maas' ? '-maas' : '-public-cloud'}`;
  if (named.length > 0 || /models?|模型|compan|vendor|厂商|企业/.test(label.text)) return null;
  return /^(?:china(?:'s)?|全国|中国|我国)(?![a-z])/.test(label.text) ? 'china' : placeIn(label.text);
}

const MAKERS_OF =
  /^(?:all )?(?:models? (?:from|of|by|made by) )?(?:the )?(chin(?:ese|a's)|u\.?s\.?|american) (?:(?:ai|open) )*(?:labs?|models?|makers?|developers?|companies|vendors?|firms?)(?: \([^()]*\)| combined| together)?$/;
/** "| Models from Chinese labs |", "| US models |": the country whose models are used. */
function countryOfMakers({ article }: Table, { label }: Place): string | null {
  const makers = article.namesIn(label.start, label.end).length > 0 ? null : MAKERS_OF.exec(label.text)?.[1];
  return makers ? (makers.startsWith('chin') ? 'china' : 'united-states') : null;
}

/** "Q3", "October 2026": a column of what was counted then. */
const datedHead = ({ article }: Table, { text }: Cell): boolean =>
  scanDates(text, { published: article.published, previous: null }).length > 0;

/** "| | Fireworks AI | Groq |" over "| Daily processing | 140B tokens | ... |": a column of one house. */
const headsHouse = ({ article }: Table, { start, end }: Cell): boolean =>
  article.namesIn(start, end).some((e) => e.kind === 'organisation');

/** Tokens used, in a column or under a caption that says so. */
export function volumeCell(table: Table, at: Place): Draft[] {
  // "| Monthly tokens of Kimi K2.5 | 4+ trillion |": a table of metrics has what is counted in the label.
  const ofMetric =
    (TOKENS.test(at.label.text) ||
      /(?:调用|消耗|使?用|处理)量/.test(at.label.text) ||
      (TOKENS.test(at.cell.text) && USAGE.test(at.label.text))) &&
    !TOKENS.test(at.head.text) &&
    (VALUE_HEAD.test(at.head.text) || datedHead(table, at.head) || headsHouse(table, at.head));
  const metric = ofMetric ? at.label.text : usageAbove(table, at);
  const about = `${metric} ${at.head.text} ${table.caption}`;
  // "2.45T, up 197% on the week before"
  const grown = GROWN_BEHIND.exec(at.cell.text);
  const [told, second] = scanQuantities(grown ? at.cell.text.slice(0, grown.index) : at.cell.text);
  const q = told && scaled(told, at, about);
  const counted =
    q &&
    !second &&
    (q.unit === 'tokens' ||
      (q.unit === 'number' && (q.large || (SPELLED_OUT.test(at.cell.text) && ranksByTokens(table.caption)))));
  if (
    !counted ||
    !TOKENS.test(`${about} ${at.cell.text}`) ||
    !(USAGE.test(`${about} ${at.cell.text}`) || ranksByTokens(table.caption)) ||
    NOT_USAGE.test(metric || at.head.text) ||
    BY_THE_SECOND.test(at.cell.text) ||
    tellsAllowances(table)
  )
    return [];
  const country = countryOfMakers(table, at) ?? (metric === '' ? null : countryOf(table, at));
  const subject = country ?? appOfRow(table, at) ?? tableSubject(table, at);
  return [
    {
      ...placeOf(at, 'tokens.table', q.start, q.end),
      kind: 'token_volume',
      subject,
      object: tableObject(table, at),
      min: q.min,
      max: q.max,
      unit: 'tokens',
      growth: growthBeside(table, at) ?? grownBy(grown),
      period:
        periodNear(at.cell.text, q.start, q.end) ??
        periodNear(metric, 0, metric.length) ??
        periodNear(at.head.text, 0, at.head.text.length) ??
        periodNear(table.over, 0, table.over.length) ??
        periodNear(table.caption, 0, table.caption.length) ??
        periodNear(table.article.titleText, 0, table.article.titleText.length) ??
        (ALL_TOLD.test(about) ? 'total' : null),
      asOf: dateOfCell(table, at)?.iso ?? table.article.published?.slice(0, 7) ?? null,
      status: 'actual',
      attribution: sourceOfRow(table, at) ?? countedBy(table.article, table.reading, subject),
      reasons: ['table cell', 'column or caption of token usage'],
      confidence: 0.85,
    },
  ];
}

/** 46,790,000,000 */
const SPELLED_OUT = /^[~≈]? ?\d{1,3}(?:,\d{3}){2,}\+?$/;
/** "400 tokens/sec": how fast one answer is written. */
const BY_THE_SECOND = /^[^\d]*[\d,.]+ ?(?:tokens?|tok|t)? ?(?:\/ ?s(?:ec(?:ond)?)?\b|per second|[/每]秒)/;
/** Counted over no time that anybody names. */
const ALL_TOLD = /\btotal tokens\b|\btokens total\b|\btokens \(total\)/;
const SCALE =
  /[(/](?:单位[:：]? ?)?(万亿|千亿|百亿|亿|trillions?|billions?|[tb](?= ?tokens?\)|\)))|单位[:：为]? ?(万亿|亿)/;
const NOUGHTS: Readonly<Record<string, number>> = { 万亿: 12, 千亿: 11, 百亿: 10, 亿: 8, t: 12, b: 9 };
/** | 4.79 | under 周调用量(万亿tokens): a bare number, in the scale that the head tells. */
function scaled(q: Quantity, { cell }: Place, about: string): Quantity {
  if (q.unit !== 'number' || q.large || !/^[~≈约]? ?[\d.,]+$/.test(cell.text)) return q;
  const said = SCALE.exec(about);
  const scale = said?.[1] ?? said?.[2];
  const noughts = scale === undefined ? undefined : NOUGHTS[/^[a-z]/.test(scale) ? (scale[0] ?? '') : scale];
  if (noughts === undefined) return q;
  const value = (literal: string | null): string | null => (literal === null ? null : shift(literal, noughts));
  return { ...q, min: value(q.min), max: value(q.max), large: true };
}

/** "Spending on cloud infrastructure services, by quarter:" above rows that are dates. */
function branchAbove({ article, reading }: Table): string | null {
  for (let i = reading.index - 1; i >= 0 && i >= reading.index - 3; i--) {
    const branch = spentOn(article.reading(i));
    if (branch) return branch;
  }
  return null;
}

/** Nobody reports less. */
const SMALLEST = 1_000_000;
/** The head of a column of growth. */
const GROWTH =
  /^(?:vs\.?|versus|compared with|against) (?:the )?(?:last|prior|previous|year)\b|^(?:yoy|y\/y|growth|change)\b|year[- ](?:over|on)[- ]year|同比|增速|增长率|增幅|年增|^(?:周|月|季)?环比|^[较比]上[一个]*[周月期季]|^wow$|^mom$/;
/** "+112%" under 同比: the growth of the sum that stands nearest before it, or of the latest where "2025" and "2024" do. */
function growthBeside({ article, header }: Table, { row, column }: Place): number | null {
  const at = header.findIndex((cell, i) => i > column && GROWTH.test(cell.text));
  const text = row[at]?.text;
  if (text === undefined) return null;
  const yearOf = (i: number): string =>
    scanDates(header[i]?.text ?? '', { published: article.published, previous: null })[0]?.iso ?? '';
  const sums = row.flatMap((cell, i) =>
    i > 0 && i < at && /\d/.test(cell.text) && !/^20\d\d\D/.test(cell.text) ? [i] : [],
  );
  const latest = sums.reduce((best, i) => (yearOf(i) >= yearOf(best) ? i : best), sums[0] ?? -1);
  if (latest !== column) return null;
  const [q, second] = scanQuantities(text);
  if (q?.unit !== 'percent' || second) return null;
  const size = Number(q.min ?? q.max);
  return /[-−–(↓▼]$|下降|减少|降$/.test(text.slice(0, q.start).trimEnd()) ? -size : size;
}

/** "$644B (+76.4%)", "$40B ($33–48B)": a sum, and what its bracket adds. */
const BRACKET = /^([^()（）]*\d[^()（）]*?) ?[(（]([^()（）]*\d[^()（）]*)[)）]$/;

/** 346（智能云）: of what. */
const OF_WHAT = /^([^()（）]*\d[^()（）]*?) ?[(（]([^()（）\d]{1,12})[)）]$/;
/** "~$315M (Feb 2026)": when, in the bracket. */
const DATED = /^([^()（）]*\d[^()（）]*?) ?[(（]((?:[a-z]{3,9}\.? |q[1-4] |fy ?)?20\d\d(?:-\d\d)?)[)）]/;
/** "..., up 40% YoY" */
const GROWN_BEHIND = /[,;] ?(up|down|[+−–-]) ?(\d[\d.]*) ?%[^\d]*$/;
const grownBy = (said: RegExpExecArray | null): number | null =>
  said && Number(`${/[-−–d]/.test(said[1] ?? '') ? '-' : ''}${said[2]}`);

/** "$2.5B (launched May 2025)", "(derived from H1 less Q2)": when something else was. */
const ASIDE =
  /\b(?:launched|founded|confirmed|filed|released|unveiled|signed|derived|implied|less|minus|vs\.?|versus)\b/;

/** 330亿（2023年40亿，2026年再投250亿）: what it is made up of. */
const SUM = /[$€£¥]\d|\d ?[万亿]/;

function growthIn(bracket: string | undefined): number | null {
  const match = bracket === undefined ? null : GROWN.exec(bracket);
  return match?.[2] === undefined ? null : Number(`${/[-−–↓]/.test(match[1] ?? '') ? '-' : ''}${match[2]}`);
}
/** 910 至 930，此前说的是 850: a figure, and what is said of it. */
const REMARKED = /^([^,，;；]*\d[^,，;；\u4e00-\u9fff]*(?:至[^,，;；\u4e00-\u9fff]*)?)[,，;；] ?[\u4e00-\u9fff]/;
const WHOLE_YEAR = /全年|财年|\b(?:full|fiscal)[- ]year\b/;
/** 中国电信（天翼云）, | 中国电信 | 天翼云 | 573 |: the arm whose revenue a row tells, in the label or a cell of its own. */
function armInRow({ article }: Table, { row, label, cell: own }: Place): string | null {
  const [group, inLabel] = article.namesIn(label.start, label.end);
  if (!group) return null;
  const named = row
    .filter((cell) => cell !== label && cell !== own)
    .flatMap(({ start, end }) => article.namesIn(start, end).filter((e) => e.end - e.start === end - start));
  const arm = [inLabel, ...named].find((e) => e && e.slug !== group.slug && groupOf(e.slug) === group.slug);
  return arm?.slug ?? null;
}
const GROWN = /^ ?(?:同比|yoy)?:? ?([+＋\-−–↑↓]) ?(\d[\d.]*) ?%(?: ?(?:yoy|同比))? ?$/;

/** 6,892億元 in a text that counts in Taiwan's dollars. */
const moneyOf = ({ article }: Table, { cell }: Place, { currency }: Quantity): string | null =>
  currency === 'CNY' && !/人民币|rmb|cny|¥/.test(cell.text) ? article.yuan : currency;

/** "175-185": from the one to the other. Null for any other cell. */
function rangeOf(text: string, [first]: readonly Quantity[]): Quantity | null {
  const [, low, high] =
    /^([\d.,]+) ?(?:[-–—~～]|to|至|到) ?([\d.,]+) ?$/.exec(text)?.map((part) => part.replaceAll(',', '')) ?? [];
  if (first?.unit !== 'number' || low === undefined || high === undefined) return null;
  return Number(low) < Number(high) ? { ...first, end: text.length, min: low, max: high } : null;
}

/** "Cloud Intelligence Group" in a table that begins with "Revenue": what a part of the house took in. */
const SEGMENT =
  /^of which\b|^其中|\b(?:group|cloud|segment|division|business(?:es)?|data cent(?:er|re)|networking|compute|gaming|automotive)\b|(?:云|集团|业务|分部|板块|人工智能|ai|大模型|智算|算力|广告|营销|游戏|生态|(?:服务|产品|方案|软件|硬件|平台)$)/;
/** What such a part spends, owes or has sold ahead: 云服务成本, AI 研发投入. */
const NO_TURNOVER = /成本|费用?$|毛利|资产|负债|投入|订单|合同|占比|(?:客户|用户|员工)数?$|\bcosts?\b|margin|assets/;
/** "| Series A |", "| Round | Size | Valuation |", A轮: what investors put in, and hold a house to be worth. */
const ROUND = /^[*_ ]*(?:(?:pre-)?seed|series [a-k]|(?:pre-)?[a-k]\d?\+{0,2} ?轮|天使轮|种子轮)(?![a-z])/;
const isOfRound = ({ row }: Place): boolean => row.some(({ text }) => ROUND.test(text));
/** What a house is worth, holds or has raised, whatever the lines above speak of. */
const NO_SUM =
  /^[*_ ]*(?:market cap|valuation|enterprise value|ev\b|share price|stock price|price target|cash\b(?! flow)|(?:total )?(?:funding|debt|raised|equity)|d&a\b|depreciation\b|amorti[sz]ation\b|customers?|employees|市值|估值|股价|现金(?!流)|融资)|较[^|]{1,12}(?:增加|减少|多出|少了|净增)|^(?:净增|增量|环比增加|同比增加)/;
const WORTH =
  /^[*_ ]*(?:(?:post|pre)-money|(?:latest |last |implied )?valuation|market cap|(?:最新|投后|投前)?估值|(?:总|最新)?市值)/;
const TURNOVER = /^(?:total )?(?:net )?revenues?\b|^(?:[\u4e00-\u9fff]{2,6}(?=总))?(?:总?收入|营业?收入|营收)/;

const metricIn = (text: string): Announcement['metric'] => METRICS.find(([pattern]) => pattern.test(text))?.[1] ?? null;

/** "| 2025年资本开支 | 2026年计划 |": what one head says and the others only date; null where they say several things, or none. */
function metricOfHeads({ header }: Table): Announcement['metric'] {
  const [only, ...others] = new Set(header.map(({ text }) => metricIn(text)).filter((metric) => metric !== null));
  return others.length === 0 ? (only ?? null) : null;
}

/** | 一季度资本开支 | 全年指引 |: guidance for what the columns before it count. */
function metricToTheLeft({ header }: Table, { column }: Place): Announcement['metric'] {
  const left = header.slice(1, column).findLast(({ text }) => metricIn(text) !== null);
  return left ? metricIn(left.text) : null;
}

/** | 2025年全年收入 | under 全球云基础设施: what a whole trade takes in, where no house is named. */
const TRADE =
  /(?:全球|世界|中国|我国|国内|海外|北美|欧洲|亚太)[^,，。;；:：|｜()（）]{0,8}(?:云|人工智能|ai|大模型|算力|智算|maas|gpu|数据中心)[^,，。;；:：|｜()（）\d]{0,10}/;
/** 厂商收入, "Vendor revenue" of a tracker: what all who sell a thing take in for it. */
const OF_VENDORS =
  /(?:厂商|供应商|服务商|行业)(?:合计|总|的)*(?:收入|营收|销售额)|\b(?:vendors?|industry|worldwide|global)(?:'s)? (?:revenues?|sales)\b/;
const TRACKER = /(?:追踪|跟踪|监测|tracker)/;
/** "| Market | $119.1bn |" under the houses that share it. */
const WHOLE_MARKET =
  /^[*_ ]*(?:(?:the |total |whole |overall |global |worldwide )*(?:market|industry)(?: total| size)?|市场(?:总[额量计])?|行业(?:合计|总计))[*_ ]*$/;
/** "| Segment | 2025 | 2029E | CAGR |": a forecast of markets, whatever the lines around it say. */
const growsByYear = ({ header }: Table): boolean => header.some(({ text }) => /\bcagr\b|复合(?:年均?)?增/.test(text));
const isOfTrade = (table: Table, at: Place, above: string): boolean => {
  if (WHOLE_MARKET.test(at.label.text)) return true;
  if (TRADE.test(above) || growsByYear(table) || (OF_VENDORS.test(above) && !metricIn(at.label.text)))
    return tableSubject(table, at) === null;
  const title = table.article.titleText;
  if (!OF_VENDORS.test(at.head.text) && !(TRACKER.test(title) && metricIn(at.head.text) === 'revenue')) return false;
  return OUR_MARKET.test(`${above} ${title} ${at.label.text}`) && tableSubject(table, at) === null;
};

/** "$368B commercial RPO" under "Figure": what the cell itself calls its sum; empty where the head says what its cells hold. */
const wordsBehind = ({ cell, head }: Place, { end }: Quantity): string =>
  VALUE_HEAD.test(head.text) ? (BEHIND_SUM.exec(cell.text.slice(end))?.[1] ?? '') : '';
const writtenBehind = ({ article }: Table, at: Place, q: Quantity): string | null => {
  const words = wordsBehind(at, q).trimEnd();
  const from = at.cell.start + at.cell.text.indexOf(words, q.end);
  return words === '' ? null : article.document.body.slice(from, from + words.length);
};
const BEHIND_SUM = /^ (?:in |of )?([a-z][\w &'’/.-]*)/;

/** "2025, guidance", "last twelve months": what a cell before a sum says of its time. */
const whenIn = ({ row, cell }: Place): string =>
  row.find(({ end, text }) => end <= cell.start && text.length < 30 && A_TIME.test(text))?.text ?? '';
const A_TIME = /^(?:fy ?)?20\d\d\b|^[qh][1-4]\b|\b(?:months?|year|quarter|half)\b/;

/** Revenue and the like of organisations, and sizes of markets, under a caption that says which. */
export function sumCell(table: Table, at: Place): Draft[] {
  if (isOfRound(at) || WORTH.test(at.head.text)) return [];
  if (isGap(at.head) || NO_SUM.test(at.label.text) || /^[*_ ]*[+＋±] ?[$€£¥]/.test(at.cell.text)) return [];
  const above = table.caption.trim() === '' ? table.article.titleText : table.caption;
  const unit = unitOfCell(table, at, above);
  const remark = GROWN_BEHIND.exec(at.cell.text);
  const sum = remark ? at.cell.text.slice(0, remark.index) : at.cell.text;
  const bracket = BRACKET.exec(sum) ?? DATED.exec(sum) ?? OF_WHAT.exec(sum);
  const said = bracket?.[1] ?? REMARKED.exec(sum)?.[1] ?? sum;
  const found = scanQuantities(said);
  const range = rangeOf(said, found);
  const q = range ?? found[0];
  if (!q || (range === null && found.length > 1)) return [];
  const bare = isScaled(said, q, unit);
  const named = q.unit === 'number' && q.large && unit?.ofLarge === true;
  const currency = moneyOf(table, at, q) ?? (bare || named ? (unit?.currency ?? null) : null);
  if (currency === null || (!bare && !q.large && Number(q.min ?? q.max) < SMALLEST)) return [];
  const about = `${at.label.text} ${at.head.text} ${table.header[0]?.text ?? ''} ${above}`;
  const site = costsSite(table, at);
  const metric =
    (site ? 'investment' : null) ??
    metricIn(at.label.text) ??
    metricIn(at.head.text) ??
    metricIn(wordsBehind(at, q)) ??
    (GUIDED.test(at.label.text) && table.labels.some((label) => metricIn(label) === 'revenue') ? 'revenue' : null) ??
    ((bare || named || (q.currency !== null && q.large)) &&
    SEGMENT.test(at.label.text) &&
    !NO_TURNOVER.test(at.label.text) &&
    table.labels.some(
      (label) => TURNOVER.test(label) || (at.label.text.startsWith('其中') && metricIn(label) === 'revenue'),
    )
      ? 'revenue'
      : null) ??
    (GUIDED.test(at.head.text) ? metricToTheLeft(table, at) : null) ??
    metricIn(about) ??
    (datedHead(table, at.head) ? metricOfHeads(table) : null);
  const market =
    (metric === null &&
      (MARKET.test(`${about} ${table.article.titleText}`) ||
        (growsByYear(table) && OUR_MARKET.test(`${about} ${table.article.titleText}`)))) ||
    (metric === 'revenue' && isOfTrade(table, at, above));
  if (metric === null && !market) return [];
  const [min, max] = bare ? [inScale(q.min, unit), inScale(q.max, unit)] : [q.min, q.max];
  // A loss is a negative profit; its bounds change sides.
  const lost =
    !min?.startsWith('-') &&
    (/[-−] ?[$€£¥]?$/.test(at.cell.text.slice(0, q.start)) ||
      ((metric === 'net_income' || metric === 'operating_profit') && LOSS.test(`${at.label.text} ${at.head.text}`)));
  const aside =
    bracket && !ASIDE.test(bracket[2] ?? '') && !SUM.test(bracket[2] ?? '') ? dateIn(table, bracket[2]) : null;
  const date = aside ?? dateOfCell(table, aside === null && bracket ? { ...at, cell: { ...at.cell, text: sum } } : at);
  const teller = tableSubject(table, at);
  const subject = market
    ? marketSlug(about, at.label.text, opening(table.article))
    : ((metric === 'revenue' ? armInRow(table, at) : null) ??
      // | Google Cloud / Broadcom | 30亿美元 | under 投资: what goes into another house is the group's.
      (metric === 'investment' && !site && teller ? groupOf(teller) : teller));
  const quarter = WHOLE_YEAR.test(at.head.text) ? '' : quarterOf(table, at, date);
  const published = table.article.published;
  // A year that still runs can only be guessed at.
  const future =
    date !== null &&
    published !== null &&
    (isOfLaterYear(published, `${date.iso}${quarter}`) ||
      (date.grain === 'year' &&
        quarter === '' &&
        date.iso === published.slice(0, 4) &&
        Number(published.slice(5, 7)) < 11));
  return [
    {
      ...placeOf(at, market ? 'market.table' : 'financial.table', q.start, q.end),
      kind: market ? 'market_size' : 'financial',
      subject,
      object:
        (metric !== null && metricIn(wordsBehind(at, q)) === metric ? writtenBehind(table, at, q) : null) ??
        (market && /^(?:20\d\d)?$/.test(at.label.text) ? branchAbove(table) : null) ??
        (VALUE_HEAD.test(at.head.text) && metricIn(at.label.text) !== null
          ? table.article.document.body.slice(at.label.start, at.label.end)
          : tableObject(table, at)),
      min: lost ? max && `-${max}` : min,
      max: lost ? min && `-${min}` : max,
      unit: currency,
      growth: growthBeside(table, at) ?? growthIn(bracket?.[2]) ?? grownBy(remark),
      period:
        quarter !== ''
          ? 'quarter'
          : site || metric === 'investment' || (metric === 'other' && !FLOW.test(at.label.text))
            ? 'total'
            : metric === 'revenue' && RUN_RATE.test(`${at.label.text} ${at.head.text} ${table.over}`)
              ? 'year'
              : metric !== null && metric !== 'capex' && date?.grain === 'month'
                ? 'month'
                : (periodOf(date) ?? (TWELVE_MONTHS.test(whenIn(at)) ? 'year' : null)),
      asOf: date ? `${date.iso}${quarter}` : null,
      metric: market ? null : metric,
      status:
        future ||
        isPrintedBefore(table, at, date) ||
        isForecast(table, `${at.head.text} ${at.label.text} ${wholeAbove(table, at.label)}`, above) ||
        GUIDED.test(`${at.label.text} ${at.head.text} ${table.over} ${whenIn(at)}`) ||
        isExpected(at.head)
          ? 'forecast'
          : 'actual',
      attribution: sourceOfRow(table, at) ?? attributionOf(table.article, table.reading, subject),
      reasons: ['table cell', bare ? 'unit declared above' : 'unit in the cell'],
      confidence: 0.82,
    },
  ];
}
