import { scanDates } from '../dates.ts';
import type { Draft } from '../draft.ts';
import { shift } from '../numbers.ts';
import { scanQuantities } from '../quantities.ts';
import type { Quantity } from '../quantity.ts';
import { isOfLaterYear } from '../status.ts';
import { dateOfCell, sourceOfRow } from './table-dates.ts';
import { type Cell, type Place, type Table, VALUE_HEAD } from './table-model.ts';
import { strangeIn, tableSubject } from './table-owner.ts';
import { placeOf } from './table-sums.ts';
import { columnUnit } from './table-unit.ts';

/** Chips as the head of a column counts them; a name of a chip will do as well. */
const CHIPS =
  /\b(?:(?!(?:of|total|deployed|installed|ordered|owned|number) )[\w.-]+ )?(?:gpus?|tpus?|npus?|accelerators|ai chips)\b|(?:国产|ai)?(?:加速卡|算力卡|智算卡|显卡|ai芯片)/;
/** 卡数: cards, of whatever make. */
const CARDS_HEAD = /^(?:gpu|加速|ai|总)*(?:卡数|卡量|张数)/;
/** What is done with chips so that they count as somebody's. */
const HELD =
  /\b(?:receiv|order|deploy|install|deliver|ship|bought|purchas|own|operat|recipient|buyers?\b|fleet|count\b|units?\b|holdings?\b|online\b|in service)|部署|采购|订购|交付|出货|拥有|保有|上架|到货|数量|总数|规模|存量/;
/** "GPUs", a line of a box of facts. */
const ONLY_CHIPS =
  /^(?:total |nvidia |ai |[a-z]{1,3}\d{2,4}[a-z]* )*(?:gpus?|tpus?|accelerators|chips|[a-z]{1,3}\d{2,4}s)(?: \([a-z0-9]+\))?$|^(?:ai|gpu|国产|智能|主要)?(?:加速卡|算力卡|智算卡|显卡|芯片|gpu)(?:规模|配置)?$/;
const POWER = /\b(?:power|capacity|load|compute|megawatts|gigawatts|[mg]w)\b|功率|电力|容量|装机|规模|算力/;
/** What is asked, rented or left over, or counted of one machine. */
const NOT_HELD =
  /pric|\$|€|£|¥|cost|\bper\b|\/|hour|memory|train|minimum|\bmax|share|%|solar|nuclear|wind|request|queue|每|价|元|小时|显存|占比|训练/;
/** 在建, 储备: a column of power that says only how far it has come. */
const BUILT_HEAD = /^(?:在建|规划|储备|待建|拟建|在运|已投运|已投产)(?:中|容量|规模)?$/;
const PLANNED =
  /planned|guidance|outlook|target|goal|pledged|pipeline|\bby (?:the end of |end-)?20\d\d|计划|目标|规划|拟建|^在建|^储备|^待建/;
/** A label that says what is counted, not whose it is. */
const METRIC =
  /\b(?:power|capacity|load)\b|\bgpus? (?:installed|deployed|in service|online|on order|ordered|delivered|count|fleet)\b|(?:功率|电力|容量|数量|总数|保有量)/;
/** "October", "Q3" */
const MONTH = /^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?(?: 20\d\d)?$|^[qh][1-4]\b|月|季度/;
const FEWEST = 100;
const SMALLEST_POWER = 1e6;

