import type { Document } from '../../../infra/contracts/document.ts';
import { Alternatives } from './alternatives.ts';
import { withAnswers } from './answers.ts';
import { type Block, splitBlocks } from './blocks.ts';
import { countAgainAt, talliedAt } from './counts-again.ts';
import { scanDates } from './dates.ts';
import { DOMAIN, type Entity, findEntities } from './entities.ts';
import { isFiller } from './fillers.ts';
import { findCues } from './lexicon.ts';
import { moneyAgain } from './money-again.ts';
import { inMoneyBelow, moneyBelow } from './money-below.ts';
import { publishedDay } from './published-day.ts';
import { scanQuantities } from './quantities.ts';
import type { Quantity } from './quantity.ts';
import { Reading } from './reading.ts';
import { scanRelative } from './relative.ts';
import { clauseEnds, type Sentence, splitSentences } from './sentences.ts';
import { withListUnit } from './shared-list.ts';
import { findVersions, mayNameVersions, versionsOf } from './short-names.ts';
import { findStrangers, strangeHouses } from './strange-houses.ts';
import { fold, isWide, matches, narrow } from './text.ts';
import { unwrapped, wrapsOf } from './unwrap.ts';

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
  entitiesOf(index: number): readonly Entity[];
  /** Names in a stretch that need not be a sentence, as a cell of a table; offsets into the text. */
  namesIn(start: number, end: number): readonly Entity[];
  reading(index: number): Reading;
}

const SAME_PERIOD =
  /^[^,，]{0,6}(?:同期)|^(?:a year (?:ago|earlier)|in the (?:same|year-ago|prior-year) (?:period|quarter))/;

/** A year of ours, no part of a sum. */
const YEAR = /(?<![\d$€£¥.,])20[0-4]\d(?![\d%]|[.,]\d| ?年[初底末])/g;
const DOMAIN_WORDS = new Alternatives([['domain', DOMAIN.source]]);
/** So much of a text opens it, in UTF-16 units. */
const OPENING = 600;
/** This many words of AI or cloud, and the article is about it. */
const STRONG = 3;

