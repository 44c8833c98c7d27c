import type { Document } from '../../../infra/contracts/document.ts';
import { Alternatives } from './alternatives.ts';
import { withAnswers, withLabelledAnswers } from './answers.ts';
import { withBareSums } from './bare-sums.ts';
import { type Block, splitBlocks } from './blocks.ts';
import { withSpokenSums } from './colloquial-money.ts';
import { scanDates } from './dates.ts';
import { withEllipticCounts } from './elliptic-count.ts';
import { DOMAIN, type Entity, findEntities } from './entities.ts';
import { introducedThings } from './introduced-things.ts';
import { withLabelledSums } from './labelled-sums.ts';
import { withLeadingFigures } from './leading-figure.ts';
import { findCues } from './lexicon.ts';
import { withListedSums } from './listed-sums.ts';
import { findNicknames, nicknamesOf } from './model-nicknames.ts';
import { homeMoney, type MoneyAround, soleMoney, tellsRents } from './money-around.ts';
import { inMoneyBelow, moneyBelow } from './money-below.ts';
import { withPlusMinus } from './plus-minus.ts';
import { publishedDay } from './published-day.ts';
import { scanQuantities } from './quantities.ts';
import type { Quantity } from './quantity.ts';
import { Reading } from './reading.ts';
import { scanRelative } from './relative.ts';
import { withRents } from './rent-sums.ts';
import { clauseEnds, type Sentence, splitSentences } from './sentences.ts';
import { withListUnit } from './shared-list.ts';
import { findVersions, mayNameVersions, versionsInSeries, versionsOf } from './short-names.ts';
import { withSpreads } from './spreads.ts';
import { findStrangers, strangeHouses } from './strange-houses.ts';
import { fold, isWide, matches, narrow } from './text.ts';
import { type Thread, threadOf } from './thread.ts';
import { unwrapped, wrapsOf } from './unwrap.ts';
import { withYen } from './yen.ts';

/** One document, folded and cut up; sentences are read when a frame asks for them. */
export interface Article {
  readonly document: Document;
  readonly folded: string;
  readonly blocks: readonly Block[];
  readonly sentences: readonly Sentence[];
  readonly inDomain: boolean;
  /** True where AI or cloud is what the article is about, not a passing word. */
  readonly strongDomain: boolean;
  readonly published: string | null;
  /** Names in the title, and the last resort of every subject. */
  readonly titleEntities: readonly Entity[];
  /** The title, folded; empty where there is none. */
  readonly titleText: string;
  /** What 元 is of where the text says nothing else: CNY, but for papers of Taiwan and texts that say so. */
  readonly yuan: string;
  /** The names that the text gives to models and tiers. */
  readonly introduced: ReadonlySet<string>;
  entitiesOf(index: number): readonly Entity[];
  /** Which earlier sentence one is the continuation of. */
  readonly thread: Thread;
  /** Names in a stretch that need not be a sentence, as a cell of a table; offsets into the text. */
  namesIn(start: number, end: number): readonly Entity[];
  reading(index: number): Reading;
}

const RUNS_TO = /(?:期限?|有效期|延长|延至|持续|执行|直)[^,，。;；\d]{0,4}[到至] ?$/;
const SAME_PERIOD =
  /^[^,，]{0,6}(?:同期)|^(?:a year (?:ago|earlier)|in the (?:same|year-ago|prior-year) (?:period|quarter))|\bquarters? (?:ago|earlier|before)\b|\b(?:last|previous|prior) quarter\b/;

/** A year of ours, no part of a sum. */
const YEAR = /(?<![\d$€£¥.,])20[0-4]\d(?![\d%]|[.,]\d| ?年[初底末]| ?[万亿千百])/g;
const COMPARED_YEAR =
  /\b(?:up|down|increase|rise|jump|compared) (?:from|with|to) (?:about |around |roughly |just |nearly |only )?[$€£¥][\d.,]+ ?[a-z]{0,8} (?:in|for) (?:all of )?$|(?:[,，;；]而|作为(?:对照|参照|对比)[,，]?|[较比]) ?$/;
/** The trade in the address itself. */
const OWN_TRADE = /^https?:\/\/[^/]+\.(?:ai|cloud)(?=\/|$)/;
const DOMAIN_WORDS = new Alternatives([['domain', DOMAIN.source]]);
/** So much of a text opens it, in UTF-16 units. */
const OPENING = 600;
/** So many sentences on, a bare sum is still in the money told last. */
const MONEY_REACH = 3;
/** This many words of AI or cloud, and the article is about it. */
const STRONG = 3;