/** "| Meta | ~350,000 |" under "GPUs deployed (2025)", "| CoreWeave | 3.1 GW |" under "Contracted power": what each house of a table has. */
export function countCell(table: Table, at: Place): Draft[] {
  const { cell, head } = at;
  const about = `${head.text} ${table.caption}`;
  const house = METRIC.test(at.label.text) ? null : ownerOf(table, at.label);
  // "| GPUs installed | 61,200 | 76,400 |" under months: the label says what is counted.
  // | 集群 | 所属 | 规模 |: how large each site is.
  const sized = house === null && headsSites(table) && POWER.test(head.text);
  const what = house === null && !sized && headsFigures(table, head) ? at.label : head;
  const site = house === null && what === head && headsSites(table);
  // | 2024 | 0.6 GW |: a row of its own for each year, of the house that the lines above speak of.
  const dated = house === null && what === head && isDate(table, at.label);
  if ((house === null && what === head && !site && !dated) || NOT_HELD.test(what.text)) return [];
  const owner =
    (headsSites(table) ? operatorOf(table, at) : null) ??
    house ??
    (site
      ? (operatorOf(table, at) ?? tableSubject(table, { ...at, row: [] }))
      : tableSubject(table, { ...at, row: at.row.slice(1) }));
  if (owner === null) return [];
  const chip = chipIn(table, what) ?? (COUNT_HEAD.test(what.text) ? chipOfRow(table, at) : null);
  const exponent = house === null || !headsFigures(table, head) ? null : shippedIn(table.caption);
  const counts =
    exponent !== null
      ? [bareCount(cell, exponent)]
      : chip !== null &&
          (HELD.test(what === head ? about : what.text) ||
            ((site || dated || house !== null || what === at.label) && ONLY_CHIPS.test(what.text)))
        ? [chipsIn(cell, what)]
        : POWER.test(what.text) || BUILT_HEAD.test(what.text)
          ? (nowAndLater(cell) ?? [powerIn(cell, what) ?? (HELD.test(what.text) ? cardsIn(cell) : null)])
          : [
              CARDS_HEAD.test(what.text)
                ? chipsIn(cell, what)
                : HELD.test(what.text) || plannedBeside(table, what)
                  ? cardsIn(cell)
                  : null,
            ];
  const body = table.article.document.body;
  const variant = table.article.namesIn(cell.start, cell.end).find((e) => e.kind === 'chip');
  const date = dateOfCell(table, at);
  const published = table.article.published;
  const later = date !== null && isOfLaterYear(published, date.iso);
  const planned =
    later ||
    PLANNED.test(what.text) ||
    PLANNED.test(head.text) ||
    (site && BUILDING.test(table.caption) && !RUNNING.test(head.text));
  return counts.flatMap((q, i) =>
    q === null
      ? []
      : [
          {
            ...placeOf(at, 'capacity.table', q.start, q.end),
            kind: 'capacity',
            subject: owner,
            object: site
              ? body.slice(at.label.start, at.label.end)
              : q.unit === 'chips' && variant
                ? body.slice(variant.start, variant.end)
                : (chip ?? (q.unit === 'chips' ? chipOfRow(table, at) : null) ?? body.slice(what.start, what.end)),
            min: q.min,
            max: q.max,
            unit: q.unit,
            // What a site comes to in the end, the row does not date.
            asOf: i > 0 ? null : (date?.iso ?? published?.slice(0, 7) ?? null),
            status: exponent !== null && later ? 'forecast' : planned || i > 0 ? 'target' : statusOfYear(head.text),
            attribution: sourceOfRow(table, at) ?? reporterAbove(table, owner),
            reasons: ['table cell', `column "${head.text}"`],
            confidence: 0.8,
          },
        ],
  );
}

/** What heads a column of places where chips are. */
const SITES =
  /^(?:(?:ai |stargate |data ?cent(?:er|re) |campus |project )?(?:sites?|locations?|campus(?:es)?|facilit(?:y|ies)|data ?cent(?:er|re)s?|projects?|clusters?|supercomputers?|halls?|buildings?|phases?|cit(?:y|ies)|places?|names?))$|^(?:ai|智算|算力|在建|规划|重点)*(?:项目|园区|数据中心|智算中心|算力中心|集群|超算|基地|站点|设施|机房)(?:名称)?$|^名称$/;
const headsSites = ({ header }: Table): boolean =>
  SITES.test(header[0]?.text ?? '') && !header.some(({ text }) => /pric|hour|\$|rate/.test(text));
const BUILDING = /在建|拟建|规划|\bunder construction\b|\bplanned\b|\bannounced\b|\bto be built\b|\bpipeline\b/;
/** 现有功率, 已投运容量: of what runs, whatever else the sites are. */
const RUNNING =
  /现有|已(?:投|上|交|部署|建|有)|在运|当前|目前|\bcurrent\b|\blive\b|\boperational\b|\bonline\b|\btoday\b/;
