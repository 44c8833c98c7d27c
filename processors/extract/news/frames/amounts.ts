import type { Article } from '../analysis.ts';
import { openingOfItem } from '../list-opening.ts';
import type { Quantity } from '../quantity.ts';
import type { Rate, TokenSide } from '../rates.ts';
import type { Reading } from '../reading.ts';
import { hasHan } from '../text.ts';
import type { Amount } from './amount.ts';
import { rateAsAbove } from './as-above.ts';
import { rateAsBeside } from './as-beside.ts';
import {
  hourAsBefore,
  PER_MILLION,
  pairAsBefore,
  planAsBefore,
  requestsAsBefore,
  storageAsBefore,
  storesAsBefore,
  tame,
  tokensAsBefore,
} from './borrowed.ts';
import { hourOfTopic } from './card-rents.ts';
import { headingsOver } from './headings-over.ts';
import { inAndOut } from './in-and-out.ts';
import { machinePart } from './machine-part.ts';
import { hourMeter, hoursAlike, namesCard, namesMachine, sidesIn, tokenSides } from './meter.ts';
import { barePairs, modelPairs } from './model-pairs.ts';
import { buysMuch } from './money-buys.ts';
import { rateNamedBefore } from './named-before.ts';
import { nextTiers } from './next-tier.ts';
import { inOtherMoney } from './other-money.ts';
import { sideOfPair } from './paired-sides.ts';
import { pairsAsAbove } from './pairs-as-above.ts';
import { parallelLists, withBareLists } from './parallel-lists.ts';
import { planByName } from './plan-by-name.ts';
import { plansAsAbove } from './plans-as-above.ts';
import { reachBack, reachForward } from './rate-reaches.ts';
import { rateAhead, rateOfTopic } from './rate-topic.ts';
import { rateOfOthers } from './said-before.ts';
import { scheduleOf } from './schedule.ts';
import { type SharedUnit, unitAbove } from './shared-unit.ts';
import { namesModel, slashedPair } from './slashed-pair.ts';
import { staysAsAbove } from './stays-as-above.ts';
import { isWorth } from './supplied-for.ts';
import { OTHER_HOURS } from './tiers.ts';
import { unitAhead } from './unit-ahead.ts';
import { rateForAll, unitForAll } from './unit-for-all.ts';
import { rateOfHead, unitOfHead } from './unit-of-head.ts';
import { unitOverList } from './unit-over-list.ts';
import { unlabelledSides } from './unlabelled-sides.ts';

/** "spending over $1 million annually", 下了一张58亿美元的采购单: with millions and billions behind it no price of these. */
const OF_OUTLAYS: ReadonlySet<Rate['meter']> = new Set(['year', 'month', 'image', 'request']);

/** 每年数百亿美元: nobody's price, however it is told. */
const DEAREST = 100_000_000;

