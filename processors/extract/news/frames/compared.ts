import { cloudOf } from '../families.ts';
import type { Quantity } from '../quantity.ts';
import type { Reading } from '../reading.ts';
import { hasDirection } from './direction.ts';

/** "much cheaper per token than both GPT (3.57x) and Claude (6.8x)": how far apart two offers are, not how far one moved. */
const COMPARED_BEFORE =
  /\b(?:cheaper|dearer|pricier|costlier|(?:more|less) expensive|(?:lower|higher)(?: [\w-]+){0,2})(?: [\w-]+){0,3} than (?!(?:in|at|last|before|ever|it|they|usual|a (?:year|month|week)|the (?:prior|previous|same))\b)(?:[^;.]|\.\d){1,90}$/;

/** Behind a comparison of two offers, unless a word of its own says that the price moved: "cheaper than X after a 30% cut". */
export function comparedBefore(text: string, { start, end }: Quantity): boolean {
  const than = text.lastIndexOf(' than ', start);
  if (than < 0 || !COMPARED_BEFORE.test(text.slice(0, start))) return false;
  const said = text.slice(than, end + 14);
  return !hasDirection(said, said.length);
}

/** "an 80% cut for the identical box", "a 70x price difference", "triple the price depending on whom you ask": between two offers. */
const BETWEEN =
  /^x? ?(?:price |cost )?(?:difference|gap|differential|disparity)s?\b|^ (?:the price|the cost|as much),? (?:depending on|according to) (?:who|where|which|whose|the)\b|^ ?(?:price )?(?:cut|discount|premium|savings?|drop|reduction) (?:for|on) (?:the |an? )?(?:very |exact )?(?:same|identical)\b/;

/** "Compared to its predecessor, GPT-4 is 30 times more expensive to use": how far apart two offers are. */
export const besideAnotherOffer = (text: string, { start, end }: Quantity): boolean =>
  BETWEEN.test(text.slice(end, end + 48)) ||
  (/^ ?(?:times )?(?:as |(?:more|less) )?(?:expensive|costly|cheap(?:er)?|pric(?:ey|ier)|costlier|dearer)\b/.test(
    text.slice(end, end + 30),
  ) &&
    /(?:^|[,;] )(?:when )?(?:compared (?:to|with)|next to|beside|unlike|relative to|set against|measured against) (?!last|a year|the (?:prior|previous|same)|before|then)[^;]{2,120}, /.test(
      text.slice(0, start),
    ));

const CHEAPER_HAN = /(?:便宜|贵|省)[下掉]?了?(?:将近|差不多|大?约|接?近|超过?|至少|[出逾])* ?$/;
/** "后者输入0.6美元，便宜了差不多80%": how far apart two offers are that a Chinese sentence sets side by side. */
export const besideTheOther = ({ text, entities }: Reading, { start }: Quantity): boolean =>
  CHEAPER_HAN.test(text.slice(Math.max(0, start - 10), start)) &&
  (/[前后]者|[两二]者|相[比较]|对比|比起|(?:换|切换?|迁移?)[到成至]|改用/.test(text.slice(0, start)) ||
    (!/[下上]调|[降涨提调]价|优惠|促销|特惠|[都均也再]最?[多低高]?便宜/.test(text.slice(0, start)) &&
      new Set(entities.filter((e) => e.end <= start && e.kind !== 'chip').map((e) => cloudOf(e.slug))).size > 1));

/** 拿货要加价两成, H20现货加价30%才能拿到: what buyers pay over the price, which nobody has moved. */
export const paidOver = ({ text }: Reading, { start, end }: Quantity): boolean =>
  /加价(?:约|近|超过?|逾|[至最]多|到)*$/.test(text.slice(0, start)) &&
  (/(?:拿货|提货|进货|抢货|要货|现货|黄牛|渠道|二手|水货)[^,，。;；]{0,8}$/.test(
    text.slice(0, text.lastIndexOf('加价', start)),
  ) ||
    /^(?:以上)?[^,，。;；]{0,4}(?:拿[到货]|抢到|买到|提货|订到)/.test(text.slice(end)));