export function openArticle(document: Document): Article {
  const wraps = wrapsOf(document.body);
  const body = unwrapped(document.body, wraps);
  const folded = fold(body);
  const title = fold(document.title ?? '');
  const blocks = splitBlocks(folded);
  const sentences = blocks.flatMap((block, i) =>
    withAnswers(
      folded,
      splitSentences(folded, body, block, i).filter(
        ({ start, end }) => block.kind !== 'paragraph' || !isFiller(folded, body, start, end),
      ),
    ),
  );
  /** Words of AI or cloud, counted up to STRONG. */
  const words = DOMAIN_WORDS.all(folded, STRONG).length;
  const inDomain =
    words > 0 ||
    document.provider !== null ||
    // Cloud storage, without the word cloud.
    /\begress\b|\bgi?b-month|object storage/.test(folded) ||
    DOMAIN.test(title) ||
    // Capital spending of a house we know is data centres.
    (/capital (?:expenditures?|spending|outlays?|budgets?)|capex/.test(folded) &&
      findEntities(folded, document.body, 0, Math.min(folded.length, 4000), true).some(
        (e) => e.kind === 'organisation',
      )) ||
    findEntities(folded, document.body, 0, Math.min(folded.length, 4000), false).some((e) => e.kind !== 'reporter');
  const strongDomain = words >= STRONG;
  const published = publishedDay(document);
  const wide = isWide(folded);
  const titleEntities = findEntities(title, document.title ?? '', 0, title.length, inDomain, `${title}\n${folded}`);
  /** Models whose maker the title or the opening names, and the text then leaves out: "V4 Pro". */
  const versions = lazy(() => {
    const opening = Math.min(folded.length, OPENING);
    const named = mayNameVersions(folded.slice(0, opening))
      ? findEntities(folded, document.body, 0, opening, inDomain)
      : [];
    return new Map([...versionsOf(folded, named), ...versionsOf(title, titleEntities)]);
  });
  const strangers = lazy(() => strangeHouses(folded, body, inDomain));
  const names = new Map<number, readonly Entity[]>();
  const readings = new Map<number, Reading>();

  const entitiesOf = (index: number): readonly Entity[] => {
    const known = names.get(index);
    if (known) return known;
    const sentence = sentences[index];
    if (!sentence) return [];
    const named = findEntities(folded, document.body, sentence.start, sentence.end, inDomain);
    const others = [
      ...findVersions(folded, sentence.start, sentence.end, versions(), named),
      ...findStrangers(folded, body, sentence.start, sentence.end, strangers(), named),
    ];
    const found = (others.length === 0 ? named : [...named, ...others].sort((a, b) => a.start - b.start)).map(
      ({ start, end, slug, kind }) => ({ start: start - sentence.start, end: end - sentence.start, slug, kind }),
    );
    names.set(index, found);
    return found;
  };
  const namesIn = (start: number, end: number): readonly Entity[] => {
    const named = findEntities(folded, body, start, end, true);
    return named.length > 0 ? named : findStrangers(folded, body, start, end, strangers(), named);
  };
  /** For every sentence, the last year named before it, so that "the second quarter" finds its year. */
  const yearsBefore = lazy(() => {
    const years = matches(YEAR, folded);
    let next = 0;
    return sentences.map((sentence) => {
      while (next < years.length && (years[next]?.index ?? 0) < sentence.start) next++;
      return years[next - 1] ?? null;
    });
  });
  const aroundArticle = lazy(() => ({
    year:
      /20[0-4]\d/.exec(title)?.[0] ??
      /(?<!\d)20[0-4]\d(?!\d)/.exec(document.url)?.[0] ??
      (published ?? /20[0-4]\d/.exec(folded.slice(0, 600))?.[0])?.slice(0, 4) ??
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
  const below = moneyBelow(folded);
  const inBelow = (text: string, start: number, quantities: Quantity[]): Quantity[] =>
    below ? inMoneyBelow(text, start, quantities, below) : quantities;
  /** The period the sentence before speaks of, for one that begins with 去年同期 or "a year earlier". */
  const periodAbove = (index: number): string | null =>
    index > 0 && sentences[index - 1]?.block === sentences[index]?.block
      ? (reading(index - 1).dates.findLast((d) => !d.comparison && !d.newsDay && d.grain !== 'day')?.iso ?? null)
      : null;
  const reading = (index: number): Reading => {
    const known = readings.get(index);
    if (known) return known;
    const sentence = sentences[index];
    if (!sentence) throw new Error(`The article has no sentence ${index}.`);
    const cut = folded.slice(sentence.start, sentence.end);
    const text = wide ? narrow(cut) : cut;
    const original = body.slice(sentence.start, sentence.end);
    /** The money the sentence before counts in; null where it counts none, or stands in another block. */
    const moneyAbove = (): string | null =>
      index > 0 && sentences[index - 1]?.block === sentence.block
        ? (reading(index - 1).quantities.findLast((q) => q.unit === 'money')?.currency ?? null)
        : null;
    /** What the sentence before counts; null where it counts no chips and no power, or stands in another block. */
    const items = [sentence.block, sentences[index - 1]?.block ?? -1].every((at) => blocks[at]?.kind === 'bullet');
    const countAbove = (): Quantity | null =>
      index > 0 && (sentences[index - 1]?.block === sentence.block || items)
        ? (reading(index - 1).quantities.findLast((q) => q.unit === 'chips' || q.unit === 'watts') ?? null)
        : null;
    /** The sentence before speaks of chips. */
    const chipAbove = (): boolean =>
      index > 0 &&
      sentences[index - 1]?.block === sentence.block &&
      entitiesOf(index - 1).some((e) => e.kind === 'chip');
    const made: Reading = new Reading(sentence, index, text, original, {
      quantities: () =>
        withListUnit(
          text,
          inBelow(
            text,
            sentence.start,
            inheritUnits(
              text,
              merge(scanQuantities(text), scanRelative(text)),
              made.entities,
              moneyAbove,
              countAbove,
              chipAbove,
            ),
          ),
          made.entities,
        ).filter(
          (q) =>
            !made.entities.some((e) => q.start >= e.start && q.start < e.end) &&
            !(mayBeDate(q) && made.dates.some((d) => q.start >= d.start && q.start < d.end)),
        ),
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
  return {
    document,
    folded,
    blocks,
    sentences,
    inDomain,
    strongDomain,
    published,
    titleEntities,
    titleText: title,
    entitiesOf,
    namesIn,
    reading,
  };
}

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
const FISCAL = /^ ?(?:财年|会计年度|财政年度)(?:(?:第|q) ?([一二三四1-4]))?/;
/** 2026年第三季度, 截至2026年9月30日的第三季度 */
const CALENDAR = /^ ?年 ?(?:\d{1,2} ?月 ?\d{1,2} ?日 ?止?的?)?第([一二三四1-4])季度/;
const EXPECTED = /(?:预期|预测|预估|前值|上年同期|去年同期|上季度?|上一?季)(?:的|为|约|是|:|：)*$/;
const SPENT = new RegExp(`${EXPECTED.source}|(?:花了?|投了?|砸了?|开支|收入|营收|利润)(?:大约|约|近|超|为|达|了)*$`);

/** "9.4 billion yuan, of which AI infrastructure was 5.1 billion", "fell to 5.6 billion yuan from 7.7 billion" */
const PART_OR_BEFORE =
  /\bof (?:which|that|this),? [\w' -]{2,40} (?:was|were|is|are|came to|made up|accounted for|contributed) (?:about |some |over )?$|(?:[a-z]|[)%]) (?:from|against|versus|compared with) (?:about |just |some )?$/;
const GROWN_TO =
  /\b(?:(?:doubled|tripled|quadrupled|expanded|scaled|enlarged|upgraded|grown|grew)(?: up)?|capacity|size|fleet|cluster|count|number|total|that|it|them|this)(?: of it)? to (?:about |around |some |nearly |over |more than |at least |up to )?["“]?$/;
const GROWN_BY =
  /^["”]?(?:[,.;)]| ?\(|$| (?:within|in|by|over|this|next|before|once|when|later|soon|early|during|at)\b)/;

/** "600,000 processors in 2026, up from about 300,000": a bare number compared with a count is one of the same things. */
const inheritUnits = (
  text: string,
  quantities: readonly Quantity[],
  entities: readonly Entity[],
  moneyAbove: () => string | null,
  countAbove: () => Quantity | null,
  chipAbove: () => boolean,
): Quantity[] =>
  quantities.map((q, i) => {
    if (
      q.unit === 'number' &&
      text.startsWith(' units', q.end) &&
      /^ units\b/.test(text.slice(q.end, q.end + 7)) &&
      (/\bchips?\b|accelerator|processor/.test(text.slice(0, q.start)) || entities.some((e) => e.kind === 'chip'))
    )
      return { ...q, unit: 'chips' };
    // 0.05元/GB/月(原0.06): what it was before is counted as what it is.
    const last = quantities[i - 1];
    if (
      q.unit === 'number' &&
      last?.unit === 'money' &&
      last.rate &&
      !q.large &&
      /^ ?[(,，] ?(?:原价?|原为|原来|此前为?|之前为?) ?$|^,? (?:down|up|cut|raised|reduced|instead of|rather than|against)(?: from)? $|^ ?[(,] ?(?:was|from|previously|formerly|once) $/.test(
        text.slice(Math.max(last.end, last.rate.end), q.start),
      ) &&
      /^ ?(?:[),，。;；]|\.?$|\. )/.test(text.slice(q.end))
    )
      return { ...q, unit: 'money', currency: last.currency, rate: { ...last.rate, start: q.end, end: q.end } };
    if (q.unit !== 'number' || q.start === 0 || Number(q.min ?? q.max) < 1000) return q;
    if (q.start === talliedAt(text)) {
      const counted = countAbove();
      return counted?.unit === 'chips' ? { ...q, unit: 'chips' } : q;
    }
    if (q.start === countAgainAt(text)) {
      const counted = countAbove();
      return counted ? { ...q, unit: counted.unit } : q;
    }
    // 营收816亿美元,预期788亿: what was expected is counted in the same money.
    const told = (Number(q.min ?? q.max) >= 1e9 ? SPENT : EXPECTED).test(
      text.slice(Math.max(0, q.start - 12), q.start),
    );
    if (q.large && told) {
      const money = quantities.slice(0, i).findLast((other) => other.unit === 'money');
      // 微软当季投了349亿。: nothing is counted there, so it is the money of the sentence before.
      const currency = money?.currency ?? (/^ ?(?:[,，。;；]|$)/.test(text.slice(q.end)) ? moneyAbove() : null);
      if (currency !== null) return { ...q, unit: 'money', currency };
    }
    // 资本开支183亿美元，其中约158亿投向AI: a part is counted in the same money.
    const part =
      q.large &&
      /其中,?(?:有|约|近|超过?|逾)*$/.test(text.slice(Math.max(0, q.start - 8), q.start)) &&
      /^ ?(?:投向|投入|用于|用来|流向|来自|将?用|[,，。;；]|$)/.test(text.slice(q.end))
        ? last
        : undefined;
    if (part?.unit === 'money') return { ...q, unit: 'money', currency: part.currency };
    // "160 billion yuan, 85 billion of it for processors": a part is counted in the same money.
    const whole = q.large && /^ of (?:it|that|which|this)\b/.test(text.slice(q.end, q.end + 10));
    const sum =
      whole || (q.large && PART_OR_BEFORE.test(text.slice(Math.max(0, q.start - 60), q.start)))
        ? quantities.slice(0, i).findLast((other) => other.unit === 'money')
        : undefined;
    if (sum) return { ...q, unit: 'money', currency: sum.currency };
    const again = moneyAgain(text, quantities, i, moneyAbove);
    if (again !== null) return { ...q, unit: 'money', currency: again };
    const like = quantities.slice(0, i).findLast((other) => other.unit === 'chips' || other.unit === 'watts');
    const compared =
      /(?:\bfrom|\bagainst|\bversus|\bthan(?: the)?|\bout of(?: a total of)?|compared with|较|高于|此前的|去年的) (?:about |some |roughly |around |just |only |over |nearly )?$|(?:从|由|较)$/.test(
        text.slice(Math.max(0, q.start - 28), q.start),
      );
    // "100,000 GPUs, and would double capacity to 200,000 within months"
    const grown = GROWN_TO.test(text.slice(Math.max(0, q.start - 48), q.start)) && GROWN_BY.test(text.slice(q.end));
    // "a million of them": of the chips just named.
    if (/^ of (?:them|these|those)\b(?! (?:who|people))/.test(text.slice(q.end, q.end + 20))) {
      const meant =
        quantities.slice(0, i).findLast((other) => other.unit === 'chips') ??
        (quantities.slice(0, i).some((other) => other.unit === 'tokens' || other.unit === 'money')
          ? null
          : countAbove());
      if (meant?.unit === 'chips' || (meant === null && chipAbove())) return { ...q, unit: 'chips', noun: null };
    }
    // "200k (50k H200s)": of which so many are of one kind.
    const next = quantities[i + 1];
    if (next?.unit === 'chips' && !q.large && /^ ?\($/.test(text.slice(q.end, next.start)))
      return { ...q, unit: 'chips', noun: next.noun };
    const listed = entities.some(
      (e) =>
        e.end <= q.start &&
        /^ (?:with |at )?(?:about |some |around )?$/.test(text.slice(e.end, q.start)) &&
        /(?:\band|,|，|、|和) ?$/.test(text.slice(0, e.start)),
    );
    const dated =
      /(?:\band|\bfor|\bto|,|，|、|和) ?(?:about |some |around |约)?$/.test(
        text.slice(Math.max(0, q.start - 12), q.start),
      ) && /^ (?:in|by) 20\d\d/.test(text.slice(q.end, q.end + 9));
    return like &&
      (((compared || listed || dated) && q.start - like.end < (dated ? 90 : 60)) || (grown && like.unit === 'chips'))
      ? { ...q, unit: like.unit, noun: like.noun }
      : q;
  });

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
