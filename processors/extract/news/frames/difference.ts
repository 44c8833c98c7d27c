import { Decimal } from 'decimal.js';
import type { Quantity } from '../quantity.ts';
import type { Reading } from '../reading.ts';
import { hasHan } from '../text.ts';
import type { Amount } from './amount.ts';

/** "moves to $9 a month, $2 more than now": what stands between a new price and how far it is from the old one, and behind that. */
const BESIDE = /^[^,;.]{0,24}, (?:which is |that is |or )?(?:some |about )?$/;
const THAN_NOW =
  /^(?: (?:a|per|an|each) (?:month|year|hour|seat|user))? (?:(more|dearer|higher|above)|(?:less|cheaper|lower|below)) than (?:now|before|today|at present|currently|previously|until now|(?:it|they) (?:was|were|is|are|used to)|(?:the |its )?(?:old|current|present|previous|existing|former))\b/;
/** 每月9元，比现在贵2元 */
const BEFORE_HAN =
  '(?:现在|目前|此前|之前|原来|原先|以前|旧价|原价|[上前]个?[一]?[月周季](?:度|末|底)?|[昨前]一?[日天]|去年(?:同期|底|末)?|年初|[月周]初|\\d{1,2}月(?:[初中底末]|\\d{1,2}日)?)';
const BESIDE_NOW = new RegExp(
  `^[^,，;；。]{0,10}[,，(（](?:[周月日同]?环?比)?(?:[较比]?${BEFORE_HAN}|(?<=环比|同比|较|比))(?:小幅|大幅|再|又|略|微)*(?:(涨价?|贵|高|上调|提高|上涨|多|上升|回升|走高)|(?:降价?|便宜|低|下调|降低|下降|少|下?跌|回落|走低))(?:了|出)*(?:约|近)?$`,
);

/** The sum behind a price that tells no more than how far it is from the old one, and that old price; null where none does. */
export function oldByDifference({ text, quantities }: Reading, amount: Amount): Apart | null {
  const difference = quantities.find((q) => q.unit === 'money' && q.start >= amount.q.end);
  if (!difference || difference.currency !== amount.currency) return null;
  const gap = text.slice(amount.q.end, difference.start);
  const said = BESIDE_NOW.exec(gap) ?? (BESIDE.test(gap) ? THAN_NOW.exec(text.slice(difference.end)) : null);
  return said && oldOf(amount, difference, said[1] !== undefined);
}

interface Apart {
  readonly old: Amount;
  /** How far the two prices are apart. */
  readonly difference: Quantity;
}

/** The old price, where both the new one and the difference are told exactly; null where none is left. */
function oldOf(amount: Amount, difference: Quantity, rose: boolean): Apart | null {
  const [now, far] = [amount.q, difference].map(({ min, max }) =>
    min !== null && min === max ? new Decimal(min) : null,
  );
  const old = now && far ? (rose ? now.minus(far) : now.plus(far)) : null;
  if (!old?.isPositive() || old.isZero()) return null;
  const value = old.toFixed();
  return { old: { ...amount, q: { ...amount.q, min: value, max: value } }, difference };
}

/** "goes up by $3", "drops 20 cents": a verb right before how far a price moves. */
const STEP =
  /\b(?:(rise[sn]?|rose|climb(?:s|ed)?|jump(?:s|ed)?|gain(?:s|ed)?|add(?:s|ed)?|goes up|went up|go up|up|raised|raises|raising|lifted|lifts|increas(?:e[sd]?|ing))|drop(?:s|ped)?|falls?|fell|slid(?:es)?|dip(?:s|ped)?|goes down|went down|down|cut(?:s|ting)?|lower(?:s|ed|ing)?|trim(?:s|med|ming)?|reduc(?:e[sd]?|ing))(?: [^,;.$€£¥]{1,40}?)?(?: by)?(?: about| around| another| a further)? $/;
const TO = /^(?: (?:a|per|an|each) (?:month|year|hour|seat|user))?,? to (?:about |just |only )?$/;

/** 下调0.4元, 贵了30元: a verb right before how far a price moves, and what leads to the new one. */
const STEP_HAN =
  /(?:(涨价?|贵|加价?|多收|上调|提高|上涨|抬高|提价|(?<=[比较][^,，]{1,6})[多高])|(?<=[比较][^,，]{1,6})少|降价?|便宜|减|少收|低|跌|下调|降低|下降|砍|让利)[了出]?(?:大?约|近|整整|足足)? ?$/;
const TO_HAN =
  /^[,，]?(?:[降涨调升减提]?[至到为]|[变成]为?|现在?(?:是|为|只要)?|来到|落到)(?:了|约|每[^,，。;；\d]{1,8})* ?$/;
/** Says of a sum that it is no price but how far one moved. */
const STEP_ONLY = new RegExp(
  `(?:[降涨减加砍低高跌][了出]|(?<=[每/](?:gb|tb|百万|千|万|个|次|张|小)?[月时次年天张])(?:再|又|各)?[涨降]|(?:便宜|贵)[了出]?|[少多][收付花]|(?:[较比]${BEFORE_HAN}|环比|同比)(?:小幅|大幅|再|又|略|微)*(?:上?涨|下?跌|下?降|回落|上升|回升|高|低))(?:大?约|近|整整|足足)? ?$`,
);

/** 每小时便宜了0.5美元: how far a price moved, and no price, in Chinese. */
export const isStep = (text: string, { start }: Quantity): boolean =>
  STEP_ONLY.test(text.slice(Math.max(0, start - 16), start));

/** "goes up by $3 to $33", "drops 20 cents to $1.99 an hour": the old price, by how far it is from the new one; null where none is told so. */
export function oldByStep({ text, quantities }: Reading, amount: Amount): Apart | null {
  const step = quantities.findLast((q) => q.unit === 'money' && q.end <= amount.q.start);
  if (!step || step.currency !== amount.currency) return null;
  const gap = text.slice(step.end, amount.q.start);
  if (hasHan(text)) {
    const moved = TO_HAN.test(gap) ? STEP_HAN.exec(text.slice(Math.max(0, step.start - 14), step.start)) : null;
    return moved && oldOf(amount, step, moved[1] !== undefined);
  }
  if (!TO.test(gap)) return null;
  const said = STEP.exec(text.slice(Math.max(0, step.start - 70), step.start));
  // "cut Pro $5 to $3": without "by" only a verb that takes no object leads to a step.
  if (!said || (!/ by(?: \w+)* $/.test(said[0]) && !/^\w+ (?:about |around )?$/.test(said[0]))) return null;
  return oldOf(amount, step, said[1] !== undefined);
}
