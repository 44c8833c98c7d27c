import type { Article } from './analysis.ts';
import type { Draft } from './draft.ts';
import type { Quantity } from './quantity.ts';
import type { Reading } from './reading.ts';
import { sentenceAt } from './sentences.ts';
import { hasHan } from './text.ts';

type Period = NonNullable<Draft['period']> | null;

/** So far around a figure its period may be told, in UTF-16 units. */
const REACH = 70;
const NO_AGO = '(?! (?:ago|earlier|before|later))';
/** Right behind a sum: "$2 billion a year", "over the year as a whole", "annualised". */
const YEAR_BEHIND = new RegExp(
  `^(?: or more)?(?: of)?(?: [a-z-]+){0,4}? ?(?:\\b(?:a|per|each|every) year${NO_AGO}\\b|\\bannually\\b|\\bon an annual(?:i[sz]ed)? basis\\b|\\bannuali[sz]ed\\b|\\bannual (?:revenue|run[- ]rate|pace|rate)\\b)|^,? (?:over|in|for) the (?:full |whole |entire |fiscal )?year(?: as a whole| through| to [a-z]+ 20\\d\\d)?(?=[,.;]|$)|^,? over (?:the (?:past|last) )?(?:four quarters|twelve months|12 months)\\b`,
);
/** Before it: "at an annual rate of", "full-year capex guidance to", "over the past four quarters" */
const YEAR_BEFORE =
  /\b(?:annual|annuali[sz]ed|yearly|trailing[- ](?:twelve|12)[- ]months?|ttm|full-year|on an annual basis|over the (?:past|last) (?:four quarters|twelve months|12 months|year)|(?:budget|spending|guidance|capex|outlook|plan|forecast) for the (?:full |whole |fiscal )?year)\b[^.;$€£¥]*$/;
const QUARTER_BEHIND =
  /^(?: [a-z-]+){0,3} (?:in|of|for) (?:a|its|the) (?:single|latest|most recent|last|current|[a-z]+-[a-z]+) quarter\b|^(?: [a-z-]+){0,3} (?:a|per|each|every) quarter\b|^[^.;$€£¥]{0,40} (?:in|for|over) the (?:(?:last|first|final) three months of (?:20\d\d|the year)|(?:january|april|july|october)(?:-| to |–)(?:march|june|september|december) (?:period|quarter|months))\b/;
const QUARTER_BEFORE =
  /\b(?:quarterly|q[1-4]|in the same (?:three months|quarter)|the [a-z]+ quarter alone)\b(?! (?:20\d\d )?(?:calls?|results?|earnings|reports?|filings?)\b)(?![^.;]*\b(?:trailing|ttm|annual|full-year))[^.;,$€£¥]*$/;
/** Years from the one to the other: what is pledged for all of them. */
const YEARS =
  /^[^.;$€£¥]{0,50}? (?:over|across|for|within) (?:the |about |around |a )?(?:(?:next|coming|past|last) )?(?:several|two|three|four|five|six|seven|eight|ten|\d+)[- ]years?\b|^[^.;$€£¥]{0,60}? (?:between 20\d\d and|from 20\d\d to|since 20\d\d)\b|^[^.;$€£¥]{0,50}? through (?:the end of )?(?:calendar )?20(?:2[6-9]|3\d)\b/;
const STOCK = /\b(?:backlog|rpo|performance obligations|commitments|order book|contracted revenue)\b/i;

const FROM_TO = /^ to (?:about |around |roughly |nearly |some )?$/;
/** What a house guides to is a year's where no quarter is told. */
const GUIDED = /\b(?:guidance|range|outlook|forecast|budget|plan)s?\b/i;

/** The period that the words right beside a sum in English tell, whatever the text reports on; else the one that was found. */
function periodTold(
  reading: Reading,
  { start, end, unit }: Quantity,
  others: readonly Quantity[],
  draft: Draft,
): Period {
  const { text } = reading;
  const found = draft.period ?? null;
  const last = others.findLast((q) => q.end <= start && q.unit === unit);
  // "from $35 billion to about $50 billion": what leads to the one leads to the other.
  if (last && FROM_TO.test(text.slice(last.end, start))) return periodTold(reading, { ...last, end }, others, draft);
  const from = Math.max(0, start - REACH, last?.end ?? 0);
  const to = Math.min(end + REACH + 20, others.find((q) => q.start >= end && q.unit === unit)?.start ?? text.length);
  const [before, behind] = [text.slice(from, start), text.slice(end, to)];
  if (draft.metric === 'other' && STOCK.test(draft.object ?? '')) return 'total';
  if ((draft.metric === 'investment' || draft.metric === 'other') && YEARS.test(behind)) return 'total';
  if (YEAR_BEHIND.test(behind)) return 'year';
  if (QUARTER_BEHIND.test(behind)) return 'quarter';
  // "expects $54 billion in Q3 revenue and $3 trillion in AI spending by 2030": a market of a year is no quarter's.
  if (QUARTER_BEFORE.test(before) && !(draft.kind === 'market_size' && /^\d{4}$/.test(draft.asOf ?? '')))
    return 'quarter';
  if (draft.metric !== 'investment' && YEAR_BEFORE.test(before)) return 'year';
  if (draft.metric === 'capex' && (found === null || found === 'total') && GUIDED.test(before)) return 'year';
  return found;
}

/** Sums of English texts, each of the period that the words beside it tell. */
export function withPeriods(article: Article, drafts: readonly Draft[]): Draft[] {
  return drafts.map((draft) => {
    if ((draft.kind !== 'financial' && draft.kind !== 'market_size') || draft.valueStart === undefined) return draft;
    const index = sentenceAt(article.sentences, draft.valueStart);
    if (article.blocks[article.sentences[index]?.block ?? -1]?.kind === 'row') return draft;
    const reading = article.reading(index);
    const at = draft.valueStart - reading.start;
    const q = reading.quantities.find((each) => each.start <= at && each.end > at);
    if (!q || hasHan(reading.text)) return draft;
    const period = periodTold(reading, q, reading.quantities, draft);
    return period === (draft.period ?? null) ? draft : { ...draft, period };
  });
}
