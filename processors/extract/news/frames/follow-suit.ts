import type { Article } from '../analysis.ts';
import { attributionOf } from '../attribution.ts';
import { coordinated } from '../coordinated.ts';
import type { Draft } from '../draft.ts';
import { isActor } from '../entities.ts';
import { HYPOTHETICAL, NEGATED } from '../lexicon.ts';
import type { Reading } from '../reading.ts';
import { effectiveDate } from './effective.ts';
import { quoteAround } from './quote.ts';
import { sellerOf } from './seller-of.ts';

const FOLLOWED =
  /\b(?:did the same|do(?:es|ing)? the same|follow(?:s|ed|ing)? (?:suit|the same (?:trend|path|trajectory|pattern|direction|course|curve)|with (?:a|its|their) (?:own )?(?:cut|hike|increase|rise|reduction)s?)|followed(?= (?:a|one|two|three|four|five|several) (?:day|week|month|hour)s? later| on (?:mon|tues|wednes|thurs|fri|satur|sun)day| in (?:(?:early|mid|late)[ -])?(?:january|february|march|april|may|june|july|august|september|october|november|december)\b| (?:within|soon|shortly)\b|\.$)|follows(?=\.$)|(?:match|copi|mirror)(?:ed|es) (?:it|that|the (?:cut|move|hike|increase|rise|reduction|step))|(?:put|mark(?:ed)?) theirs (?:up|down)|(?:rais|hik|increas|lift|cut|slash|lower|reduc|trim)(?:ed|t)? theirs(?! (?:by|to|from)\b))\b/;
/** Between the name of who follows and the verb. */
const ADVERBS =
  /^(?:,? (?:has|have|since|both|all|each|then|soon|quickly|also|promptly|later|duly|is|are|itself|in turn|today),?)* $/;
const UNSURE = /\b(?:may|might|could|would|should|will|expected|likely|unlikely|whether)\b/;

/** True where a sentence may tell that somebody did what was told before it. */
export const followsSuit = (text: string): boolean => FOLLOWED.test(text);

/** "OpenAI cut prices, and Azure did the same", "Fireworks followed suit on Friday.": who moves prices the way another just did. */
export function readFollowSuit(
  article: Article,
  reading: Reading,
  own: readonly Draft[],
  before: Draft | null,
): Draft[] {
  const { text } = reading;
  const match = FOLLOWED.exec(text);
  if (!match || NEGATED.test(text) || HYPOTHETICAL.test(text)) return [];
  const cards = cardsFollow(article, reading, before, match);
  if (cards.length > 0 || UNSURE.test(text.slice(0, match.index))) return cards;
  const model = own.findLast((draft) => draft.kind === 'price_change') ?? moveAbove(article, reading, before);
  const last = reading.entities.findLast((e) => isActor(e) && e.end <= match.index);
  if (!model || !last || !ADVERBS.test(text.slice(last.end, match.index))) return [];
  const [quoteStart, quoteEnd] = quoteAround(reading, last.start, match.index + match[0].length);
  return coordinated(reading, last).flatMap((e) => {
    const slug = sellerOf(article, reading, e.slug);
    if (own.some((draft) => draft.kind === 'price_change' && draft.subject === slug)) return [];
    return [
      {
        kind: 'price_change' as const,
        rule: 'price.follow-suit',
        quoteStart,
        quoteEnd,
        subject: slug,
        object: reading.original.slice(e.start, e.end),
        direction: model.direction ?? null,
        min: null,
        max: null,
        unit: null,
        effective: effectiveDate(article, reading, null),
        asOf: reading.dates.find((d) => !d.comparison)?.iso ?? null,
        status: 'actual' as const,
        attribution: attributionOf(article, reading, slug),
        reasons: ['does as another did'],
        confidence: 0.65,
      },
    ];
  });
}

/** The change of price that the sentence before tells; null where it tells none. */
const moveAbove = (article: Article, { index }: Reading, before: Draft | null): Draft | null =>
  before?.kind === 'price_change' &&
  before.quoteEnd > (article.sentences[article.thread.above(index)]?.start ?? Number.POSITIVE_INFINITY)
    ? before
    : null;

/** Up to the verb: whose prices they are. */
const PRICES_OF =
  /^(?:[ ,/]|and|then|later|soon|newer|older|the|cards?|gpus?|instances?)*(?: |-)(?:prices?|pricing|rents?|rentals?|rates?) (?:(?:is|are|have|has|should|will|would|expected|forecast|likely|set|also|now|then|to|widely|soon|already|be|been|projected) )*$/;
const EXPECTED = /\b(?:should|will|would|expected|forecast|likely|set|projected)\b/;

/** "H200 and later B200 prices are expected to follow the same trend": cards that go, or are to go, the way that another's price just went. */
function cardsFollow(article: Article, reading: Reading, before: Draft | null, match: RegExpExecArray): Draft[] {
  const { text, entities } = reading;
  const model = moveAbove(article, reading, before);
  const chips = entities.filter((e) => e.kind === 'chip' && e.end <= match.index);
  const last = chips.at(-1);
  const said = last && PRICES_OF.exec(text.slice(last.end, match.index));
  if (!model || !last || !said) return [];
  const [quoteStart, quoteEnd] = quoteAround(reading, last.start, match.index + match[0].length);
  return chips
    .filter((e) => e === last || JOINED.test(text.slice(e.end, last.start)))
    .map((e) => ({
      kind: 'price_change' as const,
      rule: 'price.follow-suit',
      quoteStart,
      quoteEnd,
      subject: null,
      object: reading.original.slice(e.start, e.end),
      direction: model.direction ?? null,
      min: null,
      max: null,
      unit: null,
      effective: null,
      asOf: null,
      status: EXPECTED.test(said[0]) ? ('forecast' as const) : ('actual' as const),
      attribution: null,
      reasons: ['goes as another did'],
      confidence: 0.6,
    }));
}
const JOINED = /^(?:[ ,/]|and|then|later|soon|[a-z]\w*\d+\w*)+$/;
