import type { Announcement } from '../../../../infra/contracts/announcement.ts';
import { clauseAt } from '../context.ts';
import { PRICE_DOWN, PRICE_UP } from '../lexicon.ts';
import type { Quantity } from '../quantity.ts';
import type { Reading } from '../reading.ts';
import { hasHan, matches } from '../text.ts';

const EVERY_UP = new RegExp(PRICE_UP, 'g');
const EVERY_DOWN = new RegExp(PRICE_DOWN, 'g');

/** True where words shortly before a position say that a price moves. */
export const hasDirection = (text: string, at: number): boolean => {
  const lead = text.slice(Math.max(0, at - 60), at);
  return PRICE_DOWN.test(lead) || PRICE_UP.test(lead);
};

const OWN_PAST =
  /^ (?:(above|over|higher than|more than)|below|under|lower than|less than) (?:what (?:it|they) (?:asked|charged|cost|was|were|billed|took|wanted|had|used)\b|where (?:it|they|prices|rates) (?:began|started|stood|were|was|ended|closed)\b|(?:its|their|the|last) (?:[\w-]+(?:'s)? ){0,3}(?:levels?|peak|high|low)\b)/;
/** "31% above where it began the year": which way a price went from what it was; null for what is set beside another. */
export function fromOwnPast(text: string, end: number): 'increase' | 'decrease' | null {
  const match = OWN_PAST.exec(text.slice(end, end + 60));
  return match && (match[1] ? 'increase' : 'decrease');
}

/** 比上季度贵12%, 单价环比升9% */
const OF_ONE_WORD = /(?:(贵|升)|便宜)了?(?:大?约|近|超过?|逾|至多|最多|最高|高达|达)* ?$/;

/** The direction word nearest before a quantity, else right after it. */
export function directionNear(reading: Reading, q: Quantity): Announcement['direction'] {
  const [start, end] = clauseAt(reading, q.start);
  const said = reading.text.slice(q.start, q.end);
  // 环比+3%
  const sign = /(?:[环同月周]比|[涨跌]幅|变动)(?:为|:|：)?([+-])$/.exec(
    reading.text.slice(Math.max(0, q.start - 6), q.start),
  )?.[1];
  if (sign) return sign === '+' ? 'increase' : 'decrease';
  const one = OF_ONE_WORD.exec(reading.text.slice(Math.max(0, q.start - 8), q.start));
  if (one) return one[1] ? 'increase' : 'decrease';
  const opening = signedItem(reading, q);
  if (opening !== null) return opening;
  const past = fromOwnPast(reading.text, q.end);
  if (past !== null) return past;
  const cleft = CLEFT.exec(reading.text.slice(q.end));
  if (cleft)
    return PRICE_DOWN.test(cleft[0])
      ? 'decrease'
      : PRICE_UP.test(cleft[0]) || /\badd/.test(cleft[0])
        ? 'increase'
        : null;
  const put = addedOrTaken(reading.text, q);
  if (put !== null) return put;
  // "impose a fifteen percent renewal premium"
  if (LEVIES.test(reading.text.slice(0, q.start)) && LEVY.test(reading.text.slice(q.end))) return 'increase';
  // "ended the 20% off it had been giving"
  if (ENDS_THE.test(reading.text.slice(0, q.start)) && /^ (?:off|discount|rebate)\b/.test(reading.text.slice(q.end)))
    return 'increase';
  // "will discontinue volume discounts of up to 12%"
  if (DISCOUNT_ENDS.test(reading.text.slice(start, q.start))) return 'increase';
  // 取消10%至30%的折扣
  if (
    /(?:取消|收回|停止|终止|缩减)[^,，。;；]{0,8}$/.test(reading.text.slice(start, q.start)) &&
    /^(?:不等)?的?(?:价格)?(?:折扣|优惠|返点)/.test(reading.text.slice(q.end, q.end + 10))
  )
    return 'increase';
  // "(−3% m/m)"
  const signed = /[,(] ?([+−–-]) ?$/.exec(reading.text.slice(Math.max(0, q.start - 4), q.start))?.[1];
  // "A6000 +12%, L40 +8%"
  const item = /[\w)]:? ([+−–-])$/.exec(reading.text.slice(Math.max(0, q.start - 4), q.start))?.[1];
  if (item && q.unit === 'percent' && /^ ?(?:[,;.)]|$|and\b)/.test(reading.text.slice(q.end, q.end + 5)))
    return item === '+' ? 'increase' : 'decrease';
  const opens = SIGNED_OPENS.exec(reading.text.slice(Math.max(0, q.start - 12), q.start))?.[1];
  if (opens && q.unit === 'percent' && SIGNED_ENDS.test(reading.text.slice(q.end, q.end + 8)))
    return opens === '+' ? 'increase' : 'decrease';
  // "H100 $2.21/hr (+4% m/m), H200 $2.78/hr (+2%)": said once for a row.
  if (
    signed &&
    (SINCE_WHEN.test(reading.text.slice(q.end, q.end + 8)) ||
      (reading.text[q.end] === ')' &&
        reading.quantities.some((o) => o.unit === 'percent' && SINCE_WHEN.test(reading.text.slice(o.end, o.end + 8)))))
  )
    return signed === '+' ? 'increase' : 'decrease';
  if (
    /^ ?(?:off|discount|cheaper|reduction|price cut|cut\b|less\b)|^(?:的)?(?:优惠|折扣|降幅)/.test(
      reading.text.slice(q.end, q.end + 12),
    )
  )
    return 'decrease';
  // "Inferentia in Hong Kong is off 80% over the month"
  if (
    /\b(?:is|are|was|were|now) off (?:about |nearly |around |over |more than )*$/.test(reading.text.slice(0, q.start))
  )
    return 'decrease';
  // "Coder loses a fifth of its price"
  if (
    /\b(?:los(?:es|ing|e|t)|gives? up) (?:about |nearly |around |over |more than )*$/.test(
      reading.text.slice(0, q.start),
    )
  )
    return 'decrease';
  // 优惠期结束,价格调整为8元: what it costs once an offer is over.
  if (RETURNS.test(reading.text.slice(start, q.start))) return 'increase';
  if (OFFER_ENDS.test(reading.text.slice(0, q.start)) || RECOVERS.test(reading.text.slice(start, q.start)))
    return 'increase';
  if (/^(?:doubl|tripl|trebl|quadrupl)|^[翻涨]/.test(said)) return 'increase';
  if (/^halv|half|in two|折|半价|^减半|^砍|腰斩|^降/.test(said)) return 'decrease';
  if (/^ ?(?:more|higher|dearer|pricier) than\b/.test(reading.text.slice(q.end, q.end + 16))) return 'increase';
  if (/^ ?(?:less|lower|cheaper) than\b/.test(reading.text.slice(q.end, q.end + 16))) return 'decrease';
  for (const from of [start, Math.max(0, q.start - 90), Math.max(0, q.start - 220)]) {
    const lead = reading.text.slice(from, q.start);
    const up = lastIndexOf(lead, EVERY_UP);
    const down = lastIndexOf(lead, EVERY_DOWN);
    if (up !== down) {
      const tail = reading.text.slice(q.end, Math.min(end, q.end + 20));
      if (
        /^ ?(?:%)?(?: or more)? ?(?:(?:price|rate|fee|cost) )?(?:off|discount|cheaper|reduction|cut|decrease|lower|drop)\b|^(?:的)?(?:优惠|折扣|降幅)/.test(
          tail,
        )
      )
        return 'decrease';
      if (
        /^ ?(?:(?:price|rate|fee|cost) )?(?:hike|increase|rise|more\b|surcharge|premium|jump)|^(?:的)?(?:涨幅|增幅|溢价)/.test(
          tail,
        )
      )
        return 'increase';
      return up > down ? 'increase' : 'decrease';
    }
  }
  // A word behind the next percentage is that one's.
  const next = reading.quantities.find((other) => other.start >= q.end && other.unit === q.unit)?.start ?? end;
  const tail = reading.text.slice(q.end, Math.min(end, next, q.end + 40));
  const up = tail.search(PRICE_UP);
  const down = tail.search(PRICE_DOWN);
  if (/^ ?(?:more|higher|dearer)\b/.test(tail)) return 'increase';
  if (/^ ?(?:off|less|lower|cheaper)\b/.test(tail)) return 'decrease';
  if (
    /(?:平时|原来|原价|此前|以往|normal|standard|usual)/.test(
      reading.text.slice(Math.max(0, q.start - 8), q.start) + tail.slice(0, 24),
    ) &&
    q.unit === 'times'
  )
    return 'increase';
  if (up < 0 && down < 0) return null;
  return down < 0 || (up >= 0 && up < down) ? 'increase' : 'decrease';
}

/** "Twelve per cent is what it is adding", "A fifth: that is how much cheaper an hour has become": the verb comes behind. */
const CLEFT = /^(?::| —| –|,)? ?(?:(?:that|this|which) )?(?:is|was) (?:what|how (?:much|far)|by how much)\b[^.;]{3,80}/;

const PUT =
  /\b(?:(add(?:s|ed|ing)?|put(?:s|ting)?|tack(?:s|ed|ing)?|slap(?:s|ped|ping)?|stick(?:s|ing)?|stuck)|shav(?:e[sd]?|ing)|knock(?:s|ed|ing)?|tak(?:e[sn]?|ing)|took|trim(?:s|med|ming)?|cut(?:s|ting)?|slic(?:e[sd]?|ing)|strip(?:s|ped|ping)?)(?: (?:about|around|nearly|roughly|some|up to|as much as|another|a further|an extra|more than|over|at least|between))* $/;
/** "added 5% to its price", "shaved 4% off": which way a price went that something was put on or taken off; null for other words. */
export function addedOrTaken(text: string, q: Quantity): 'increase' | 'decrease' | null {
  const end = Math.max(q.end, q.rate?.end ?? 0);
  const tail = /^ (?:(to|on|onto|on top of)|off|from) (?!\d)/.exec(text.slice(end, end + 12));
  const verb = tail && PUT.exec(text.slice(Math.max(0, q.start - 40), q.start));
  if (!verb || (verb[1] === undefined) !== (tail[1] === undefined)) return null;
  return verb[1] === undefined ? 'decrease' : 'increase';
}

const LEVIES =
  /\b(?:impos|introduc|lev[iy]|institut|charg|add|demand|appl[iy])(?:e[sd]?|s|ed|ing)? (?:an? )?(?:new |further |flat )?$/;
const LEVY = /^ (?:[\w-]+ ){0,3}(?:premium|surcharge|mark-?up|uplift)\b/;

/** 算力卡+5%至34%；CPFS +30%: a signed figure that ends an item of a Chinese list. */
const SIGNED_HAN = /[\u4e00-\u9fff)）:：、,，][\u4e00-\u9fffa-z\d ]? ?([+-])$|[a-z\d] ?(\+)$/;
const SIGN_ENDS = /^(?:左右|以上)?(?:[,，;；。、)）]|$)/;

