import type { Article } from '../analysis.ts';
import { clauseAt } from '../context.ts';
import type { Entity } from '../entities.ts';
import type { Quantity } from '../quantity.ts';
import type { Reading } from '../reading.ts';
import { hasHan } from '../text.ts';
import { labelOf, latinName } from './object.ts';
import { ownThingHan } from './own-thing-han.ts';
import { thingHan } from './thing-han.ts';
import { BUYERS, EMPTY, toldBehind } from './told-behind.ts';
import { isWare, offerOfHeading, wareAbove } from './ware-above.ts';

/** "Early 2026", "mid-2024", "Q3": when, not what. */
const WHEN =
  /^(?:(?:early|mid|late|end|start|q[1-4]|h[12]|spring|summer|autumn|fall|winter|of|jan\w*|feb\w*|mar(?:ch)?|apr\w*|may|jun\w*|jul\w*|aug\w*|sept?\w*|oct\w*|nov\w*|dec\w*|20\d\d|launch|today|now)[ -]?)+$/i;
const SAYS =
  /\b(?:shaved|pointed|asked|answered|var(?:y|ies)|differs?|ask|lose|loses|lost|has|have|had|said|says|announced|will|would|was|were|is|are|added|took|raised|kept|moved|went|charges?|asks|you|pays?|given|gives|gets|goes)\b|^\d[\d.]* (?:yuan|dollars|euros|cents|rupees)\b|^20\d\d-|^(?:using|renting|serving|running) /i;

const SAYS_AGAIN =
  /^(?:(?:and|so|in other words,) )?(?:that|this|it) (?!(?:is|was) [^,.;]{2,40} (?:that|who|which) )(?:(?:is|was|means|makes|works out|comes|amounts|adds up|equals|translates|represents|marks|would be)\b|['’]s )/;

const isNoThing = (reading: Reading, phrase: string): boolean =>
  BUYERS.test(phrase) ||
  EMPTY.test(phrase) ||
  WHEN.test(phrase) ||
  SAYS.test(phrase) ||
  (!/\d/.test(phrase) && phrase.split(/,? and |, /).every((name) => isHouse(reading, name.replace(/['’]s$/, ''))));
const isHouse = ({ original, entities }: Reading, name: string): boolean =>
  entities.some((e) => e.kind === 'organisation' && original.slice(e.start, e.end) === name);

/**
 * What is priced, where the words found for it name who buys or sells, or nothing: the product behind the price, what the price is
 * "for", the label of the line, the last product named. Else what was found.
 */
export function thingInstead(article: Article, reading: Reading, q: Quantity, found: string | null): string | null {
  if (hasHan(reading.text)) {
    const own = ownThingHan(reading, q);
    if (own !== null || found === null) return own;
    const thing = thingHan(reading, found);
    const elsewhere = thing !== null && isOfAnotherClause(reading, q, thing);
    return (elsewhere ? null : thing) ?? wareHan(article, reading, q) ?? thing ?? houseHan(reading, q) ?? found;
  }
  // "That works out at 67% off either way": how far, of what the sentence above is about.
  if ((q.unit === 'percent' || q.unit === 'times') && SAYS_AGAIN.test(reading.text)) return null;
  if (found !== null && !isNoThing(reading, found)) return usedThing(reading, found) ?? found;
  const end = Math.max(q.end, q.rate?.end ?? 0);
  const next =
    reading.quantities.find((other) => other.unit === q.unit && other.start > q.end)?.start ?? reading.text.length;
  const wares = reading.entities.filter(isWare);
  const behind = wares.find((e) => e.start >= end && e.end <= next && !/[;.] /.test(reading.text.slice(end, e.start)));
  const left = wares.findLast((e) => e.end <= q.start);
  if (left) return withModifier(reading, left);
  if (behind && behind.start - end < 70) return withModifier(reading, behind);
  return (
    toldBehind(reading, end) ??
    labelOf(reading, q.start) ??
    offerOfHeading(article, reading) ??
    wareAbove(article, reading) ??
    found
  );
}

/** 答：…, 企业用得最多: what another clause of a Chinese sentence begins with, by its words no ware. */
function isOfAnotherClause(reading: Reading, q: Quantity, thing: string): boolean {
  const at = reading.original.lastIndexOf(thing, q.start);
  return at >= 0 && at + thing.length <= clauseAt(reading, q.start)[0] && !WARE_HAN.test(thing);
}
const WARE_HAN =
  /[a-z\d]|(?:存储|[版档层区款型卡费机]|实例|服务|流量|套餐|会员|模型|主机|服务器|数据库|请求|调用|语音|图片|图像|视频|向量|检索|搜索|产品|接口|插件|工具|功能|带宽|快照|节点|集群|算力|价目表|合约)$/i;

/** The ware that a Chinese sentence names before a price, or the text right above it. */
function wareHan(article: Article, reading: Reading, q: Quantity): string | null {
  const ware = reading.entities.findLast((e) => isWare(e) && e.end <= q.start);
  return (
    latinName(reading, ware?.start ?? 0, q.start) ??
    (ware ? reading.original.slice(ware.start, ware.end) : null) ??
    wareAbove(article, reading)
  );
}

const houseHan = ({ original, entities }: Reading, q: Quantity): string | null => {
  const house = entities.findLast((e) => e.kind === 'organisation' && e.end <= q.start);
  return house ? original.slice(house.start, house.end) : null;
};

/** "access to Medium 3", "calls to its speech model", "use of its Search API": what one has for the money, where the words found stop short of it. */
function usedThing({ text, original }: Reading, found: string): string | null {
  if (
    !/^(?:api |full |free |paid )?(?:access|calls?|requests?|queries|use|usage|subscriptions?|membership)$/i.test(found)
  )
    return null;
  const match = new RegExp(
    `\\b${found.toLowerCase()} (?:to|of|for|against) (?:the |its |their |an? )?((?:[\\w'’.&+-]+ ){0,4}?[\\w'’.&+-]*[\\w+])(?= (?:will|would|is|are|was|were|has|have|now|costs?|goes|went|drops?|rises?|falls?|from|until|in|on|at|during|through|via|and|by|with)\\b|[,.;:(]|$)`,
  ).exec(text);
  const thing = match?.[1];
  if (!match || thing === undefined || EMPTY.test(thing) || BUYERS.test(thing)) return null;
  const start = match.index + match[0].length - thing.length;
  return original.slice(start, start + thing.length);
}

/** "on-demand B200s", "reserved H100" */
function withModifier({ text, original }: Reading, { start, end }: Entity): string {
  const kind = /(?:on-demand|reserved|spot|dedicated|serverless|hosted) $/.exec(
    text.slice(Math.max(0, start - 14), start),
  );
  return original.slice(start - (kind?.[0].length ?? 0), end);
}
