import type { Article } from './analysis.ts';
import { boughtHan, ONLY_PUT } from './bought-han.ts';
import { isBareMetric, isOtherMetric, partMeant } from './business-meant.ts';
import { clauseAt } from './context.ts';
import { processing, siteBehind } from './counted-thing.ts';
import type { Draft } from './draft.ts';
import type { Entity } from './entities.ts';
import { powerAround } from './frames/capacity-thing.ts';
import { investedIn } from './frames/invested-in.ts';
import { nounPhrase } from './frames/noun-phrase.ts';
import { clauseHead, labelOf } from './frames/object.ts';
import { planFor } from './frames/offer-behind.ts';
import { setBeside } from './frames/set-beside.ts';
import { businessBehind } from './frames/sum-object.ts';
import { toldBehind } from './frames/told-behind.ts';
import { isWare, wareAbove } from './frames/ware-above.ts';
import type { CueKind } from './lexicon.ts';
import { isNoMarket, marketMeant, marketTakenUp } from './market-meant.ts';
import { modelMeant } from './model-meant.ts';
import { namedInTurn } from './named-in-turn.ts';
import { isNoThing, trimmed } from './no-thing.ts';
import { offerMeant } from './offer-meant.ts';
import type { Quantity } from './quantity.ts';
import type { Reading } from './reading.ts';
import { replacing } from './replacing.ts';
import { segmentMeant } from './segment-meant.ts';
import { sentenceAt } from './sentences.ts';
import { boughtFor, dealOf, reportedBefore } from './sum-meant.ts';
import { fold, hasHan } from './text.ts';

/**
 * What each claim of a text is of, where the words a frame found for it name nothing that is sold, earned, spent or counted: the
 * next best that the clause, the sentence or the lines above name. Asked once, of the claims that are left, and of nothing but their object.
 */
export function withThings(article: Article, drafts: readonly Draft[]): Draft[] {
  const counts = new Map<number | undefined, number>();
  for (const { valueStart } of drafts) counts.set(valueStart, (counts.get(valueStart) ?? 0) + 1);
  const done: Draft[] = [];
  for (const draft of drafts) {
    // One figure of several houses or wares: what tells its claims apart stays.
    const several = draft.valueStart !== undefined && (counts.get(draft.valueStart) ?? 0) > 1;
    const object = bare(several ? draft.object : thingMeant(article, draft, done.at(-1) ?? null));
    done.push(object === draft.object ? draft : { ...draft, object });
  }
  return done;
}

/** "- backlog", "AI servers and storage.": without the dash before it and the stop behind it. */
const bare = (object: string | null): string | null =>
  object === null
    ? null
    : object.replace(
        /^(?:[-–—•]|(?:\p{Extended_Pictographic}\ufe0f? *)?[*_]{2,3}(?=[^*_]+$)|\p{Extended_Pictographic}\ufe0f?) *(?=\S)|(?<=[a-z]{3})\.$/gu,
        '',
      );

interface Place {
  readonly article: Article;
  readonly reading: Reading;
  readonly draft: Draft;
  /** Where the figure stands in the sentence. */
  readonly start: number;
  readonly end: number;
  readonly q: Quantity | null;
  /** The claim before it. */
  readonly before: Draft | null;
}