/** "- July 3: -60% on Qwen4-Flash": which way an item goes that opens with its signed figure; null for any other. */
export function signedItem({ text }: Reading, q: Quantity): 'increase' | 'decrease' | null {
  const sided = hasHan(text) ? SIGNED_HAN.exec(text.slice(Math.max(0, q.start - 4), q.start)) : null;
  const listed = sided && (sided[1] ?? sided[2]);
  if (listed && SIGN_ENDS.test(text.slice(q.end))) return listed === '+' ? 'increase' : 'decrease';
  const sign = '+-'.includes(text[q.start - 1] ?? ' ')
    ? /(?:^|: )([+-])$/.exec(text.slice(0, q.start))?.[1]
    : undefined;
  if (
    !sign ||
    !/^ (?:on|for|across|to|off)\b|^ (?:[\w.-]+ ){0,4}(?:pric|average|rates?\b|tokens?\b)/.test(text.slice(q.end))
  )
    return null;
  return sign === '+' ? 'increase' : 'decrease';
}

/** "Hetzner cloud (+33% on average from April 1), OVHcloud (+9-11%)": a signed figure that opens a bracket or ends a label. */
const SIGNED_OPENS = /[a-z\d)][*_]*(?::| \() ?(?:from )?([+−–-])$/;
const SIGNED_ENDS = /^ ?(?:[,;)]|$|(?:on|from|for|as of|since|in|vs|against) )/;