/** All amounts of a sentence that are prices per something, in order. */
export function priceAmounts(article: Article, reading: Reading): Amount[] {
  const found: Amount[] = [];
  const { quantities, text } = reading;
  const buys = (q: Quantity): boolean => buysMuch(text, q.end);
  // "5 cents above the week before": how far, no price.
  const apart = (q: Quantity): boolean =>
    /^ (?:(?:above|below) (?:the|its|their|where|what|last|a)|(?:higher|lower|more|less|cheaper|dearer) than) /.test(
      text.slice(q.end, q.end + 24),
    );
  const given = (q: Quantity): boolean =>
    GIVEN.test(text.slice(Math.max(0, q.start - 10), q.start)) || inOtherMoney(article, reading, q);
  // What each sum of a bare list is for, the list beside it says.
  const bare = new Set(parallelLists(reading).flatMap((lists) => lists.bare ?? []));
  const money = quantities.filter(
    (q) => q.unit === 'money' && !buys(q) && !apart(q) && !isWorth(reading, q) && !given(q) && !bare.has(q),
  );
  const rates = new Map<Quantity, { rate: Rate; own: boolean }>();
  for (const q of money)
    if (q.rate && !((q.large || Number(q.min ?? q.max) >= DEAREST) && OF_OUTLAYS.has(q.rate.meter)))
      rates.set(q, { rate: q.rate, own: true });
  reachBack(reading, money, rates);
  reachForward(reading, money, rates);
  rateNamedBefore(text, money, rates);
  requestsAsBefore(article, reading, rates);
  inAndOut(text, money, rates);
  planByName(reading, money, rates);
  if (rates.size === 0) rateAhead(reading, money, rates);
  rateOfTopic(reading, money, rates);
  if (rates.size === 0) unitAhead(article, reading, money, rates);
  if (rates.size === 0) unitOverList(article, reading, money, rates);
  slashedPair(reading, money, rates);
  if (rates.size === 0) chipList(reading, money, rates);
  if (rates.size === 0) {
    pairAsBefore(article, reading, money, rates);
    hourAsBefore(article, reading, money, rates);
  }
  if (rates.size === 0) rateOfHead(article, reading, money, rates);
  rateForAll(money.length > 0 ? unitForAll(article, reading) : null, reading, money, rates);
  rateAsBeside(reading, money, rates);
  rateAsAbove(article, reading, money, rates);
  staysAsAbove(article, reading, money, rates);
  planAsBefore(article, reading, money, rates);
  plansAsAbove(article, reading, money, rates);
  tokensAsBefore(article, reading, money, rates);
  if (rates.size === 0) storageAsBefore(article, reading, money, rates);
  if (rates.size === 0) for (const [q, rate] of modelPairs(article, reading, money)) rates.set(q, { rate, own: false });
  storesAsBefore(article, reading, money, rates);
  rateOfOthers(article, reading, money, rates);
  pairsAsAbove(article, reading, money, rates);
  hourOfTopic(article, reading, money, rates);
  found.push(...barePairs(article, reading));
  let shared: SharedUnit | null | undefined;
  for (const q of quantities) {
    const known = rates.get(q);
    if (known && q.currency !== null) {
      found.push(...resolve(article, reading, q, q.currency, known.rate, known.own, money));
      continue;
    }
    // 输入长度[0, 32K)时: where a tier begins.
    if (
      q.large ||
      Number(q.min ?? q.max) > 100_000 ||
      (q.unit === 'number' && Number(q.min) === 0) ||
      buys(q) ||
      given(q) ||
      bare.has(q)
    )
      continue;
    // 输入(32K以内): a tier of the context.
    if (
      q.unit === 'number' &&
      (q.min !== q.max ||
        (text[q.start - 1] === '的' && text[q.end] === '/') ||
        /[a-z]/.test(text.slice(q.start, q.end)))
    )
      continue;
    const unsigned =
      q.unit === 'number' &&
      (sidesIn(text, Math.max(0, q.start - 14), q.start).length > 0 ||
        loneInList(article, reading, q) ||
        (hasHan(article.folded) && askedByName(article, reading, q)) ||
        // "Output: 12 → 10": what it becomes is counted as what it was.
        found.some((amount) => ARROW.test(text.slice(amount.q.end, q.start))));
    // "Input, cache miss: from $0.60", "prompt read back from cache: $0.10": of several words none is cut.
    const priced =
      q.unit === 'money' &&
      (sidesIn(text, Math.max(0, q.start - 16), q.start).length > 0 ||
        sidesIn(text, Math.max(0, q.start - 44), q.start).some(({ end }) =>
          /^[)]?: (?:from )?$/.test(text.slice(end, q.start)),
        ));
    if (!unsigned && !priced) continue;
    shared ??=
      unitAbove(article, reading) ??
      (unsigned ? unitOfHead(article, reading) : null) ??
      (priced && namesModel(reading, q) ? { currency: null, rate: PER_MILLION } : null);
    const currency = q.currency ?? shared?.currency ?? null;
    if (shared && currency !== null)
      found.push(
        ...resolve(
          article,
          reading,
          q,
          currency,
          { ...shared.rate, start: q.end, end: q.end, side: null },
          false,
          quantities,
        ),
      );
  }
  found.push(...nextTiers(reading, money, found));
  const read = unlabelledSides(
    reading,
    hoursAlike(
      reading,
      found.sort((a, b) => a.q.start - b.q.start),
    ),
  );
  const scheduled = asScheduled(
    article,
    reading,
    read,
    listed(
      reading,
      money.filter((q) => tame(q) && tokenOrNone(q)),
    ),
  );
  return bare.size === 0 ? scheduled : withBareLists(reading, scheduled);
}

