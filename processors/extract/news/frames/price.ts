import type { Announcement } from '../../../../infra/contracts/announcement.ts';
import type { Article } from '../analysis.ts';
import { clauseAt, isConversion } from '../context.ts';
import type { Draft } from '../draft.ts';
import { type Entity, isActor } from '../entities.ts';
import { cloudOf } from '../families.ts';
import { NEGATED } from '../lexicon.ts';
import type { Quantity } from '../quantity.ts';
import type { Reading } from '../reading.ts';
import { hasHan, matches } from '../text.ts';
import type { Amount } from './amount.ts';
import { priceAmounts } from './amounts.ts';
import { isStep, oldByDifference, oldByStep } from './difference.ts';
import { addedOrTaken, directionNear } from './direction.ts';
import { houseInTurn } from './houses-in-turn.ts';
import { listAsAbove } from './list-as-above.ts';
import { listsTakenUp } from './lists-taken-up.ts';
import { movedBy } from './moved-by.ts';
import { movedInTurn } from './moved-in-turn.ts';
import { clauseHead } from './object.ts';
import { listsMoved } from './parallel-lists.ts';
import { afterDiscount, cameByItsOwn, movedTogether, oldAndNew, restatedInBrackets, usedToBe } from './price-pairs.ts';
import { clauseText, statePrice, statePriceChange } from './price-state.ts';
import { sellersAlike } from './seller-at.ts';
import { isOfAnother } from './set-beside.ts';
import { ofOneSeller } from './sides-of-one.ts';
import { isBillOfTask } from './somebodys-bill.ts';
import { takenUp } from './taken-up.ts';
import { LONGER_CONTEXT, OTHER_HOURS, TIER, TIER_BEHIND } from './tiers.ts';
import { toTwoRates } from './two-rates.ts';
import { addUnmetered } from './unmetered.ts';

const TO_BEFORE =
  /(?:\bto|→|至|(?<!不)到了?|降为|降成|调为|改为|改成|变更?为|变成|调整为|恢复[为到]?|来到了?|[掉滑砸杀][到至]|[涨升调]回|[跌降]破了?)(?: just| only| about| around| between| under| over| nearly|每[^,，。;；:：]{1,14}|(?:每[^,，。;；:：\d]{1,12})?(?:输入|输出|缓存命中|命中缓存))?(?: ?|(?<=[至到为成了]) *)$/;
/** "slid below $1.10", "climbed past $3" */
const MOVED_PAST =
  /\b(?:fell|fallen|dropp?ed|slid|dipped|sunk|sank|slipped|tumbled|eased|rose|risen|climbed|jumped|crept|moved|gone|went)(?: back)? (?:below|under|above|past|over)(?: just| only| about| around)? ?$/;
/** "have crept up to $58": no upper bound. */
const MOVED_UP_TO =
  /\b(?:cre(?:pt|eps?|eping)|edg(?:ed|es|ing)|inch(?:ed|es|ing)|tick(?:ed|s|ing)|drift(?:ed|s|ing)|went|gone|goes|going|go|rose|risen|climb(?:ed|s|ing)?|jump(?:ed|s|ing)?|mov(?:e[sd]?|ing)|bump(?:ed|s|ing)?|push(?:ed|es|ing)?|put|tak(?:e[ns]?|ing)|took|brought|shot|nudg(?:ed|es|ing)) (?:[a-z]+ ){0,2}up to (?:about |around |just |roughly )?$/;