function thingMeant(article: Article, draft: Draft, before: Draft | null): string | null {
  const at = draft.valueStart ?? draft.quoteStart;
  const index = sentenceAt(article.sentences, at);
  const block = article.blocks[article.sentences[index]?.block ?? -1];
  if (!block) return draft.object;
  const reading = article.reading(index);
  const start = at - reading.start;
  const q = reading.quantities.find((each) => each.start <= start && each.end > start) ?? null;
  const place = { article, reading, draft, before, q, start, end: (draft.valueEnd ?? at) - reading.start };
  if (block.kind === 'row')
    return draft.object !== null && isPriceKind(draft) && TIER.test(draft.object)
      ? (above(place) ?? draft.object)
      : draft.object;
  // "versus OpenAI's $15": found already, in words of another sentence.
  if (q && isPriceKind(draft) && setBeside(reading, q)) return draft.object;
  const told = q && !hasHan(reading.text) ? toldOfCount(reading, q, draft) : null;
  if (told !== null && !isNoThing(reading, told, draft.kind)) return told;
  const segment = q && draft.kind === 'market_size' ? segmentMeant(reading, q, draft.object) : null;
  if (segment !== null && !isNoThing(reading, segment, draft.kind)) return segment;
  // "the market will pass": named elsewhere, if at all.
  const taken =
    q && draft.kind === 'market_size' && !(draft.object !== null && reading.original.includes(draft.object))
      ? marketTakenUp(reading, q)
      : null;
  if (taken !== null) return taken;
  const plan = q && isPriceKind(draft) && !hasHan(reading.text) ? planFor(reading, q) : null;
  if (plan !== null) return plan;
  const listed = q && !hasHan(reading.text) ? namedInTurn(reading, q, draft.object) : null;
  if (listed !== null && !isNoThing(reading, listed, draft.kind)) return listed;
  const model = isPriceKind(draft) ? modelInstead(place) : null;
  if (model !== null) return model;
  const found = draft.object === null ? null : trimmed(draft.object) || null;
  const bought = q && hasHan(reading.text) ? boughtInstead(place, q, found) : null;
  if (bought !== null) return bought;
  const reported = q && draft.kind === 'financial' && !hasHan(reading.text) ? reportedInstead(reading, q, draft) : null;
  if (reported !== null) return reported;
  const part = q && found !== null && draft.kind === 'financial' ? partInstead(reading, q, draft, found) : null;
  if (part !== null) return part;
  const named = draft.kind !== 'market_size' || hasHan(reading.text) || (found !== null && !isNoMarket(found));
  if (named && found !== null && !isNoThing(reading, found, draft.kind) && !isOtherMetric(draft.metric, found))
    return (isHouse(place, found) ? insteadOfHouse(place) : null) ?? found;
  return (
    CANDIDATES[draft.kind]
      .map((candidate) => candidate(place))
      .find(
        (thing) => thing !== null && !isNoThing(reading, thing, draft.kind) && !isOtherMetric(draft.metric, thing),
      ) ??
    found ??
    draft.object
  );
}

/** What is priced rather than what it took the place of, or the cards or requests that the clause itself names. */
function modelInstead({ article, reading, draft, start }: Place): string | null {
  const { object } = draft;
  const meant = modelMeant(article, reading, draft, start);
  if (meant !== null) return meant;
  if (draft.valueStart !== undefined) {
    const clause = reading.original.slice(clauseAt(reading, start)[0], start);
    const named = REQUESTS.exec(clause)?.[1] ?? CARD.exec(clause)?.[0];
    if (named !== undefined && !(object?.includes(named) ?? false)) return named;
  }
  return object === null ? null : replacing(article, reading, object);
}
/** "PUT requests go down by", "every 1,000 GET requests from" */
const REQUESTS = /\b((?:[A-Z]{3,6}(?:, | and |\/))*[A-Z]{3,6} (?:requests|calls|operations))\b(?!.*\brequests)/;
/** 4090回落, 3090 只要: cards that are called by their number. */
const CARD =
  /(?<![\d.,A-Za-z] ?)(?:[345]0[6-9]0)(?: ?(?:Ti|D|Super))?(?: ?\d{2}G)?(?![\d.]|年| ?(?:美元|元|张|万))(?!.*\d{4})/;

/** What a count is told of right beside it, in English. */
function toldOfCount(reading: Reading, q: Quantity, { kind, unit, object }: Draft): string | null {
  if (kind === 'capacity' && unit === 'watts') return siteBehind(reading, q);
  if (kind === 'token_volume') {
    const told = processing(reading, q);
    return told !== null && object !== null && fold(object).includes(fold(told)) ? null : told;
  }
  // "cumulative deployments of Trainium had reached 3 million chips": by their name.
  if (kind === 'capacity' && object !== null && /^(?:chips|units|cards|them)$/i.test(object)) {
    const chip = reading.entities.findLast((e) => e.kind === 'chip' && e.end <= q.start);
    return chip ? reading.original.slice(chip.start, chip.end) : null;
  }
  return null;
}

const isPriceKind = ({ kind }: Draft): boolean => kind === 'price_quote' || kind === 'price_change';
/** What heads a row of a table and only says how, how much or when. */
const TIER =
  /^(?:[\d.,]+ ?[km]? ?)?(?:standard|batch|flex|priority|input|output|cached?|under|over|up to|above|below|[<>≤≥]|标准|批量|批处理|优先|延迟|高优先级|输入|输出|缓存|命中|未命中|不超过|超过)(?![-\w]*\d[\w]*-)/i;