const tokenOrNone = ({ rate }: Quantity): boolean => rate === null || rate.meter === 'token';

/** "4, 16 and 1 yuan": the sums, and the bare numbers that lead up to one. */
function listed({ text, quantities }: Reading, money: readonly Quantity[]): Quantity[] {
  const all = [...money];
  for (const q of quantities.toReversed()) {
    if (q.unit !== 'number' || q.large || q.min !== q.max) continue;
    const next = all.findIndex((other) => other.start >= q.end);
    if (next >= 0 && /^ ?(?:,|，|、|\/|and|,? and|和|与) ?$/.test(text.slice(q.end, all[next]?.start)))
      all.splice(next, 0, q);
  }
  return all;
}

/** The amounts, those of a schedule of meters and prices under the meters it gives them. */
function asScheduled(article: Article, reading: Reading, amounts: Amount[], sums: readonly Quantity[]): Amount[] {
  if (sums.length < 2) return amounts;
  const stated = sums.find((q) => q.rate !== null)?.rate ?? null;
  const schedule = scheduleOf(reading, sums);
  if (schedule.size === 0) return amounts;
  // Input and output prices without a unit are per million tokens, as the trade quotes them.
  const above = stated ?? unitAbove(article, reading)?.rate ?? PER_MILLION;
  if (above.meter !== 'token') return amounts;
  const found: Amount[] = [];
  for (const [q, sides] of schedule) {
    const { per } = q.rate ?? sums.find((other) => other.start > q.start && other.rate !== null)?.rate ?? above;
    const currency = q.currency ?? sums.find((other) => other.start > q.start && other.currency !== null)?.currency;
    const own = amounts.find((amount) => amount.q === q)?.own ?? q.rate !== null;
    if (currency) found.push(...sides.map((meter) => ({ q, currency, meter, per, own })));
  }
  const others = amounts.filter(({ q }) => !found.some((amount) => amount.q === q));
  return [...others, ...found].sort((a, b) => a.q.start - b.q.start);
}

/** So much of a text tells what it is about, in UTF-16 units. */
const OPENING = 300;
const SETUP = /\b(?:set-?up|one-time|one-off|activation|installation) (?:fee|charge|cost|payment)s?\b[^;,.$€£¥]{0,20}$/;
/** 另送$20额度, 相差1.2元: what is given away, or how far apart two prices are. */
const GIVEN = /(?:赠?送|赠|奖励|返|相差|差价|价差)(?:出|了|您|每人|最高|约|近|达|为)*(?:价值)? ?$/;
const HEARD =
  /\b(?:transcri(?:b|pt)\w*|speech[- ]to[- ]text|audio|recordings?|footage)\b[^;.]{0,60}$|(?:语音(?:识别|转写|转文字)|录音|音频|转写|听写)[^,，。;；]{0,16}$/;
const OF_HEARD = /^ (?:for|of) (?:[\w-]+ )?(?:audio|speech|recordings?|footage|transcription)\b/;
const ARROW = /^ ?(?:→|->|=>|-->) ?$/;