const OPERATOR =
  /^(?:operators?|owners?|owned by|compan(?:y|ies)|developers?|providers?|builders?|house|who|whose|lab|业主|运营[方商]|所属(?:公司|企业|方)?|归属|公司|企业|开发商|建设[方单]位?|主体|所有者)$/;

/** Who runs the site of a row, known or not, by the column that says; null where none does. */
function operatorOf({ article, header }: Table, { row }: Place): string | null {
  const cell = row[header.findIndex(({ text }) => OPERATOR.test(text))];
  if (!cell) return null;
  const known = article.namesIn(cell.start, cell.end).find((e) => e.kind === 'organisation');
  return known?.slug ?? strangeIn(article.document.body.slice(cell.start, cell.end));
}

/** A column of figures of one time or one house, or of figures at large. */
const headsFigures = (table: Table, head: Cell): boolean =>
  head.text === '' ||
  VALUE_HEAD.test(head.text) ||
  isDate(table, head) ||
  table.article.namesIn(head.start, head.end).some((e) => e.kind === 'organisation');

const isDate = ({ article }: Table, { text }: Cell): boolean =>
  MONTH.test(text) || scanDates(text, { published: article.published, previous: null }).length > 0;

/** | 2025年出货 | 2026年计划 |: how many more, beside a column of how many there are. */
const plannedBeside = ({ header }: Table, head: Cell): boolean =>
  PLANNED.test(head.text) && header.some((other) => other !== head && HELD.test(other.text));

