import type { Article } from '../analysis.ts';
import type { Quantity } from '../quantity.ts';
import type { Reading } from '../reading.ts';
import { hasHan } from '../text.ts';
import { chipAbove } from './chip-above.ts';

/** No card that a data centre is built of costs less, in whole units of money. */
const LEAST = 1_000;

/** What leads from a name to its price: 要, 约, 报价在, 只卖. */
const LEADS =
  '(?:的?(?:价格?|均价|报价|现货价?|到手价?|渠道价?|行情))?(?:[：:])?(?:[要卖报得花为是在至需只仅也则就就涨跌到回落升降])*(?:大?约|近|逾|超过?|不到|差不多|上下)*';
/** One card, or one machine of them: 单颗H200约, 一张H20要, 910B单卡, 八卡整机约. */
const EACH = new RegExp(
  `(?:(?:[单每一][颗张块片枚]|单卡|裸卡)[^,，。;；:：、()\\d]{0,6}(?:[a-z][a-z\\d +.-]{0,20}|[\\u4e00-\\u9fff]{0,4} ?\\d{3,4}[a-z]{0,2})|[a-z\\d][^,，。;；:：、()]{0,6}(?:[单每一][颗张块片枚]|单卡|裸卡)|(?:整机|服务器|一体机|准系统|机柜|整柜)(?:[(（][^()（）]{1,8}[)）])?(?:每台|一台|单台)?(?:的?(?:现货|期货))?)${LEADS} ?$`,
);
/** What a sum beside a card may be that nobody asks for one: a rent, an order, what was written off. */
const OTHER_SUM =
  /租|包月|月付|每[月年时]|小时|成本|总[额价]|合计|共|订单|合同|投[资入]|补贴|罚|计提|减值|营收|收入|利润|估值|算力费/;

/** 价格（单芯片）, 单卡报价： over or before names and sums. */
const HEADS =
  /(?:[单每一][颗张块片枚卡]|单芯片|裸卡|整机)[^,，。;；:：()]{0,6}(?:价格?|售价|报价|行情)|(?:算力卡|加速卡|显卡|国产卡|gpu|芯片)[^,，。;；:：()]{0,4}(?:渠道|现货|市场|采购|拿货)(?:价格?|报价|行情)|(?:价格?|售价|报价|行情) ?[(（](?:按|以)?(?:[单每一][颗张块片枚卡台]|单芯片|裸卡|整机)[^()（）]{0,4}[)）]/;
/** B3、B2约 */
const NAMES =
  /(?:^|[,，;；：:。、(（] ?)[^,，;；：:。()（）\d]{0,6}[a-z\d][a-z\d +.-]{0,14}(?:、[a-z\d +.-]{1,14})*(?:大?约|近|逾|超过?|为|是|在|则|:|：)* ?$/;

/** 单卡报价, 单张成交价约: of one card, whose name stands above. */
const ONE_CARD = new RegExp(
  `(?:^|[,，;；:：。] ?)[^,，;；:：。\\d]{0,4}(?:[单每一][颗张块片枚]|单卡|裸卡)(?:的?(?:成交|市场|最新|现货|渠道|出厂|采购)*(?:价格?|售价|报价|均价|行情))${LEADS} ?$`,
);
/** The card of the sentences above that a sum is the price of one of, where its own names none; null elsewhere. */
export function cardAboveSold(article: Article, reading: Reading, q: Quantity): ReturnType<typeof chipAbove> {
  const lead = reading.text.slice(Math.max(0, q.start - 40), q.start);
  return ONE_CARD.test(lead) && !reading.entities.some((e) => e.kind === 'chip' && e.end <= q.start)
    ? chipAbove(article, reading)
    : null;
}

const PRICE_OF_EACH = /^ ?(?:单[价颗张片]|均价|每[颗张片])[^,，。;；\d]{0,8}$/;

/** 单颗H200约19万元，八卡整机约150万元: a bare sum that is what one card or one machine is sold for, in Chinese. */
export function cardSoldAt(article: Article, reading: Reading, q: Quantity): boolean {
  const { text } = reading;
  if (!hasHan(text) || Number(q.min ?? q.max) < LEAST) return false;
  const lead = text.slice(Math.max(0, q.start - 40), q.start);
  const clause = /[^,，。;；]*$/.exec(lead)?.[0] ?? '';
  if (OTHER_SUM.test(clause) || OTHER_SUM.test(text.slice(q.end, q.end + 6))) return false;
  // 已下单逾200万颗，单价约2.7万美元: of the cards just counted.
  if (PRICE_OF_EACH.test(clause) && reading.quantities.some((o) => o.unit === 'chips' && o.end <= q.start)) return true;
  if (EACH.test(lead) || cardAboveSold(article, reading, q) !== null) return true;
  return NAMES.test(lead) && !OTHER_SUM.test(text) && isUnderHead(article, reading, q);
}

/** The sentence begins with what its sums are of, or stands right under a line that says no more. */
function isUnderHead(article: Article, { text, index }: Reading, q: Quantity): boolean {
  const said = HEADS.exec(text.slice(0, q.start));
  if (said) return said.index < 12;
  const above = article.sentences[index - 1];
  const line = above ? article.folded.slice(above.start, above.end) : '';
  return line.length <= 24 && HEADS.test(line);
}
