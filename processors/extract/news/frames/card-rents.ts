import type { Article } from '../analysis.ts';
import { lastAsked } from '../last-asked.ts';
import type { Quantity } from '../quantity.ts';
import type { Rate } from '../rates.ts';
import type { Reading } from '../reading.ts';
import { hasHan } from '../text.ts';
import { isStep } from './as-above.ts';
import { tame } from './borrowed.ts';

/** What a text on the rents of cards speaks of. */
const RENTS = /租[金价]|时租|租一[张块台]|月租|租赁(?:价|费)|现货价|卡时|算力(?:价格|行情|报价)/;
const CARDS = /gpu|显卡|算力|[hab]\d00|h20|4090|5090|旧卡|新卡/;
/** So much of a text tells what it is about, in UTF-16 units. */
const OPENING = 160;

const openingOf = ({ titleText, folded }: Article): string => `${titleText} ${folded.slice(0, OPENING)}`;

/** True where a Chinese text is about what cards are rented for: its title or its opening says so. */
const isAboutRents = lastAsked((article: Article): boolean => {
  const opening = openingOf(article);
  return RENTS.test(opening) && CARDS.test(opening);
});

/** By the hour, and no other way. */
const HOURLY = /小时|时租|卡时|\/h/;
/** 现货要价在8美元以上, 单卡报价超过4.9美元, 中位数是: a price is told. */
const PRICED =
  /(?:[要报叫开租均现]价|报|单卡|每卡|中位数|均值|[合签]约[价只]?|价格?|租金?|成交|回到了?|[涨跌升降]到了?)[^,，。;；\d]{0,8}$/;
/** More than any card rents for by the hour. */
const CARD_HOUR = 60;

/** "租一张H100，一小时多少钱？…现货要价在8美元以上": a bare price of a text about what cards are rented for by the hour is by the hour. */
export function hourOfTopic(
  article: Article,
  reading: Reading,
  money: readonly Quantity[],
  rates: Map<Quantity, { rate: Rate; own: boolean }>,
): void {
  if (money.length === 0 || rates.size > 0 || !hasHan(reading.text) || !isAboutRents(article)) return;
  const opening = openingOf(article);
  if (!HOURLY.test(opening) || /[月年]租|包[月年]|\/月/.test(opening)) return;
  for (const q of money) {
    if (q.rate !== null || !tame(q) || Number(q.min ?? q.max) > CARD_HOUR || isStep(reading.text, q)) continue;
    if (!PRICED.test(reading.text.slice(Math.max(0, q.start - 16), q.start))) continue;
    rates.set(q, { rate: { start: q.end, end: q.end, meter: 'gpu_hour', per: 1, side: null }, own: false });
  }
}

const MOVED =
  /(?:上?[涨升]|下?[跌降]|回[落升调]|反弹|走[高低]|便宜|贵)(?:得最[多狠凶][,，] ?(?:上?涨|下?跌))?(?:幅)?[了过]?(?:大?约|近|超过?|逾|至?多|达到?|出)* ?$/;
/** H200：一季度+20% */
const SIGNED = /^[^,，。;；]{0,3}[:：][^,，。;；]{0,12}[+-]$/;
/** What else of a card moves. */
const OTHER =
  /出货|销量|销售|营收|收入|利润|毛利|股价?|份额|占比|需求|订单|利用率|出租率|性能|算力规模|功耗|产能|库存|内存|显存|电[价费]|吞吐|跑分|得分/;
/** How far in front of a figure its card may stand, in UTF-16 units. */
const REACH = 32;

/** "H200涨了8%", "3月换成B200，一个月涨24%": in a text about the rents of cards, a card has nothing else that goes up. */
export function cardMoves(article: Article, { text, entities }: Reading, q: Quantity): boolean {
  if (q.unit !== 'percent' || !isAboutRents(article)) return false;
  const card = entities.findLast((e) => e.kind === 'chip' && e.end <= q.start);
  if (!card || q.start - card.end > REACH) return false;
  const between = text.slice(card.end, q.start);
  const lead = /[^,，。;；]*$/.exec(text.slice(0, card.start))?.[0] ?? '';
  return (MOVED.test(between) || SIGNED.test(between)) && !/[。;；]/.test(between) && !OTHER.test(lead + between);
}