/** 国产AI芯片出货预测（万颗）: what a line over a table of years counts, and in what; null for any other line. */
const SHIPPED =
  /(?:芯片|加速卡|算力卡|智算卡|显卡|gpu|tpu)[^|。;；]{0,8}(?:出货|销量|交付|部署|采购|保有|存量)[^|。]{0,12}?[(（](?:单位[:：]? ?)?([万千]?)(?:颗|张|片|块|枚|卡)/;
function shippedIn(caption: string): number | null {
  const said = SHIPPED.exec(caption);
  return said ? (said[1] === '万' ? 4 : said[1] === '千' ? 3 : 0) : null;
}
function bareCount({ text }: Cell, exponent: number): Quantity | null {
  const [q, ...others] = /^[~约]? ?[\d.,]+$/.test(text) ? scanQuantities(text) : [];
  if (q?.unit !== 'number' || others.length > 0) return null;
  const scaled = (value: string | null): string | null => (value === null ? null : shift(value, exponent));
  return { ...q, unit: 'chips', min: scaled(q.min), max: scaled(q.max) };
}
/** 2026E: what the head of a year itself says is expected. */
const statusOfYear = (head: string): Draft['status'] =>
  /^(?:fy)?20\d\d ?(?:年)?[(（]?(?:e|f|预[测计期])[)）]?$/.test(head) ? 'forecast' : 'actual';

/** The one house a label names; null for two together ("A + B") and for none. */
function ownerOf({ article }: Table, label: Cell): string | null {
  const [first, ...others] = article.namesIn(label.start, label.end);
  if (first?.kind !== 'organisation' || first.start > label.start + 2) return null;
  // 华为昇腾
  if (others.length > 0 && others.every((e) => e.kind === 'chip' && e.slug === first.slug)) return first.slug;
  return others.length > 0 && !/^[^(（]*[(（]/.test(label.text)
    ? null
    : /\+|&| and |、/.test(label.text)
      ? null
      : first.slug;
}

/** How the head calls the chips it counts, in its own words. */
function chipIn({ article }: Table, head: Cell): string | null {
  const named = article.namesIn(head.start, head.end).find((e) => e.kind === 'chip');
  const match = CHIPS.exec(head.text);
  const body = article.document.body;
  if (match) return body.slice(head.start + match.index, head.start + match.index + match[0].length);
  return named ? body.slice(named.start, named.end) : null;
}

/** "| xAI | H100 | 150,000 |" under "Chip" and "Count", "45,000 GB200" under "Chips". */
const COUNT_HEAD =
  /^(?:counts?|number|quantity|units?|cards|chips|how many|数量|张数|卡数|总数)\b|^(?:数量|张数|卡数|总数)/;
function chipOfRow({ article }: Table, { cell, row }: Place): string | null {
  const chip = [cell, ...row].flatMap(({ start, end }) => article.namesIn(start, end)).find((e) => e.kind === 'chip');
  return chip === undefined ? null : article.document.body.slice(chip.start, chip.end);
}

/** GPU数量（万张）, 卡数/万 */
const IN_HAN = /[(（/／,，:： ](?:单位[:：]? ?)?(?:约)?([万千]) ?(?:张|卡|颗|块|片|枚|个)?(?:gpu|卡)?[)）]?$/;

/** "61,200", "350K", or a bare "600" under "GPUs (thousands)". */
function chipsIn({ text }: Cell, head: Cell): Quantity | null {
  const unit = columnUnit(head.text);
  const han = IN_HAN.exec(head.text)?.[1];
  const exponent = han === undefined ? (unit?.currency === null ? unit.exponent : 0) : han === '万' ? 4 : 3;
  const scaled = (value: string | null): string | null => (value === null ? null : shift(value, exponent));
  const scale = (q: Quantity): Quantity =>
    exponent === 0 || q.large ? q : { ...q, min: scaled(q.min), max: scaled(q.max) };
  const counts = scanQuantities(text).flatMap((q) => (q.unit === 'chips' || q.unit === 'number' ? [scale(q)] : []));
  const [q, ...others] = counts.filter((count) => Number(count.min ?? count.max) >= FEWEST);
  if (!q || others.length > 0 || /^(?:19|20)\d\d$/.test(text)) return null;
  // The figure fills the cell but for a remark.
  return /^[~≈约c. +]*(?:about |around |over |more than |up to )?$/.test(text.slice(0, q.start))
    ? { ...q, unit: 'chips' }
    : null;
}

/** 1.2万卡: the cell itself says that it counts cards. */
function cardsIn({ text }: Cell): Quantity | null {
  const [q, ...others] = scanQuantities(text);
  return q?.unit === 'chips' && others.length === 0 && Number(q.min ?? q.max) >= FEWEST && q.end > text.length - 3
    ? q
    : null;
}

/** "2 GW (可扩至5 GW)": what it has; what it may come to is an aside. */
const withoutAside = (text: string): string => text.replace(/(?<=\d.*)[(（][^()（）]*[)）]$/, '');

/** "240 MW at first, 1.2 GW in the end", "50 MW, scalable to 90 MW": what a site has, and what it is to have; null for any other cell. */
function nowAndLater({ text }: Cell): Quantity[] | null {
  const [now, then, ...others] = scanQuantities(withoutAside(text));
  if (now?.unit !== 'watts' || then?.unit !== 'watts' || others.length > 0 || now.start > 8) return null;
  return Number(then.min ?? then.max) > Number(now.min ?? now.max) && LATER.test(text.slice(now.end))
    ? [now, then]
    : null;
}
const LATER =
  /\b(?:later|eventual(?:ly)?|ultimate(?:ly)?|in the end|in time|scal\w+ to|expand\w* to|(?:rising|growing|going) to|then|planned|at full|full build)\b|→|->|[可将拟]扩|远期|终期|最终|规划|二期/;

/** "310 MW", or a bare figure under "Power (MW)". */
function powerIn({ text }: Cell, head: Cell): Quantity | null {
  const [q, ...others] = scanQuantities(withoutAside(text));
  if (!q || others.length > 0) return null;
  if (q.unit === 'watts') return Number(q.min ?? q.max) >= SMALLEST_POWER ? q : null;
  const said = /\b([mg])w\b|([兆吉])瓦/.exec(head.text);
  const unit = said?.[1] ?? (said?.[2] === '吉' ? 'g' : said?.[2]);
  if (unit === undefined || q.unit !== 'number' || !/^[~≈]? ?[\d.,]+\+?$/.test(text)) return null;
  const scaled = (value: string | null): string | null => (value === null ? null : shift(value, unit === 'g' ? 9 : 6));
  return { ...q, unit: 'watts', min: scaled(q.min), max: scaled(q.max) };
}

/** "(Omdia estimates):" in the line above. */
function reporterAbove({ article, reading }: Table, owner: string): string | null {
  const reporter = article.entitiesOf(reading.index - 1).find((e) => e.kind === 'reporter');
  return reporter && reporter.slug !== owner ? reporter.slug : null;
}
