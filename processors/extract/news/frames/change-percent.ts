import type { Announcement } from '../../../../infra/contracts/announcement.ts';
import { growthOf } from '../growth.ts';
import type { Quantity } from '../quantity.ts';
import type { Reading } from '../reading.ts';
import { hasHan, matches } from '../text.ts';
import type { Amount } from './amount.ts';
import { latinName } from './object.ts';

/** The percentage that restates a change of price in the same sentence, signed. */
export function changePercent(
  reading: Reading,
  q: Quantity,
  direction: Announcement['direction'],
  before: Amount | null,
): number | null {
  const signed = (value: number): number => (direction === 'decrease' ? -Math.abs(value) : Math.abs(value));
  // "…调至95美元；一般机型调幅3%至5%": behind a semicolon and a name of its own, another's.
  const percents = reading.quantities.filter(
    (other) =>
      other.unit === 'percent' &&
      !isRange(other) &&
      !((before === null || pairsIn(reading) > 1) && isMost(reading.text, other)) &&
      !(other.end <= q.start && OF_A_PLAN.test(reading.text.slice(other.end, q.start))) &&
      !isOfAll(reading, other.end, q.start) &&
      // ②七牛云上浮10%；③H100月租升至8.2万元: of the item before.
      !(other.end <= q.start && hasHan(reading.text) && /[;；]/.test(reading.text.slice(other.end, q.start))) &&
      !(other.start > q.end && /[;；][^,，;；]{4,}$/.test(reading.text.slice(q.end, other.start))) &&
      !(other.start > q.end && namesModel(reading, q.end, other.start)),
  );
  // 下调至4美元、20美元，降幅分别为20%和33%
  const sums = reading.quantities.filter((other) => other.unit === 'money');
  const [first, last] = [percents[0], sums.at(-1)];
  const inTurn =
    before === null &&
    sums.length > 1 &&
    sums.length === percents.length &&
    first !== undefined &&
    last !== undefined &&
    /分别/.test(reading.text.slice(last.end, first.start))
      ? percents[sums.indexOf(q)]
      : undefined;
  const sizeOf = (percent: Quantity): number => Number(percent.min ?? percent.max);
  // The percentage that the two amounts themselves come to, wherever it stands.
  const old = Number(before?.q.min ?? before?.q.max);
  const now = Number(q.min ?? q.max);
  const off = (percent: Quantity): number => Math.abs(Math.abs(now / old - 1) * 100 - sizeOf(percent));
  const [exact] = percents
    .filter(
      (percent) =>
        off(percent) <
        (ofAnother(reading.text, q.end, percent.start) || leadsToAnother(reading.text, percent.end, q.start)
          ? 0.6
          : 2.5),
    )
    .sort((a, b) => off(a) - off(b));
  if (inTurn) return signed(sizeOf(inTurn));
  if (exact) return signed(sizeOf(exact));
  if (Number.isFinite(old)) {
    // 从5.5万元涨至7.5万元,涨幅超三成: a bound that the amounts keep to.
    const change = Math.abs(now / old - 1) * 100;
    const kept = percents.find((p) => p.min !== p.max && Math.abs(change - sizeOf(p)) < 12);
    return kept ? signed(sizeOf(kept)) : null;
  }
  // 上调17%至4.50美元: the new price, and how far it moved.
  const restated = percents.find((p) =>
    /^(?:[,，]?(?:上调|下调)?[至到]|达) ?$|^(?: (?:price )?[a-z]+)?,? to (?:about |just |only )?$/.test(
      reading.text.slice(p.end, q.start),
    ),
  );
  if (restated) return signed(sizeOf(restated));
  const stated = percents.length > 0 ? growthOf(reading, q) : null;
  if (stated !== null) return signed(stated);
  const amounts = reading.quantities.filter((other) => other.unit === 'money' && other !== before?.q && other !== q);
  const lonely = (percent: Quantity): boolean =>
    !amounts.some((other) => between(other, Math.min(percent.start, q.start), Math.max(percent.end, q.end)));
  const own = percents.find((percent) => percent.start > q.end && lonely(percent)) ?? percents.findLast(lonely);
  return own ? signed(sizeOf(own)) : null;
}

/** "$0.008→$0.006, $0.160→$0.098": how many prices a sentence tells the old and the new of by an arrow. */
const pairsIn = ({ text }: Reading): number => matches(ARROWS, text).length;
const ARROWS = /\d ?(?:→|->|=>) ?[$€£¥]\d/g;