/** "at $10 and $50, double the rate of Opus 4.8": what another thing costs. */
export const asMuchAsAnother = (text: string, q: Quantity): boolean =>
  ofAnother(text, q) || standsAtHalf(text, q) || OF_LIST_HAN.test(text.slice(Math.max(0, q.start - 16), q.start));
/** 包月1503.5元，约合官网价4.6折: what a price told is, beside the one of a list. */
const OF_LIST_HAN = /(?:约?合|相当于|折合|等于)[^,，。;；\d]{0,4}(?:官网|官方|目录|刊例|原)价?的? ?$/;
const ofAnother = (text: string, { unit, start, end }: Quantity): boolean =>
  (unit === 'times' || unit === 'percent') &&
  AS_MUCH.test(text.slice(start, end)) &&
  OF_ANOTHER.test(text.slice(/price$/.test(text.slice(start, end)) ? end - 6 : end, end + 60)) &&
  !/\b(?:to|will|would|may|could|and|now) $/.test(text.slice(0, start));
const AS_MUCH = /^(?:double|triple|half(?: the price)?)$/;
const OF_ANOTHER =
  /^ (?:(?:the|its|their) )?(?:rates?|prices?|costs?|fees?) (?:of|for|charged (?:by|for)) (?!(?:the |its )?(?:old|previous|former|last)\b)/;

/** "yet costs half the price", "is half the price": what something is set beside, where no word says that anything moved. */
const standsAtHalf = (text: string, { unit, start, end }: Quantity): boolean =>
  unit === 'percent' &&
  text.startsWith('half the price', start) &&
  STANDS.test(text.slice(0, start)) &&
  !SINCE.test(text.slice(0, start)) &&
  !OF_BEFORE.test(text.slice(end));
const STANDS =
  /\b(?:costs?|costing|is|are|at|for|yet|being)(?: (?:about|around|roughly|only|just|exactly|nearly|almost|less than|under))* $/;
const SINCE =
  /\b(?:now|today|from|starting|effective|until|through|this|will|would|cut|drop\w*|fell|offer\w*|sale|promo\w*)\b/;
const OF_BEFORE =
  /^ (?:it|they|that) (?:was|were|used|had|did)\b|^ (?:of )?(?:last|a year|a month|before|what)\b|^ (?:until|through|for (?:the|a) )/;

/** "$98 an hour on demand or $20 on spot, an 80% cut": how far apart two ways of buying the same are. */
export const betweenTwoWays = ({ text, quantities }: Reading, q: Quantity): boolean =>
  q.unit === 'percent' &&
  /\bspot\b|\bpreemptible\b/.test(text) &&
  /\bon[- ]demand\b/.test(text) &&
  quantities.filter((other) => other.unit === 'money' && other.end <= q.start).length > 1;

/** 相比文心4.5价格下降, 较K2涨价: set beside another, and yet a move. */
const MOVED_FROM =
  /(?:相比(?:于|之)?|相?较于?|比)[^,，。;；]{2,24}?(?:价格?|费用|成本|单价)?(?:下[降调]|降[价低]?|上[涨调]|涨价?|提价)了?(?:大?约|近|超过?|逾)? ?$/;

/** "文心4.5 Turbo：…，相比文心4.5价格下降80%": how far the price of a model moved from that of the one of the same house before it. */
export function fromPredecessor({ text, entities }: Reading, { start }: Quantity, clause: number): boolean {
  const said = MOVED_FROM.exec(text.slice(clause, start));
  if (!said) return false;
  const from = clause + said.index;
  const old = entities.find((e) => e.kind === 'product' && e.start >= from && e.end <= start);
  return (
    old !== undefined &&
    entities.some(
      (e) =>
        e.kind === 'product' &&
        e.end <= from &&
        e.slug === old.slug &&
        text.slice(e.start, e.end) !== text.slice(old.start, old.end),
    )
  );
}