type Candidate = (place: Place) => string | null;

const name = ({ reading }: Place, e: Entity | undefined): string | null =>
  e ? reading.original.slice(e.start, e.end) : null;

const wareOfClause: Candidate = (place) => {
  const [from] = clauseAt(place.reading, place.start);
  return name(
    place,
    place.reading.entities.findLast((e) => isWare(e) && e.start >= from && e.end <= place.start),
  );
};
const wareBefore: Candidate = (place) =>
  name(
    place,
    place.reading.entities.findLast((e) => isWare(e) && e.end <= place.start),
  );
/** Not what another sells: "slid to $0.97, and AWS still lists the K80". */
const wareBehind: Candidate = (place) => {
  const next = place.reading.entities.find((e) => e.start >= place.end && (isWare(e) || e.kind === 'organisation'));
  return name(place, next && isWare(next) ? next : undefined);
};
/** "will pay $3 for F1 instead of": a name right behind a price. */
const namedBehind: Candidate = ({ reading, end }) =>
  /^ (?:(?:an?|per|each) [a-z]+ )*for (?:the |an? )?([A-Z][\w.+-]*\w(?: [A-Z\d][\w.+-]*\w)*)(?= (?:instead|rather|from|and|in|is|was)\b|[,.;)]|$)/.exec(
    reading.original.slice(end, end + 80),
  )?.[1] ?? null;
const label: Candidate = ({ reading, start }) => {
  const found = labelOf(reading, start);
  return found === null || /输入|输出|\b(?:in|out)put\b/i.test(found) || (hasHan(found) && !/[a-z\d]/i.test(found))
    ? null
    : found;
};
const offer: Candidate = ({ reading, draft, start, end }) =>
  offerMeant(reading, draft.valueStart === undefined ? 0 : start, end);
const behind: Candidate = ({ reading, end }) => toldBehind(reading, end);
const above: Candidate = ({ article, reading }) =>
  modelAbove(article, reading) ?? wareAbove(article, reading) ?? wareOfThread(article, reading);

/** The product or card of the sentences before, whatever paragraph they are of. */
function wareOfThread(article: Article, reading: Reading): string | null {
  for (const i of article.thread.before(reading.index, 3)) {
    const told = article.reading(i);
    const ware = told.entities.find(isWare);
    if (ware) return told.original.slice(ware.start, ware.end);
  }
  return null;
}