/** How far a price told right before it moved, in Chinese. */
const SIZED_HAN = /^[^,，。;；\d]{0,6}[,，(（] ?(?:降幅|跌幅|涨幅|增幅)/;
/** How far a price told right before it moved. */
const SIZED =
  /^ ?(?:,|\(|—|–) ?(?:that is |which is |i\.e\.,? )?an? (?:about |roughly |nearly |further |increase of |rise of |cut of |reduction of )?[\d.]+ ?(?:%|per ?cent) (?:(?:price )?(?:(increase|rise|hike|jump)|cut|reduction|drop|decrease))\b(?! (?:on|from|over|to) (?:the )?(?:rival|competit))/;
/** "to $5 and $15", 降至2元/百万tokens和输出8元: between two amounts of one move. */
const JOINED =
  /^(?:\/(?:1?m )?[a-z]+(?: (?:input|output|cached|in|out|cache|tokens?)){0,2}| per [\w ]{1,20}| (?:in|out|input|output|cached)|输入|输出)? ?(?:\/|and|和|、|与|及|以及|,|，) ?(?:每(?:百万|千|万)?个?)?(?:输入|输出|缓存(?:命中)?)?(?:tokens?|词元)?(?:价格?)?(?:为|至|到|升至|降至)? ?$/;

export interface Priced {
  readonly drafts: readonly Draft[];
  /** Quantities that are spoken for. */
  readonly used: ReadonlySet<Quantity>;
}

/** Prices of one sentence: quotes, and changes where an old or new price is marked as such. */
export function readPrices(article: Article, reading: Reading): Priced {
  const used = new Set<Quantity>();
  const drafts: Draft[] = [];
  if (!article.inDomain) return { drafts, used };
  const { text } = reading;
  const amounts = [...priceAmounts(article, reading)];
  const handled = new Set<Amount>();
  const listed = listAsAbove(article, reading, amounts);
  addUnmetered(article, reading, amounts);
  for (const bill of amounts.filter(({ q }) => isBillOfTask(text, q))) amounts.splice(amounts.indexOf(bill), 1);
  const moves: Move[] = [];
  const taken = takenUp(article, reading, amounts);
  if (taken) {
    const made = statePriceChange(article, taken.reading, taken.before, taken.after);
    drafts.push(...made);
    if (made.length > 0) used.add(taken.q);
  }
  const row = taken ? null : listsTakenUp(article, reading);
  for (const [before, after] of row?.pairs ?? []) {
    const made = statePriceChange(article, row?.reading ?? reading, before, after);
    drafts.push(...made);
    if (made.length > 0) for (const q of row?.sums ?? []) used.add(q);
  }
  for (const [before, after] of toTwoRates(text, amounts)) {
    const made = statePriceChange(article, reading, before, after);
    if (made.length === 0) continue;
    drafts.push(...made);
    used.add(before.q).add(after.q);
  }
  for (const { old, now } of movedInTurn(text, amounts))
    for (const [i, before] of old.entries()) {
      const [after, object] = [now[i], objectsOf(reading, before, old, true)[0] ?? null];
      const made = after ? statePriceChange(article, reading, before, after, object) : [];
      if (!after || made.length === 0) continue;
      drafts.push(...made);
      used.add(before.q).add(after.q);
    }
  const lists = [...listed, ...listsMoved(reading, amounts)];
  const pairs =
    amounts.length < 2
      ? []
      : [...lists, ...usedToBe(text, amounts), ...afterDiscount(text, amounts), ...movedTogether(text, amounts)];
  for (const [before, after] of pairs) {
    if (used.has(before.q) || used.has(after.q) || isOfAnother(reading, before.q, after.q)) continue;
    const made = statePriceChange(article, reading, before, after);
    if (made.length === 0) {
      // "from $3 and $15 to $3 and $12": what stayed is told once.
      if (before.q.min === after.q.min && lists.some((pair) => pair[0] === before)) used.add(before.q);
      continue;
    }
    drafts.push(...made);
    used.add(before.q).add(after.q);
  }
  for (const amount of amounts) {
    const apart = used.has(amount.q) ? null : oldByStep(reading, amount);
    const made = apart ? statePriceChange(article, reading, apart.old, amount) : [];
    if (!apart || made.length === 0) continue;
    drafts.push(...made);
    used.add(amount.q).add(apart.difference);
  }
  for (const amount of amounts) if (used.has(amount.q)) handled.add(amount);
  for (const amount of restatedInBrackets(text, amounts)) {
    used.add(amount.q);
    amounts.splice(amounts.indexOf(amount), 1);
  }
  for (const amount of amounts) {
    if (handled.has(amount)) continue;
    if (isStep(text, amount.q)) {
      used.add(amount.q);
      continue;
    }
    const conversion = amounts.find((other) => other !== amount && isConversion(reading, other.q, amount.q));
    if (conversion) {
      used.add(amount.q);
      continue;
    }
    const next = amounts.find((other) => other.q.start > amount.q.start && !isConversion(reading, amount.q, other.q));
    const apart = oldByDifference(reading, amount);
    const byDifference = apart ? statePriceChange(article, reading, apart.old, amount) : [];
    if (apart && byDifference.length > 0) {
      drafts.push(...byDifference);
      used.add(amount.q).add(apart.difference);
      for (const other of amounts) if (other.q === apart.difference) handled.add(other);
      continue;
    }
    if (
      next &&
      next.currency === amount.currency &&
      !ofAnotherMeter(amount, next) &&
      !ofAnotherHouse(reading, amount, next) &&
      !ofAnotherWare(reading, amount, next) &&
      !isOfAnother(reading, amount.q, next.q) &&
      !COMMITTED.test(text.slice(next.q.end)) &&
      !COMMITTED.test(text.slice(amount.q.end, next.q.start)) &&
      !OTHER_HOURS.test(text.slice(amount.q.end, next.q.start))
    ) {
      const pair = oldAndNew(reading, amount, next);
      if (pair) {
        const [before, after] = pair;
        const made = statePriceChange(article, reading, before, after);
        if (made.length > 0) {
          drafts.push(...made);
          used.add(before.q).add(after.q);
          handled.add(before).add(after);
          const other = before === next ? oldOfAnother(reading, amounts, next) : null;
          if (other) {
            drafts.push(...statePriceChange(article, reading, other, after, other.object));
            used.add(other.q);
            handled.add(other.amount);
          }
          continue;
        }
      }
    }
    if (amount.own === false && !reading.quantities.includes(amount.q)) continue;
    const hours = previousOf(amounts, amount);
    const moved =
      hours && OTHER_HOURS.test(text.slice(hours.q.end, amount.q.start))
        ? null
        : moveTo(reading, amount, amounts, moves.at(-1));
    if (moved) moves.push({ end: amount.q.end, direction: moved });
    used.add(amount.q);
    for (const object of objectsOf(reading, amount, amounts)) {
      drafts.push(
        ...(moved && !NEGATED.test(clauseText(reading, amount.q))
          ? stateMove(article, reading, amount, moved, earlier(reading, amounts, amount), object)
          : statePrice(article, reading, amount, 'price_quote', null, null, object)),
      );
    }
  }
  return { drafts: ofOneSeller(drafts), used };
}

interface OldOfAnother extends Amount {
  readonly amount: Amount;
  readonly object: string;
}
/** "costs 3 yuan, down from 12 for the reasoner and 8 for the chat model": what another thing cost that is now priced alike. */
function oldOfAnother({ text, original }: Reading, amounts: readonly Amount[], old: Amount): OldOfAnother | null {
  const amount = amounts.find((other) => other.q.start >= old.q.end);
  if (!amount || amount.currency !== old.currency || !FOR_ONE.test(text.slice(old.q.end, amount.q.start))) return null;
  const thing = FOR_OTHER.exec(text.slice(amount.q.end))?.[1];
  if (thing === undefined) return null;
  const at = text.indexOf(thing, amount.q.end);
  return { ...amount, amount, meter: old.meter, per: old.per, object: original.slice(at, at + thing.length) };
}
const FOR_ONE = /^ (?:for|on|with) (?:the |its )?[^,;.]{2,36},? and (?:from )?(?:about )?$/;
const FOR_OTHER = /^ (?:for|on|with) (?:the |its )?([a-z][\w .-]{1,36}?)(?=[,.;]|$| (?:from|as|in|since|before)\b)/;

const previousOf = (amounts: readonly Amount[], amount: Amount): Amount | undefined =>
  amounts.findLast((other) => other.q.end <= amount.q.start);

const TOKEN_SIDES: ReadonlySet<Amount['meter']> = new Set(['input', 'output', 'cached_input', 'cache_write']);
const isOfTokens = ({ meter }: Amount): boolean => meter === 'blended' || TOKEN_SIDES.has(meter);
/** 输入降为0.25元，输出降为4元: the one is not what the other was. */
const ofAnotherMeter = (one: Amount, other: Amount): boolean =>
  one.own && other.own && one.meter !== other.meter && TOKEN_SIDES.has(one.meter) && TOKEN_SIDES.has(other.meter);

/** 去年豆包要8元，现在通义千问只要3元, "RunPod $1.99 and Vast.ai from $1.49": of two houses. */
function ofAnotherHouse({ text, entities }: Reading, one: Amount, other: Amount): boolean {
  const first = entities.findLast((e) => isActor(e) && e.end <= one.q.start);
  const second = entities.find((e) => isActor(e) && e.start >= one.q.end && e.end <= other.q.start);
  if (first === undefined || second === undefined || cloudOf(first.slug) === cloudOf(second.slug)) return false;
  return hasHan(text) || ASKS.test(text.slice(second.end, other.q.start));
}
/** "B200 rents are up to $4.40 an hour and H200 rents up 9% to $2.95": of another card or model, behind a joint. */
function ofAnotherWare({ text, entities }: Reading, one: Amount, other: Amount): boolean {
  if (hasHan(text)) return false;
  const isWare = (e: Entity): boolean => e.kind === 'product' || e.kind === 'chip';
  const first = entities.findLast((e) => isWare(e) && e.end <= one.q.start);
  const second = entities.find((e) => isWare(e) && e.start >= one.q.end && e.end <= other.q.start);
  return (
    first !== undefined &&
    second !== undefined &&
    text.slice(first.start, first.end) !== text.slice(second.start, second.end) &&
    /(?:,|;|,? and|,? while|,? but) (?:the |its |an? )?$/.test(text.slice(one.q.end, second.start))
  );
}
const ASKS = /^(?:'s)?:? ?(?:from|at|for|is|charges|asks|wants|takes)? ?(?:about |just |only )?$/;

/** A price that moved to this amount: which way, the amount it moved from tells best. */
function stateMove(
  article: Article,
  reading: Reading,
  amount: Amount,
  said: Announcement['direction'],
  before: Amount | null,
  object: string | null,
): Draft[] {
  const [old, now] = [before?.q, amount.q].map((q) => Number(q?.min ?? q?.max));
  const moved =
    before === null || old === undefined || now === undefined || old === now
      ? said
      : now > old
        ? 'increase'
        : 'decrease';
  return statePrice(article, reading, amount, 'price_change', moved, before, object);
}

/** "falls to $1.20 with a three-year commitment": what it always costs those who sign for long. */
const COMMITTED =
  /^[^,;.]{0,24}\b(?:with|on|for|under) an? (?:[\w-]+ )?(?:[\w-]+-)?(?:(?:year|month)s?[- ])?(?:commitments?|reservations?|savings plan|reserved (?:plan|term|instance))\b/;

const MARKED_DOWN = /^(?:\/[^,，()（）]{0,12})?[(（](?:相当于|约为?|即|同为|低至)?[\d.一二三四五六七八九]+ ?折/;

/** Which way the price moved to this amount; null where it only stands there. */
function moveTo(
  reading: Reading,
  amount: Amount,
  amounts: readonly Amount[],
  prior: Move | undefined,
): Announcement['direction'] {
  const { text } = reading;
  const lead = text.slice(Math.max(0, amount.q.start - 60), amount.q.start);
  const behind = text.slice(Math.max(amount.q.end, amount.q.rate?.end ?? 0));
  // "added 20 cents an hour to its H200 price"
  const put = addedOrTaken(text, amount.q);
  if (put !== null) return put;
  // "a 20% increase to about $3.60/hr averages": a level of many prices.
  if (/^ averages?\b/.test(behind) || COMMITTED.test(behind)) return null;
  // "is now $7.99 per TB per month, a 14% increase"
  const sized = SIZED.exec(behind);
  if (sized) return sized[1] ? 'increase' : 'decrease';
  const by = isOfTokens(amount) ? movedBy(lead, text.slice(lastOfList(text, amounts, amount))) : null;
  if (by) return by.direction;
  // 降价，输入0.004元，降幅33%；输出0.016元，降幅20%: the next of as many moves.
  if (prior !== undefined && SIZED_HAN.test(behind)) return prior.direction;
  // "深度冷归档低至0.0075元": where a list begins, nothing that moved.
  if (/低至(?:每[^,，。;；]{1,14})?(?:约)? ?$/.test(lead) && /[,，;；][^,，;；]{2,}$/.test(lead))
    return announcedMove(text, amount.q.start);
  if (LONGER_CONTEXT.test(lead) || TIER_BEHIND.test(behind)) return null;
  // 仅需0.25元(相当于2.5折优惠)
  if (MARKED_DOWN.test(text.slice(amount.q.end, amount.q.end + 20))) return 'decrease';
  if (MOVED_PAST.test(lead)) return directionNear(reading, amount.q);
  if (TO_BEFORE.test(lead) && (MOVED_UP_TO.test(lead) || !TIER.test(text.slice(0, amount.q.start))))
    return directionNear(reading, amount.q);
  if (prior !== undefined && JOINED.test(text.slice(prior.end, amount.q.start))) return prior.direction;
  return announcedMove(text, amount.q.start);
}

/** Where the list that an amount stands in ends: "input $0.20, output $1.20 per million (down 80%)" moves both. */
function lastOfList(text: string, amounts: readonly Amount[], amount: Amount): number {
  const end = Math.max(amount.q.end, amount.q.rate?.end ?? 0);
  const next = amounts.find((other) => other.q.start >= end);
  return next?.currency === amount.currency && JOINED.test(text.slice(end, next.q.start))
    ? lastOfList(text, amounts, next)
    : end;
}

/** The price of the same meter told before in the sentence: "$0.75 per 1M, rising later to $1.50". */
const earlier = (reading: Reading, amounts: readonly Amount[], amount: Amount): Amount | null =>
  amounts
    .filter(
      (a) =>
        a.q.start < amount.q.start &&
        !cameByItsOwn(reading.text, a.q, amount.q) &&
        // Lite上调至49元，Pro上调至149元: where the one came to is no price the other came from.
        !(
          hasHan(reading.text) &&
          TO_BEFORE.test(reading.text.slice(0, a.q.start)) &&
          !MOVES_AGAIN.test(reading.text.slice(a.q.end, amount.q.start))
        ) &&
        // "GPT-4 costs under $1, and GPT-4.1 Nano has dropped to $0.02": of another model.
        !reading.entities.some(
          (e) =>
            (e.kind === 'product' || e.kind === 'chip' || (hasHan(reading.text) && isActor(e))) &&
            e.start >= a.q.end &&
            e.end <= amount.q.start,
        ) &&
        a.meter === amount.meter &&
        // Behind a comma and "and" another thing begins.
        !/, and (?!then|later|to|will|is|now)/.test(reading.text.slice(a.q.end, amount.q.start)) &&
        a.currency === amount.currency &&
        (a.own || MOVES_AGAIN.test(reading.text.slice(a.q.end, amount.q.start))) &&
        a.meter !== 'other',
    )
    .at(-1) ?? null;

/** 降至2.4美元，随后反弹至2.8美元: the same price moves once more. */
const MOVES_AGAIN =
  /^[^,，。;；]{0,10}[,，](?:[^,，。;；]{0,10}(?:又|再|随后|其后|之后|此后|后来|而后|接着)[^,，。;；]{0,10}[至到回]|[^,，。;；]{0,10}(?:反弹|回升|回落|回调|回到|[涨跌升]回))[^,，。;；]{0,6}$/;

/** 某某降价，每千tokens 0.015元; 某某涨价，输入4元: what it costs right behind the move. */
const MOVED_THEN =
  /(?:(降价|调降|降费)|(涨价|提价))了?[,，](?:调整后|[降涨调]后|现|目前)?(?:每[^,，。;；\d]{1,12}|输入|输出)[^,，。;；\d]{0,10}$/;

/** "X也进行了降价，价格为…": the price that an announced move leads to; null where none was announced right before. */
function announcedMove(text: string, at: number): Announcement['direction'] {
  const lead = text.slice(Math.max(0, at - 60), at);
  const move =
    /(?:(降价|调降|下调|降费)|(涨价|提价|上调))[^,，。;；:：]{0,10}[,，:：](?:调整后|降价后|涨价后|新|现|其|目前|最新)*的?(?:价格|定价|售价|单价|现价)[^,，。;；]{0,14}$/.exec(
      lead,
    ) ?? MOVED_THEN.exec(lead);
  if (move) return move[1] ? 'decrease' : 'increase';
  // 计价下调20%，现为0.28元/GB/月
  const stated = /(?:([下调降]{2})|([上调涨]{2}))了? ?[\d.]+ ?%[,，] ?(?:现|调整后)(?:价|报|价格)?为? ?$/.exec(
    text.slice(Math.max(0, at - 40), at),
  );
  if (stated) return stated[1] ? 'decrease' : 'increase';
  // 输入价砍半，每百万token仅收2.5美元: how far, and what it comes to.
  return /价[^,，。;；]{0,4}(?:砍半|腰斩|减半|砍掉?[^,，。;；]{1,5}|打[\d.一二三四五六七八九]+折)[,，] ?每[^,，。;；\d]{1,12}(?:[仅只现][收要需为]?|[收要需为]) ?$/.test(
    text.slice(Math.max(0, at - 60), at),
  )
    ? 'decrease'
    : null;
}

interface Move {
  readonly end: number;
  readonly direction: Announcement['direction'];
}

/** GLM-5和GLM-5-Air的输入均降为0.4元,输出均降为2元: the names joined in front of what a sentence prices; null where there are none. */
function namedTogether({ text, original }: Reading, { q }: Amount): string[] | null {
  const match = matches(NAMES_JOINED, text.slice(0, q.start)).at(-1);
  if (!match || /[。;；]/.test(text.slice(match.index, q.start))) return null;
  return original
    .slice(match.index, match.index + match[0].length)
    .split(/、|和|与|及/)
    .map((name) => name.trim());
}
const NAMES_JOINED =
  /[a-z][\w.-]*(?: (?:pro|plus|max|mini|lite|turbo|flash|air|\d[\d.]*))*(?: ?[、和与及] ?[a-z][\w.-]*(?: (?:pro|plus|max|mini|lite|turbo|flash|air|\d[\d.]*))*)+(?=(?:两[款个者])?的?(?:每?百?[千万]?个? ?tokens?)?(?:输入|输出|缓存|价|单价|定价))/g;

/** "A and B cost $5 each", "企业标准版和企业 VPC 版分别上调至 99 元和 199 元": the things priced; [null] where it is one. */
function objectsOf(reading: Reading, amount: Amount, amounts: readonly Amount[], inTurn = false): (string | null)[] {
  const { text, original } = reading;
  const each =
    // （均为每百万token）: what all are per.
    /\beach\b|\bboth\b|[均都](?![为是]?(?:每|按|以|单位|[百千万]))/.test(
      text.slice(amount.q.start, amount.q.end + 40),
    ) ||
    /均为?|都是?|\bboth\b (?!input|output|the input|of)|\beach\b/.test(
      text.slice(Math.max(0, amount.q.start - (hasHan(text) ? 12 : 24)), amount.q.start),
    );
  const respectively = inTurn || /respectively|分别/.test(text);
  if (!each && !respectively) return [null];
  const [start] = clauseAt(reading, amounts[0]?.q.start ?? amount.q.start);
  const head = clauseHead(reading, respectively ? (amounts[0]?.q.start ?? amount.q.start) : amount.q.start);
  if (!head) return [null];
  const joined = namedTogether(reading, amount);
  if (each && joined) return joined;
  // V3和R1的输入价分别为0.5元和1元,输出价分别为8元和16元
  if (joined && joined.length > 1 && amounts.length % joined.length === 0)
    return [joined[amounts.indexOf(amount) % joined.length] ?? null];
  if (sellersAlike(reading, amount.q).length > 0 || houseInTurn(reading, amount.q)) return [null];
  const parts = head
    .split(respectively ? / and | & |、|和(?!谐)|与|以及|及|, ?| ?\/ ?/ : / and | & |、|和(?!谐)|与|以及|及|, ?/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  if (respectively) return [parts.length === amounts.length ? (parts[amounts.indexOf(amount)] ?? null) : null];
  if (parts.length < 2 || start > amount.q.start) return [null];
  const also = /,? as (?:does|do|is|are) (?:the |its )?([a-z0-9][\w -]{1,30})/.exec(text.slice(amount.q.end));
  if (also?.[1]) {
    const at = amount.q.end + also.index + also[0].length - also[1].length;
    parts.push(original.slice(at, at + also[1].length));
  }
  return parts;
}