/** "- Vultr 1.99（八家里最低）", "RunPod 3.59": a house and what it asks, all of a line but a remark. */
const askedByName = (article: Article, { text, entities, start, block }: Reading, q: Quantity): boolean => {
  const [house] = entities;
  return (
    article.blocks[block]?.start === start &&
    house?.kind === 'organisation' &&
    house.start < 4 &&
    text.length < LONGEST_ITEM &&
    /^[*_]* ?[:：]?[*_ ]*约?$/.test(text.slice(house.end, q.start)) &&
    /^[*_]* ?(?:[;；。]?$|[（(,，])/.test(text.slice(q.end))
  );
};
const LONGEST_ITEM = 60;

/** "- 8卡H20：151.5": all that an item of a list says behind its label; the opening of the list has the unit. */
const loneInList = (article: Article, reading: Reading, q: Quantity): boolean =>
  (article.blocks[reading.block]?.kind === 'bullet' ||
    (reading.text.includes('→') && hasHan(reading.text) && openingOfItem(article, reading.index) != null)) &&
  ((/[:：] ?$/.test(reading.text.slice(0, q.start)) &&
    /^ ?(?:[;；。]?$|→|->|=>|-->|[,，] ?(?:维持|保持)?(?:不变|持平)|[,，(] ?(?:[周月日]?环比|同比|较[上前]|[涨跌升降]))/.test(
      reading.text.slice(q.end),
    )) ||
    // "GPT-5.5: 2.50 / 15", under what a pair is per.
    (/[:：] ?(?:[\d.]+ ?\/ ?)?$/.test(reading.text.slice(0, q.start)) &&
      /^ ?(?:\/ ?[\d.]+ ?)?$/.test(reading.text.slice(q.end))) ||
    // "标准存储：由0.12下调至0.099"
    (/[:：][^,，。;；]{0,6}[由从] ?$/.test(reading.text.slice(0, q.start)) &&
      /^ ?(?:元)?(?:[下上]调|[降升涨调])[^,，。;；\d]{0,4}[至到为]/.test(reading.text.slice(q.end))) ||
    /[:：][^,，。;；]{0,6}[由从] ?[\d.]+ ?(?:元)?(?:[下上]调|[降升涨调])[^,，。;；\d]{0,4}[至到为] ?$/.test(
      reading.text.slice(0, q.start),
    ));

/** "(A100 $1.44, H100 $2.28, H200 $3.90)": small sums right behind the names of chips are what an hour costs. */
function chipList(
  reading: Reading,
  money: readonly Quantity[],
  rates: Map<Quantity, { rate: Rate; own: boolean }>,
): void {
  const listed = money.filter(
    (q) =>
      Number(q.min ?? q.max) < 50 &&
      reading.entities.some(
        (e) =>
          e.kind === 'chip' &&
          /^(?: (?:on-demand|spot|sxm\d?|pcie|nvl|\d+ ?gb))*(?: at|:)? ~?$/.test(reading.text.slice(e.end, q.start)),
      ),
  );
  if (listed.length < 2) return;
  for (const q of listed)
    rates.set(q, { rate: { start: q.end, end: q.end, meter: 'gpu_hour', per: 1, side: null }, own: false });
}

const OLD_BEHIND = /^,? (?:rather than|instead of|down from|up from|from) (?:about )?$/;
/** No accelerator is sold for less. */
const CHEAPEST_CARD = 50;
const TRAINED = /\btraining tokens?\b|\bfine-?tun(?:e|ing)\b/;

function resolve(
  article: Article,
  reading: Reading,
  q: Quantity,
  currency: string,
  rate: Rate,
  own: boolean,
  peers: readonly Quantity[],
): Amount[] {
  const at = peers.indexOf(q);
  const previous = peers[at - 1];
  const next = peers[at + 1];
  const from = previous ? previous.end : 0;
  const to = next ? next.start : reading.text.length;
  if (rate.meter === 'token') {
    const pair = sideOfPair(reading.text, peers, at);
    // "$0.30 rather than $0.40 per million output tokens": for what the old one is.
    const old = next?.rate?.side && OLD_BEHIND.test(reading.text.slice(q.end, next.start)) ? next.rate.side : null;
    const told = pair ? [pair] : old ? [old] : tokenSides(reading, q, rate, from, to);
    const hour = previous?.rate && OTHER_HOURS.test(reading.text.slice(previous.end, q.start)) ? previous.rate : null;
    const sides =
      told[0] !== 'blended'
        ? told
        : previous && hour
          ? tokenSides(reading, previous, hour, peers[at - 2]?.end ?? 0, q.start)
          : pricedAlike(article, reading)
            ? (['input', 'output'] as const)
            : [sideAbove(article, reading, q) ?? sideOverList(article, reading) ?? 'blended'];
    // "charged by the training token: $0.50 per million": neither in nor out.
    const trains = sides[0] === 'blended' && TRAINED.test(reading.text.slice(0, q.start));
    return sides.map((meter) => ({ q, currency, meter: trains ? 'other' : meter, per: rate.per, own }));
  }
  if (own && machinePart(reading, q) !== null) return [{ q, currency, meter: 'other', per: 1, own }];
  const around = article.folded.slice(Math.max(0, reading.start - 200), reading.start);
  const ofCards =
    rate.meter === 'image' &&
    (rate.start === rate.end || /张/.test(reading.text.slice(Math.min(q.start, rate.start), rate.end))) &&
    (/卡|gpu|rtx|芯片/.test(reading.text) || reading.entities.some((e) => e.kind === 'chip'));
  // 月租从6万元/台涨到7.5万元/台: 台 says of what, 月租 for how long.
  if ((rate.meter === 'other' || ofCards) && /[台张卡颗块片枚套节点]$/.test(reading.text.slice(q.start, rate.end))) {
    const term = /.*(?:([月年])[租付]|[包按]([月年]))[^。;；]{0,40}$/
      .exec(reading.text.slice(0, q.start))
      ?.slice(1)
      .join('');
    if (term) return [{ q, currency, meter: term === '月' ? 'month' : 'year', per: 1, own }];
  }
  // "2.6万元/张": 张 counts pictures, and cards.
  if (ofCards) return [{ q, currency, meter: 'other', per: 1, own }];
  // "an hourly price of $1.39 per GPU", "$49.24 an hour, or $6.16 a GPU"
  const shared = q.rate === null && next?.rate?.meter === 'other' ? next.rate.end : rate.end;
  if (
    rate.meter === 'other' &&
    /\b(?:gpu|card|chip)$/.test(reading.text.slice(q.start, shared)) &&
    // "B200s go for $4.40 per GPU": so little buys none.
    ((Number(q.max ?? q.min) < CHEAPEST_CARD && (currency === 'USD' || currency === 'EUR')) ||
      /\bhourly [^,;.]{0,24}$/.test(reading.text.slice(Math.max(0, q.start - 40), q.start)) ||
      ((previous?.rate?.meter === 'hour' || previous?.rate?.meter === 'gpu_hour') &&
        /^ ?(?:,|\(|—|–)? ?(?:or|which is|that is|i\.e\.,?|effectively|effective) (?:about |just |only |roughly |~)*$/.test(
          reading.text.slice(previous.rate.end, q.start),
        )))
  )
    return [{ q, currency, meter: 'gpu_hour', per: 1, own }];
  // "a gigabyte cost 15 cents a month": what is kept stands ahead of the sum.
  const kept =
    rate.meter === 'month' ? KEPT.exec(reading.text.slice(Math.max(from, q.start - 60), q.start))?.[1] : undefined;
  if (kept !== undefined)
    return [{ q, currency, meter: 'storage_gb_month', per: kept.startsWith('t') ? 1000 : 1, own }];
  // 多区域存储价：每GB从0.026美元改到…: kept by the month, as storage is sold.
  const byte = rate.meter === 'other' ? BYTES.exec(reading.text.slice(Math.min(rate.start, q.start), rate.end)) : null;
  if (byte && (STORED.test(reading.text.slice(0, q.start)) || isKeptByDefault(article, reading, byte[1] === 't')))
    return [{ q, currency, meter: 'storage_gb_month', per: byte[1] === 't' ? 1000 : 1, own }];
  // "€212 a month, plus a setup fee of €264": paid once.
  if (!own && SETUP.test(reading.text.slice(0, q.start))) return [];
  // "transcribes audio at $0.04 per hour": an hour of what is heard.
  if (
    rate.meter === 'hour' &&
    (HEARD.test(reading.text.slice(0, q.start)) || OF_HEARD.test(reading.text.slice(rate.end)))
  )
    return [{ q, currency, meter: 'other', per: 1, own }];
  const meter =
    rate.meter === 'hour'
      ? hourMeter(
          reading,
          q,
          openedByCard(article, reading) ?? headedByCard(article, reading) ?? around,
          `${article.titleText} ${article.folded.slice(0, Math.min(OPENING, reading.start))}`,
        )
      : rate.meter;
  return [{ q, currency, meter, per: rate.per, own }];
}

/** "This is what one H100 costs for an hour:" over a list: what its prices are of; null where the line over it says nothing of one card. */
function openedByCard(article: Article, reading: Reading): string | null {
  const opening = openingOfItem(article, reading.index)?.text;
  return opening !== undefined && ONE_CARD_COSTS.test(opening) ? opening : null;
}
const ONE_CARD_COSTS =
  /\b(?:one|an?|per|each|a single) (?:nvidia |amd )?(?:gpu|card|accelerator|[abh]\d00|gb?[23]00|l40s?|mi3\d\dx?)\b[^.]*[:：] *$|(?:一张|单张|单卡|每卡|每张)[^。]*[:：] *$/;

/** "#### NVIDIA H100" over "- On-demand: $2.95/hour": the heading that names the card whose hours a list prices; null where none does, or one names a machine. */
function headedByCard(article: Article, { block }: Reading): string | null {
  if (article.blocks[block]?.kind !== 'bullet') return null;
  for (const heading of headingsOver(article, block)) {
    if (namesMachine(heading)) return null;
    if (namesCard(heading)) return heading;
  }
  return null;
}

/** "输入输出同价", here or over the list: one price for what goes in and what comes out. */
const pricedAlike = (article: Article, reading: Reading): boolean =>
  ALIKE.test(reading.text) || ALIKE.test(openingOfItem(article, reading.index)?.text ?? '');
const ALIKE =
  /输入[和与及、/]?输出(?:的?价格?|的?单价|均|都|两端)*(?:同价|相同|一致|一样|一个价|统一)|不(?:分|区分)输入[和与及、/]?输出|输入[和与及、/]?输出不(?:分|区分)|\binput and output (?:tokens )?(?:(?:are|is) )?(?:both )?(?:priced|billed|charged|cost)? ?(?:at )?(?:the same|alike|equally|identically)|\bsame (?:price|rate) for (?:both )?input and output/;

/** "Pro版输入价格0.8元/百万tokens。Lite版为0.3元/百万tokens。": another edition, priced like the one before it; null elsewhere. */
function sideAbove(article: Article, reading: Reading, q: Quantity): TokenSide | null {
  const above = article.sentences[article.thread.above(reading.index)];
  if (above?.block !== reading.block || !EDITION.test(reading.text.slice(0, q.start))) return null;
  const said = new Set(
    sidesIn(article.folded.slice(above.start, above.end), 0, above.end - above.start).map((s) => s.side),
  );
  const [side] = said;
  return said.size === 1 &&
    side &&
    article.reading(article.thread.above(reading.index)).quantities.some((o) => o.rate?.meter === 'token')
    ? side
    : null;
}
/** "Output tokens, dollars per million" over a list: the one way of tokens that its opening speaks of. */
function sideOverList(article: Article, { index }: Reading): TokenSide | null {
  const opening = openingOfItem(article, index)?.text ?? '';
  const [only, ...others] = new Set(sidesIn(opening, 0, opening.length).map(({ side }) => side));
  return others.length === 0 ? (only ?? null) : null;
}
const EDITION = /^[^,，。;；:：]{0,14}(?:版|款|模型|档) ?(?:则|也|仅|只|售价|价格|定价|为|是|要)* ?$/;

const BYTES = /([gt])i?b? ?$/;
const STORED =
  /存储(?!芯片|器)(?:(?!流量|传输|出网|请求|下载|取回|检索)[^;；。])*$|\b(?:(?:object|block|file|cloud|archive|cold|standard) storage|s3 (?:standard|express|intelligent|glacier)|glacier|data at rest|stored data|storing)\b(?:(?!egress|transfer|traffic|bandwidth|retriev|request|download|outbound|restor|moving|read|scann)[^;.]|\.\d)*$/;

/** "its pricing ($6.99/TB)" in a text about storage: a terabyte is kept, where nothing near says that it moves. */
const isKeptByDefault = (article: Article, reading: Reading, terabytes: boolean): boolean =>
  terabytes &&
  /\b(?:object|cloud|block|file) storage\b|\bstorage (?:price|pricing|cost|class|tier|duration|provider)|\bstored\b/.test(
    article.folded,
  ) &&
  !MOVES.test(reading.text);
const MOVES =
  /\b(?:egress|ingress|transfer\w*|traffic|bandwidth|retriev\w*|requests?|downloads?|uploads?|outbound|overages?|restor\w*|reads?|scann\w*|quer(?:y|ies|ied)|process\w*|ingest\w*|memory|ram|drives?|disks?|ssds?|hdds?)\b/;

const KEPT =
  /\b(?:an?|one|each|every|per) (gigabyte|gi?b|terabyte|ti?b)\b(?: of [\w -]{2,24}?)?(?: stored)?(?: now| then| still)? (?:costs?|is|was|went for|goes for|comes to|came to|sells for|sold for|runs to|at|for)(?: about| around| just| only)? $/;