const SINCE_WHEN = /^ ?(?:[mwqy]\/[mwqy]|[mwqy]o[mwqy]|since|from|vs)\b/;

const ENDS_THE =
  /\b(?:end|scrap|remov|drop|eliminat|withdr|cancel|abolish|retir|stop|ax|pull)[a-z]* (?:the|its|their|a) (?:[a-z-]+ )?$/;
const DISCOUNT_ENDS =
  /\b(?:discontinu|end|scrap|remov|drop|eliminat|withdr|cancel|abolish|retir|phas|stop|ax)\w* (?:[\w-]+ ){0,5}discounts? (?:of|worth) (?:up to |as much as |between |about )*$/;
/** "the price then returns to $0.60": what it costs once an offer is over. */
const RETURNS =
  /\b(?:prices?|rates?|fees?|it|they|pricing|tariffs?|discount)\b[^,;.]{0,30}\b(?:returns?|reverts?|resum\w+|goes? back|going back|went back) to (?:[a-z]+ ){0,4}$/;
/** 价格恢复到4元: up again, where nothing says that it came down. */
const RECOVERS = /^(?!.*[降跌回首次]).*恢复(?:原价|[到至为成])[^,，。;；]{0,16}$/;
const OFFER_ENDS =
  /(?:(?:优惠|折扣|促销|特价|限免|免费)[^,，。;；]{0,6}(?:结束|到期|终止|截止)|(?:结束|取消|终止|停止|退出)[^,，。;；]{0,6}(?:优惠|折扣|促销|特价))[^。;；下降低]{0,30}(?:恢复|调整|变更|回[到升调]|改|升|涨)[^。;；下降低]*$/;

function lastIndexOf(text: string, pattern: RegExp): number {
  return matches(pattern, text).at(-1)?.index ?? -1;
}