/** `gemini-3-pro-preview`, "### GLM-5.3-Flash", "Kimi K2.5 (Moonshot)": the model that a line above begins with or is. */
function modelAbove(article: Article, reading: Reading): string | null {
  if (article.blocks[reading.block]?.kind === 'paragraph') return null;
  for (let i = reading.index - 1; i >= 0 && i >= reading.index - 6; i--) {
    const above = article.reading(i);
    const model = above.entities.find((e) => isWare(e) && /\d/.test(above.text.slice(e.start, e.end)));
    if (model) return above.original.slice(model.start, model.end);
    const named = MODEL.exec(above.original)?.[1] ?? CODE_NAME.exec(above.original)?.[1];
    if (named !== undefined) return named;
  }
  return null;
}
/** A model as code writes it, anywhere in a line. */
const CODE_NAME = /(?<![\w./-])([a-z]+(?:-[a-z]+)*-\d[\w.]*(?:-[\w.]+)*)(?![\w/])/;
const MODEL =
  /^[\s#*>`-]*(?!(?:Tier|Step|Phase|Part|Section|Day|Week|Level|Option|Chapter|Table|Figure|Top)\b)([A-Z][\w.]*(?: [A-Z][\w.]*)*[ -][A-Z]?\d[\w.]*(?:-[\w.]+)*|[a-z]+(?:-[a-z]+)*-[a-z]?\d[\w.]*(?:-[\w.]+)*)/;

const METRICS: ReadonlySet<CueKind> = new Set(['revenue', 'operating_profit', 'net_income', 'capex', 'commerce']);
/** The word for the metric nearest before a sum, or right behind it. */
const metric: Candidate = ({ reading, draft, start, end }) => {
  const cues = reading.cues.filter((cue) => {
    const word = reading.text.slice(cue.start, cue.end);
    return METRICS.has(cue.kind) && word !== '' && !VERBAL.test(word) && !isOtherMetric(draft.metric, word);
  });
  const cue = cues.findLast((c) => c.end <= start) ?? cues.find((c) => c.start >= end && c.start - end < 40);
  return cue ? reading.original.slice(cue.start, cue.end) : null;
};
/** A metric that is told by what one does: lost, took in, sold. */
const VERBAL =
  /^(?:lost|earn|took|tak|brought|bring|rak|pull|turn|gross|s(?:old|ell)|ma(?:de|k)|booked|posted|record|regist|logged|report|deliver|notch|buy|purchase$|worth|of |paid|be |been |being |gets? )/;
const goesOn: Candidate = ({ reading, draft, before }) =>
  before?.kind === draft.kind &&
  before.subject === draft.subject &&
  before.metric === draft.metric &&
  before.quoteEnd > reading.start - 200
    ? before.object
    : null;
const house: Candidate = (place) =>
  name(
    place,
    place.reading.entities.findLast((e) => e.slug === place.draft.subject && e.end <= place.start),
  );
const power: Candidate = ({ reading, draft, start, end }) =>
  draft.unit === 'watts' ? powerAround(reading, start, end) : null;

const spends = ({ metric }: Draft): boolean => metric === 'other' || metric === 'investment' || metric === 'capex';
const deal: Candidate = ({ reading, q, draft }) =>
  q && spends(draft) && !hasHan(reading.text) ? dealOf(reading, q) : null;
const bought: Candidate = ({ reading, q, draft }) =>
  q && spends(draft) && !hasHan(reading.text) ? boughtFor(reading, q) : null;
const market: Candidate = ({ reading, q }) => (q ? marketMeant(reading, q) : null);

const CANDIDATES: Readonly<Record<Draft['kind'], readonly Candidate[]>> = {
  price_quote: [wareOfClause, namedBehind, behind, offer, wareBefore, label, wareBehind, above],
  price_change: [wareOfClause, namedBehind, behind, offer, wareBefore, label, wareBehind, above],
  capacity: [power, wareOfClause, wareBehind],
  financial: [deal, bought, metric, goesOn, house],
  token_volume: [wareOfClause, above, house],
  market_size: [market, goesOn],
};

/** Only whose it is was found. */
const insteadOfHouse = (place: Place): string | null =>
  place.draft.kind === 'financial' ? ofTheHouse(place) : isPriceKind(place.draft) ? ofTheSeller(place) : null;

/** What is sold by the house that was found for a price. */
function ofTheSeller(place: Place): string | null {
  const { reading, draft, start, end } = place;
  return (
    offerMeant(reading, draft.valueStart === undefined ? 0 : start, end) ??
    [wareOfClause, behind, wareAboveList]
      .map((candidate) => candidate(place))
      .find((thing) => thing !== null && !isNoThing(reading, thing, draft.kind)) ??
    null
  );
}
const wareAboveList: Candidate = ({ article, reading, draft }) =>
  draft.valueStart === undefined || draft.unit === 'percent' || draft.unit === 'times'
    ? null
    : wareAbove(article, reading);

/** True for the name of the house whose claim it is, or for names of houses and a date and no more: 阿里云/百度智能云4月18日起. */
function isHouse({ reading, draft }: Place, phrase: string): boolean {
  const { entities, dates, original } = reading;
  const houses = entities.filter((e) => e.kind === 'organisation' && phrase.includes(original.slice(e.start, e.end)));
  if (houses.length === 0) return false;
  if (houses.some((e) => e.slug === draft.subject && original.slice(e.start, e.end) === phrase)) return true;
  let rest = phrase;
  for (const { start, end } of [...houses, ...dates]) rest = rest.replace(original.slice(start, end), '');
  return (
    rest.length < phrase.length &&
    /^(?:[\s/、,，&+起年]|and|others|和|与|及|等)*$/.test(rest) &&
    phrase.length > 0 &&
    (houses.length > 1 || rest !== '' || dates.length > 0)
  );
}

/** What a Chinese sum of investment, or of orders, buys, where only a house or that it is spent was found. */
function boughtInstead(place: Place, q: Quantity, found: string | null): string | null {
  const { reading, draft } = place;
  if (
    draft.kind !== 'financial' ||
    (draft.metric !== 'investment' && draft.metric !== 'capex' && draft.metric !== 'other')
  )
    return null;
  if (
    found !== null &&
    !ONLY_PUT.test(found) &&
    !isHouse(place, found) &&
    !isNoThing(reading, found, draft.kind) &&
    !isOtherMetric(draft.metric, found)
  )
    return null;
  const bought = boughtHan(reading, q);
  return bought === null || isNoThing(reading, bought, draft.kind) ? null : bought;
}

/** The words of a report right before a sum that is no revenue. */
function reportedInstead(reading: Reading, q: Quantity, { metric, object }: Draft): string | null {
  if (metric === 'investment') return null;
  const noun = reportedBefore(reading, q);
  return noun === null ||
    (object !== null && fold(object).includes(fold(noun))) ||
    (metric !== 'revenue' && isOtherMetric(metric, noun))
    ? null
    : noun;
}

/** The part of a house that earns, where the words found are no more than the metric, or name another one. */
function partInstead(reading: Reading, q: Quantity, { metric, kind }: Draft, found: string): string | null {
  const other = isOtherMetric(metric, found);
  const { entities, original } = reading;
  const house =
    !original.includes(found) ||
    entities.some((e) => e.kind === 'organisation' && original.slice(e.start, e.end) === found);
  if (
    !other &&
    !(metric === 'revenue' && (house || isBareMetric(found)) && !OUT_OF.test(reading.text.slice(0, q.start)))
  )
    return null;
  const part = metric === 'revenue' ? partMeant(reading, q) : other ? businessBehind(reading, q) : null;
  const thing = part ?? (other ? clauseHead(reading, q.start) : null);
  return thing === null || isNoThing(reading, thing, kind) || isOtherMetric(metric, thing) ? null : thing;
}
const OUT_OF = /\b(?:out of|on|against) (?:[\w-]+ ){0,2}(?:revenues?|sales) of $/;

/** What a sum is of that only the name of a house was found for: what it is put into, the deal, the metric said before. */
function ofTheHouse(place: Place): string | null {
  const { reading, draft, q, start, end } = place;
  const { text, original, entities, cues } = reading;
  if (draft.metric === 'revenue' || !q) return null;
  const sold = deal(place) ?? bought(place);
  if (sold !== null && !isNoThing(reading, sold, draft.kind)) return sold;
  if (draft.metric === 'investment') {
    const into = investedIn(reading, q);
    if (into !== null && !isNoThing(reading, into, draft.kind)) return into;
  }
  if (draft.metric === 'investment' || draft.metric === 'other') {
    const partner = entities.find((e) => e.kind === 'organisation' && e.slug !== draft.subject && e.start >= end);
    if (partner && TO_WHOM.test(text.slice(end, partner.start))) return original.slice(partner.start, partner.end);
  }
  if (draft.metric === 'investment') return null;
  if (draft.metric === 'other' && !hasHan(text)) {
    // "Signed but undelivered work stood at", "Total expenses are put at": what the clause itself begins with.
    const own = nounPhrase(reading, start);
    if (
      own !== null &&
      !isHouse(place, own) &&
      !isNoThing(reading, own, draft.kind) &&
      original.lastIndexOf(own, start) >= clauseAt(reading, start)[0]
    )
      return own;
  }
  const cue = cues.findLast((c) => METRICS.has(c.kind) && c.end <= start && c.end > c.start);
  return cue &&
    NOUN.test(text.slice(cue.start, cue.end)) &&
    !entities.some((e) => e.kind === 'organisation' && e.start >= cue.end && e.end <= start)
    ? original.slice(cue.start, cue.end)
    : null;
}
const TO_WHOM =
  /^(?: worth)?(?: of [\w-]+(?: [\w-]+)?)? (?:in|into|to|with|from) (?:the |its )?(?:start-up |lab |rival )?$/;
const NOUN =
  /(?:expenditures?|spending|outlays?|capex|income|profits?|loss(?:es)?|backlog|orders?|contracts?|deals?|agreements?|obligations?|flows?|bookings|ebitda\w*|leases?)$/;