/** Names that are words too, where they stand for what the trade sells: "Gemini 2.5 Flash", an A10 by the hour, storage by the gigabyte. */
const BY_THE_UNIT = /\b(?:an|per|each|every) (?:hour|image|second of|month)\b|\/hr\b|\bhourly\b|\bmonthly\b/;
const namesWares = (folded: string, names: readonly Entity[]): boolean =>
  names.some(
    (e) =>
      (e.kind === 'product' && /[a-z][ -]?v?\d/.test(folded.slice(e.start, e.end))) ||
      ((e.kind === 'product' || e.kind === 'chip') && BY_THE_UNIT.test(folded)),
  );
/** Cloud storage and instances, without the word cloud. */
const BY_ITS_UNITS =
  /\begress\b|\bvps\b|\bvirtual (?:private )?(?:servers?|machines?)\b|\b(?:web|server|dedicated) hosting\b|\bdedicated servers?\b|\bbare[- ]metal\b|\bblock storage\b|\bserverless\b|\binstance (?:prices?|pricing|types?|sizes?|hours?)\b|\bgi?b-month|\bper second (?:of (?:generated )?video|(?:at|in) \d{3,4}p)\b|object storage|\b(?:gigabytes?|terabytes?|gb|tb)(?: per | a |-|\/)month\b|[gt]i?b ?\/ ?月|每[gt]b每月|对象存储|块存储|云存储|裸金属|出网流量|\b[a-z]{1,3}\d[a-z\d]*\.\d*x?large\b/;
/** "Claude plans compared", "Cursor pricing FAQ": names that are words too, over what their plans cost. */
const PLANS_OF_A_TOOL =
  /\b(?:claude|gemini|copilot|cursor|grok|perplexity|midjourney|windsurf|replit|mistral|kimi|qwen|lovable|runway|suno|elevenlabs)\b.*\b(?:plans?|pric(?:e|es|ing)|subscriptions?)\b/;
/** So much of a text is looked through for names that make it ours, in UTF-16 units. */
const HEAD = 4000;