/** 降到2元，GLM-5-Air也降50%: another model or card is named in Chinese, whose percentage it is. */
export const namesModel = ({ text, entities }: Reading, from: number, to: number): boolean =>
  hasHan(text) &&
  entities.some(
    (e) =>
      (e.kind === 'product' || e.kind === 'chip') &&
      e.start >= from &&
      e.end <= to &&
      !text.slice(0, from).includes(text.slice(e.start, e.end)),
  );

/**
 * 价格上调12%，其中A由60元涨到67元; 容量块提价15%，p5e.48xlarge由34美元涨到39美元: true where the percentage that ends at one place is of
 * all, the amount at another of one.
 */
export function isOfAll(reading: Reading, from: number, to: number): boolean {
  if (from >= to || !hasHan(reading.text)) return false;
  const between = reading.text.slice(from, to);
  if (ONE_OF_ALL.test(between)) return true;
  const comma = /^[^,，。;；\d]{0,6}[,，] ?/.exec(between);
  const name = comma && latinName(reading, from + comma[0].length, to);
  return name !== null && name.length > 3 && !reading.original.slice(0, from).includes(name);
}
const ONE_OF_ALL = /^[^。;；]{0,12}[,，;；] ?(?:其中|例如|比如|譬如|如(?![今此])|以[^,，。;；]{2,24}为例)/;

/** "价格上调约30%，Lite套餐门槛提高至20元": the percentage is of all, the amount of one plan. */
const OF_A_PLAN =
  /^[,，;；] ?(?:其中)?[^,，;；\d]{1,16}(?:套餐|版|档|方案|层级|计划)(?:的?(?:月费|价格?|定价|门槛|起步价|起价))?(?:提高|上调|上涨|下调|下降|降低|[涨升降提调])[到至为] ?$/;

/** GPU系列上调15%，对象存储由0.12元调整为…: another thing is named before the old price. */
export const leadsToAnother = (text: string, from: number, to: number): boolean =>
  from < to && OTHER_FROM.test(text.slice(from, to));
const OTHER_FROM = /^[^。;；]*?[,，;；][^,，;；\d]{3,20}[由从自] ?\d/;

/** "下调至0.10元，低频存储下调15%": between an amount and a percentage another thing is named, in Chinese. */
export const ofAnother = (text: string, from: number, to: number): boolean =>
  from < to &&
  /[,，;；](?!平均|整体|累计|相当|综合|[降涨升增跌减折较比即约打][^,，;；]*|[上下][调涨降][^,，;；]*|同比[^,，;；]*|幅度[^,，;；]*|最[高大低][^,，;；]*|直[降涨][^,，;；]*)[\u4e00-\u9fffa-z0-9()（） -]{3,20}?(?:[上下][调涨降浮]|[降涨]价?|打)(?:了|约)*$/.test(
    text.slice(from, to),
  );

/** 涨价8%至12%: of several things, which no two amounts restate. */
export const isRange = (q: Quantity): boolean => q.min !== null && q.max !== null && q.min !== q.max;

/** "cuts of up to 75%", in English: the most that any price moved. */
export const isMost = (text: string, q: Quantity): boolean =>
  q.unit === 'percent' && q.min === null && q.max !== null && !hasHan(text);

const between = (q: Quantity, from: number, to: number): boolean => q.start >= from && q.end <= to;

const ALSO_MOVES =
  /\b(?:while|whereas|and) (?:[\w-]+ ){0,3}(?:contracts?|plans?|instances?|subscriptions?|reservations?|tiers?|leases?|nodes?|machines?|storage)\b[^,;.]{0,40} (?:go(?:es)? (?:up|down)|went (?:up|down)|rises?|rose|falls?|fell|climbs?|climbed|drops?|dropped)(?: by)? (?:about |around |between )?$/;
/** "H20 nodes rise to 118 yuan an hour, while monthly contracts go up by 12%": what else is sold moves as well. */
export const besideMove = ({ text, quantities }: Reading, q: Quantity): boolean =>
  ALSO_MOVES.test(text.slice(0, q.start)) &&
  quantities.some((o) => o.unit === 'money' && o.rate !== null && o.end < q.start);

/** 提高一倍: what has gone up by as much as it was is twice what it was. */
export const asMultiple = (q: Quantity): Quantity =>
  q.unit !== 'times' ? q : { ...q, min: q.min === '1' ? '2' : q.min, max: q.max === '1' ? '2' : q.max };
