import type { Article } from './analysis.ts';
import type { Draft } from './draft.ts';

// Prices over time, each with how far it is from the one before it.

/** "Jul '23:", "- September 2025 -": an item that begins with when. */
const WHEN =
  /^ *(?:[-*•] |\d{1,2}[.)] )?[*_]*(?:(?:early|mid|late|q[1-4]|h[12]|jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*\.?[ -]?)?(?:\d{1,2},? )?(?:'\d\d|20\d\d)(?:-\d\d){0,2}\b/;
/** "(-25%)", "(up 293%)", ", -9%", "(75% lower)": right behind a price. */
const MOVED =
  /^(?:[^\n()$€£¥\d,;]|1 ?[mk]\b){0,24}(?:[(,;] ?)(?<sign>[-−–+]|up |down |a )? ?(?<size>\d+(?:\.\d+)?) ?%(?: (?<word>lower|less|cheaper|off|cut|drop|decrease|higher|more|dearer|increase|rise|hike))?\)?(?![\w%])/;
const FALLS = /^(?:[-−–]|down |lower|less|cheaper|off|cut|drop|decrease)$/;
/** A rounded percentage may be off by so much. */
const NEAR = 1.5;

/** By how many percent the price that ends at an offset has moved, as the bracket behind it says; null where none does. */
function movedBy(article: Article, end: number): number | null {
  const { sign, size, word } = MOVED.exec(article.folded.slice(end, end + 60))?.groups ?? {};
  if (size === undefined || (sign === undefined && word === undefined)) return null;
  return FALLS.test(sign ?? '') || FALLS.test(word ?? '') ? -Number(size) : Number(size);
}

const lineOf = ({ folded }: Article, at: number): string => {
  const start = folded.lastIndexOf('\n', at - 1) + 1;
  return folded.slice(start, at);
};

/** "$8.55 an hour at GPU clouds and $14.24 at the hyperscalers, a 67% gap": what two kinds of sellers ask is no move. */
function ofTwoSellers({ folded }: Article, before: Draft, now: Draft): boolean {
  if (before.valueEnd === undefined || now.valueStart === undefined || now.valueEnd === undefined) return false;
  return (
    AT_ONE.test(folded.slice(before.valueEnd, now.valueStart)) &&
    AT_OTHER.test(folded.slice(now.valueEnd, now.valueEnd + 40))
  );
}
const AT_ONE =
  /^[^.;\n$€£¥]{0,24}\b(?:at|on|from|with) (?!launch|first|the (?:start|end|time))[a-z][^.;\n$€£¥]{2,50}(?:,? (?:and|but|versus|vs\.?|against|while)|,) (?:about |around |roughly |just )?$/;
const AT_OTHER = /^[^.;,\n$€£¥]{0,24}\b(?:at|on|from|with) (?!launch|first)[a-z]/;

/** Another price of the same thing, told just before. */
const isSameThing = (article: Article, before: Draft, now: Draft): boolean =>
  before.unit === now.unit &&
  before.meter === now.meter &&
  before.per === now.per &&
  before.subject === now.subject &&
  (before.object === now.object ||
    (WHEN.test(lineOf(article, before.valueStart ?? 0)) && WHEN.test(lineOf(article, now.valueStart ?? 0))));

/**
 * "- Mar '23: $0.002 - Jul '23: $0.0015 (-25%)": a price that the percentage behind it measures by the price before is a change
 * from that one. The two must bear the percentage out; a price with none stays a quote.
 */
export function withHistory(article: Article, drafts: readonly Draft[]): Draft[] {
  return drafts.map((now, i) => {
    const before = drafts[i - 1];
    if (now.kind !== 'price_quote' || before === undefined || before.min === null || now.min === null) return now;
    if (before.kind !== 'price_quote' || now.min !== now.max || !isSameThing(article, before, now)) return now;
    const said = now.valueEnd === undefined ? null : movedBy(article, now.valueEnd);
    const moved = (Number(now.min) / Number(before.min) - 1) * 100;
    if (said === null || Math.abs(said - moved) > NEAR || ofTwoSellers(article, before, now)) return now;
    return {
      ...now,
      kind: 'price_change',
      direction: said < 0 ? 'decrease' : 'increase',
      oldValue: before.min,
      growth: said,
      effective: now.asOf ?? null,
      asOf: null,
      reasons: [...now.reasons, 'from the price before it'],
    };
  });
}