export function openArticle(document: Document, listed: readonly string[]): Article {
  const wraps = wrapsOf(document.body);
  const body = unwrapped(document.body, wraps);
  const folded = fold(body);
  const title = fold(document.title ?? '');
  const blocks = splitBlocks(folded);
  const sentences = withLabelledAnswers(
    folded,
    blocks.flatMap((block, i) =>
      withLeadingFigures(folded, withAnswers(folded, splitSentences(folded, body, block, i))),
    ),
  );
  /** Words of AI or cloud, counted up to STRONG. */
  const words = DOMAIN_WORDS.all(folded, STRONG).length;
  /** What may be a name of ours if the text is; where there is none, no name is certain either. */
  const mayBeNames = lazy(() => findEntities(folded, document.body, 0, Math.min(folded.length, HEAD), true));
  const inDomain =
    words > 0 ||
    document.provider !== null ||
    OWN_TRADE.test(document.url) ||
    BY_ITS_UNITS.test(folded) ||
    tellsRents(folded) ||
    DOMAIN.test(title) ||
    PLANS_OF_A_TOOL.test(title) ||
    findEntities(title, document.title ?? '', 0, title.length, false).some((e) => e.kind !== 'reporter') ||
    (mayBeNames().length > 0 &&
      // Capital spending of a house we know is data centres.
      ((/capital (?:expenditures?|spending|outlays?|budgets?)|capex|property(?:, plant)? and equipment|资本性?(?:开支|支出)/.test(
        folded,
      ) &&
        mayBeNames().some((e) => e.kind === 'organisation')) ||
        findEntities(folded, document.body, 0, Math.min(folded.length, HEAD), false).some(
          (e) => e.kind !== 'reporter',
        ) ||
        namesWares(folded, mayBeNames())));
  const strongDomain = words >= STRONG;
  const published = publishedDay(document);
  const wide = isWide(folded);
  /** What names are read in the light of: a title tells what is meant in the text, and the text what in the title. */
  const about = title === '' ? folded : `${title}\n${folded}`;
  const titleNames = findEntities(title, document.title ?? '', 0, title.length, inDomain, about);
  /** Models whose maker the title or the opening names, and the text then leaves out: "V4 Pro". */
  const versions = lazy(() => {
    const opening = Math.min(folded.length, OPENING);
    const named = mayNameVersions(folded.slice(0, opening))
      ? findEntities(folded, document.body, 0, opening, inDomain)
      : [];
    return new Map([
      ...(mayNameVersions(folded) ? versionsInSeries(about) : []),
      ...versionsOf(folded, named),
      ...versionsOf(title, titleNames),
    ]);
  });
  const nicknames = lazy(() =>
    nicknamesOf(body, (from, to) => findEntities(folded, document.body, from, to, inDomain, about)),
  );
  const introduced = lazy(() => new Set([...introducedThings(body), ...nicknames().keys()]));
  const strangers = lazy(() =>
    strangeHouses(
      folded,
      body,
      inDomain,
      titleNames.some((e) => e.kind === 'organisation') ? '' : (document.title ?? ''),
      introduced(),
      listed,
    ),
  );
  const titleEntities = lazy(() => withStrangers(title, document.title ?? '', 0, title.length, titleNames));
  const names = new Map<number, readonly Entity[]>();
  const readings = new Map<number, Reading>();

  /** The known names of a stretch and, in their order, those of houses nobody knows. */
  const withStrangers = (text: string, original: string, from: number, to: number, known: Entity[]): Entity[] => {
    const strange = findStrangers(text, original, from, to, strangers(), known);
    return strange.length === 0
      ? known.sort((a, b) => a.start - b.start)
      : [...known.filter((e) => !isWithin(e, strange)), ...strange].sort((a, b) => a.start - b.start);
  };

  const entitiesOf = (index: number): readonly Entity[] => {
    const read = names.get(index);
    if (read) return read;
    const sentence = sentences[index];
    if (!sentence) return [];
    const known = findEntities(folded, document.body, sentence.start, sentence.end, inDomain, about);
    const versioned = [
      ...findVersions(folded, sentence.start, sentence.end, versions(), known),
      ...findNicknames(body, sentence.start, sentence.end, nicknames(), known),
    ];
    const found = withStrangers(
      folded,
      body,
      sentence.start,
      sentence.end,
      versioned.length === 0 ? known : [...known, ...versioned],
    ).map(({ start, end, slug, kind }) => ({ start: start - sentence.start, end: end - sentence.start, slug, kind }));
    names.set(index, found);
    return found;
  };
  const thread = threadOf({ folded, body, blocks, sentences, entitiesOf });
  const namesIn = (start: number, end: number): readonly Entity[] => {
    const named = findEntities(folded, body, start, end, true);
    return named.length > 0 ? named : findStrangers(folded, body, start, end, strangers(), named);
  };
  /** For every sentence, the last year named before it, so that "the second quarter" finds its year. */
  const yearsBefore = lazy(() => {
    // "up from $200 million in 2024": the year compared with is not the one that is spoken of.
    // 合同期限到2032年: no later sentence is of the year that something runs to.
    const today = published?.slice(0, 4) ?? '9999';
    const years = matches(YEAR, folded).filter(
      ({ 0: year, index }) =>
        !COMPARED_YEAR.test(folded.slice(Math.max(0, index - 40), index)) &&
        !(year > today && RUNS_TO.test(folded.slice(Math.max(0, index - 12), index))),
    );
    let next = 0;
    return sentences.map((sentence) => {
      while (next < years.length && (years[next]?.index ?? 0) < sentence.start) next++;
      return years[next - 1] ?? null;
    });
  });
  const aroundArticle = lazy(() => ({
    year:
      fiscalOfTitle(title) ??
      /20[0-4]\d(?! ?[万亿千百])/.exec(title)?.[0] ??
      /(?<!\d)20[0-4]\d(?!\d)/.exec(document.url)?.[0] ??
      (published ?? /20[0-4]\d(?! ?[万亿千百])/.exec(folded.slice(0, 600))?.[0])?.slice(0, 4) ??
      null,
  }));
  const yearBefore = (index: number): string | null => {
    const from = sentences[Math.max(0, index - 6)]?.start ?? 0;
    const last = yearsBefore()[index];
    if (!last || last.index < from) return aroundArticle().year;
    const fiscal = FISCAL.exec(folded.slice(last.index + 4, last.index + 14));
    const calendar = CALENDAR.exec(folded.slice(last.index + 4, last.index + 20));
    if (calendar) return `${last[0]}-Q${'一二三四'.indexOf(calendar[1] ?? ' ') + 1 || Number(calendar[1])}`;
    if (!fiscal) return last[0];
    const quarter = '一二三四'.indexOf(fiscal[1] ?? ' ') + 1 || Number(fiscal[1]);
    return `FY${last[0]}${quarter > 0 ? `-Q${quarter}` : ''}`;
  };
  const sole = lazy(() => ({ money: soleMoney(folded), home: homeMoney(folded), rents: tellsRents(folded) }));
  const below = moneyBelow(folded, `${document.title ?? ''}\n${document.body}`);
  const inBelow = (text: string, start: number, quantities: Quantity[]): Quantity[] =>
    below ? inMoneyBelow(text, start, quantities, below) : quantities;
  /** The period the sentence before speaks of, for one that begins with 去年同期 or "a year earlier". */
  const periodAbove = (index: number): string | null =>
    sentences[thread.above(index)]?.block === sentences[index]?.block
      ? (reading(thread.above(index)).dates.findLast((d) => !d.comparison && !d.newsDay && d.grain !== 'day')?.iso ??
        null)
      : null;
  const reading = (index: number): Reading => {
    const known = readings.get(index);
    if (known) return known;
    const sentence = sentences[index];
    if (!sentence) throw new Error(`The article has no sentence ${index}.`);
    const cut = folded.slice(sentence.start, sentence.end);
    const text = wide ? narrow(cut) : cut;
    const original = body.slice(sentence.start, sentence.end);
    const around: MoneyAround = {
      above: () => {
        for (const at of thread.before(index, MONEY_REACH)) {
          if (sentences[at]?.block !== sentence.block) return null;
          const money = reading(at).quantities.findLast((q) => q.unit === 'money');
          if (money) return money.currency;
        }
        return null;
      },
      sole: () => sole().money,
      soFar: () => soleMoney(`${title} ${folded.slice(0, sentence.end)}`),
      home: () => sole().home,
      rents: () => sole().rents,
    };
    const made: Reading = new Reading(sentence, index, text, original, {
      quantities: () => {
        const scanned = withYen(text, folded, merge(scanQuantities(text), scanRelative(text)));
        const listed = withListedSums(text, withLabelledSums(text, withSpokenSums(text, scanned)), around);
        const sums = inBelow(text, sentence.start, withRents(text, withBareSums(text, listed, around), around));
        const own = withListUnit(text, sums, made.entities).filter(
          (q) =>
            !made.entities.some((e) => q.start >= e.start && q.start < e.end) &&
            !(mayBeDate(q) && made.dates.some((d) => q.start >= d.start && q.start < d.end)),
        );
        return withEllipticCounts(article, made, withSpreads(text, withPlusMinus(text, own), made.entities));
      },
      dates: () =>
        scanDates(text, {
          published,
          previous: (SAME_PERIOD.test(text) ? periodAbove(index) : null) ?? yearBefore(index),
        }),
      entities: () => entitiesOf(index),
      cues: () => findCues(text),
      clauses: () => clauseEnds(text),
    });
    readings.set(index, made);
    return made;
  };
  const article: Article = {
    document,
    folded,
    blocks,
    sentences,
    inDomain,
    strongDomain,
    published,
    get titleEntities() {
      return titleEntities();
    },
    titleText: title,
    yuan: below?.from === 0 ? below.currency : 'CNY',
    get introduced() {
      return introduced();
    },
    entitiesOf,
    thread,
    namesIn,
    reading,
  };
  return article;
}

