type Span = { readonly start: number; readonly end: number };

/** A time in the past: 去年, 上个月, 两年前, 刚推出时. */
const PAST =
  '(?:去年|前年|上[个一]?[年月周季]|上半年|年初|[一两三几半\\d]+个?(?:多)?[年月周]前|年前|20\\d\\d ?年|此前|之前|原来|原先|原本|以前|从前|过去|曾经?|当初|当时|起初|最初|最早|早前|早年间?|早些年|早期|头几年|[改调涨提降]价之?前|调整之?前|早先|一开始|刚[^,，。;；]{0,4}(?:上线|发布|推出|出来|面世|开放)(?:的?时候?)?|(?:发布|上线|首发|推出|面世|开放)(?:之初|初期|时|的时候))';
const TODAY = '(?:[今本这][年月周天]|这个[月周]|如今|现在|目前|眼下|当下|当前|现已|上周(?=[^,，。;；\\d]{0,6}已))';

/** 去年初卖16元，如今只要4元: what it was once, and what it is. */
const THEN = new RegExp(`${PAST}[^。;；]{0,48}$`);
const NOW = new RegExp(
  `^[^,，。;；]{0,24}[,，] ?(?:[而但]|而?到了?|[而但]?到?了?)?(?:${TODAY}|现(?!有|场))[^,，。;；\\d]{0,14}$`,
);

/** 早年只要0.05元，2024年5月提到0.06元: what it was once, and what it was put to. */
const PUT_TO =
  /^[^,，。;；]{0,24}[,，] ?[^,，。;；\d]{0,4}(?:(?:\d{1,4} ?[年月日号])+)?[^,，。;；\d]{0,8}?(?:[提涨调升加降跌砍减改抬换变]|上[调涨]|下[调降]|已|成交|回|来)[到至为成]了?(?:约|近)? ?$/;

/** 如今只卖0.3元，两年前是8元; 每小时跌至0.74美元，上个月还要1.1美元: what it is, and what it was once. */
const BACK_THEN = new RegExp(
  `^[^,，。;；]{0,12}[,，(] ?(?:而|但|比)?在?${PAST}(?:的(?:价格?|报价|定价|租金|时租|月租))?[^,，。;；\\d的版款]{0,8}?(?:(?<still>还|仍|曾|高达)[^,，。;；\\d的]{0,6}|[是为要卖得收]约?|(?<=前)) ?$`,
);
const IS_NOW = new RegExp(`(?:${TODAY}|只[要卖需]|仅[要需]?)[^。;；]{0,24}$`);

/** True where the first of two neighbouring sums is what the second has become. */
export function nowAndThen(text: string, first: Span, second: Span): boolean {
  const said = BACK_THEN.exec(text.slice(first.end, second.start));
  if (!said) return false;
  const lead = text.slice(0, first.start);
  return said.groups?.['still'] !== undefined || IS_NOW.test(lead) || !THEN.test(lead);
}

/** 均价2.1美元，比8月的2.3美元又跌了一截; 2元/百万tokens，较此前的4元下降50%. */
const BESIDE_THEN = new RegExp(
  `^[^,，。;；]{0,16}[,，(] ?(?:较|比|相比|相较于?|对比)[^,，。;；\\d]{0,8}(?:${PAST}(?: ?\\d{1,2} ?月)?|\\d{1,2} ?月|[一二三四五六七八九十]月|前[年月周代]|高[点位]|峰值|旧价|刊例价)[^,，。;；\\d]{0,6}$`,
);
const MOVED_ON = /^[^,，。;；]{0,10}?(?:下?[降跌]|上?[涨调升]|便宜|贵|[低高]|回[落升]|反弹|反升|跳|翻|减|砍|少|多)/;

/** True where the second of two neighbouring sums is what the first is told beside. */
export const toldBesideThen = (text: string, first: Span, second: Span): boolean =>
  BESIDE_THEN.test(text.slice(first.end, second.start)) && MOVED_ON.test(text.slice(second.end));

/** What stands right before a sum and its unit. */
const UNIT = '(?:每[^,，。;；\\d]{1,10}|[为是按:： ])*$';
const FROM_DAY = '(?:\\d{1,2} ?月(?: ?\\d{1,2} ?日)?|[今明]年[^,，。;；]{0,8}|下个?[月周]|届时|次月)起?';
const COMES_TO = '(?:将|改|调|上|下|涨|降|升|整|成|至|到|收|执行|为)*';
/** 原0.04美元，调整后0.08美元; 原价1元/GB/月，新价0.8元: labels of the old price and the new one. */
const WAS_LABEL = new RegExp(`(?:原(?:[价为是]|[定售单标]价)?|旧价|调[整价]?前)${UNIT}`);
const NEW_LABEL = new RegExp(
  `^[^,，。;；\\d]{0,16}[,，;；] ?(?:调[整价]?后|新价?|现[价为在]?|[降涨提]价后|${FROM_DAY})${COMES_TO}${UNIT}`,
);
/** 现行0.35元/GB/月，9月起0.38元: what it is, and from when it will be something else. */
const IS_LABEL = new RegExp(`(?:现行?价?|目前|当前|眼下)${UNIT}`);
const COMING_LABEL = new RegExp(`^[^,，。;；\\d]{0,16}[,，;；] ?(?:自|从)?(?:新价|${FROM_DAY})${COMES_TO}${UNIT}`);

/** True where labels say that the second of two neighbouring sums is what the first has become. */
export function labelledOldAndNew(text: string, first: Span, second: Span): boolean {
  const [lead, gap] = [text.slice(Math.max(0, first.start - 24), first.start), text.slice(first.end, second.start)];
  return (WAS_LABEL.test(lead) && NEW_LABEL.test(gap)) || (IS_LABEL.test(lead) && COMING_LABEL.test(gap));
}

/** True where the second of two neighbouring sums is what the first has become. */
export const thenAndNow = (text: string, first: Span, second: Span): boolean =>
  labelledOldAndNew(text, first, second) ||
  (THEN.test(text.slice(0, first.start)) &&
    (NOW.test(text.slice(first.end, second.start)) || PUT_TO.test(text.slice(first.end, second.start))));