/** "Ironwood Compute": the chip is but part of the house's name. */
const isWithin = (entity: Entity, houses: readonly Entity[]): boolean =>
  entity.kind === 'chip' && houses.some((e) => e.start <= entity.start && entity.end <= e.end);

/** Computed when first asked for. */
const lazy = <T extends object>(make: () => T): (() => T) => {
  let made: T | null = null;
  return () => {
    made ??= make();
    return made;
  };
};

const mayBeDate = (q: Quantity): boolean =>
  q.unit !== 'money' && !q.large && q.unit !== 'percent' && q.unit !== 'times';

/** 2026财年, 2026财年第二财季 */
/** "Nvidia Q1 FY27", "Microsoft FY2026 Q4 results": the fiscal quarter whose neighbours a text names without their year. */
function fiscalOfTitle(title: string): string | null {
  const found = FISCAL_TITLE.exec(title);
  const [, quarter = found?.[4], year = found?.[3]] = found ?? [];
  return quarter === undefined || year === undefined ? null : `FY${year.length === 2 ? '20' : ''}${year}-Q${quarter}`;
}
const FISCAL_TITLE =
  /\bq([1-4]),? (?:of )?(?:fy|fiscal) ?'?(20\d\d|\d\d)\b|\b(?:fy|fiscal) ?'?(20\d\d|\d\d)[ -]?q([1-4])\b/i;
const FISCAL = /^ ?(?:财年|会计年度|财政年度)(?:(?:第|q) ?([一二三四1-4]))?/;
/** 2026年第三季度, 截至2026年9月30日的第三季度 */
const CALENDAR = /^ ?年 ?(?:\d{1,2} ?月 ?\d{1,2} ?日 ?止?的?)?第([一二三四1-4])季度/;
const merge = (figures: readonly Quantity[], relatives: readonly Quantity[]): Quantity[] => {
  if (relatives.length === 0) return [...figures];
  // 8折: the bare digit is part of the word.
  const kept = figures.filter(
    (f) => f.unit !== 'number' || f.large || !relatives.some((r) => r.start <= f.start && f.end < r.end),
  );
  return [...kept, ...relatives.filter((r) => !kept.some((f) => r.start < f.end && f.start < r.end))].sort(
    (a, b) => a.start - b.start,
  );
};
