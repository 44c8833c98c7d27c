import type { Article } from './analysis.ts';
import type { Draft } from './draft.ts';

// Old prices under one label, new ones under the next: "调整前：", "调整后："; "### Old prices", "### New prices".

const BEFORE =
  /^(?:(?:价格?)?(?:调整|调价|涨价|降价|变更|更新)之?前|(?:原|旧)(?:价格?|定价|费率|资费)|此前|before|old|previous|current)/;
const AFTER =
  /^(?:(?:价格?)?(?:调整|调价|涨价|降价|变更|更新)之?后|(?:现|新)(?:价格?|定价|费率|资费)|现在|after|new|effective)/;
const OF_PRICES = /^[^\d]{0,14}$|价|费|pric|rates?\b|fees?\b|cost|20\d\d|\d ?月/;
const MARKS = /^[\s#>*_•·-]+|[\s*_:：]+$/g;
/** A label is no longer than this, marks aside. */
const LABEL = 36;

type Side = 'before' | 'after' | null;

/** Which side of a change the lines under each label are of: where it begins, in order. */
function sidesOf(article: Article): { readonly start: number; readonly side: Side }[] {
  const found: { start: number; side: Side }[] = [];
  for (const { kind, start, end } of article.blocks) {
    if (kind !== 'heading' && kind !== 'paragraph') continue;
    const text = article.folded.slice(start, end);
    const label = text.replace(MARKS, '');
    if (kind === 'paragraph' && (label.length > LABEL || !/[:：][\s*_]*$|[*_]$/.test(text))) continue;
    const side =
      label.length > LABEL || !OF_PRICES.test(label)
        ? null
        : BEFORE.test(label)
          ? 'before'
          : AFTER.test(label)
            ? 'after'
            : null;
    found.push({ start, side });
  }
  return found;
}

const keyOf = (d: Draft): string => [d.object?.toLowerCase(), d.meter, d.unit, d.per].join('|');

/** Prices under a label of what was and one of what is become changes, each with its old price; others stay as they are. */
export function pairedBySection(article: Article, drafts: readonly Draft[]): readonly Draft[] {
  if (!drafts.some((d) => d.kind === 'price_quote')) return drafts;
  const sides = sidesOf(article);
  if (!sides.some(({ side }) => side === 'before')) return drafts;
  const sideOf = (d: Draft): Side => sides.findLast(({ start }) => start <= d.quoteStart)?.side ?? null;
  const quotes = drafts.filter((d) => d.kind === 'price_quote' && d.min !== null && d.min === d.max);
  const olds = new Map(quotes.filter((d) => sideOf(d) === 'before').map((d) => [keyOf(d), d]));
  const gone = new Set<Draft>();
  const now = new Map<Draft, Draft>();
  for (const quote of quotes) {
    const old = sideOf(quote) === 'after' ? olds.get(keyOf(quote)) : undefined;
    if (!old) continue;
    gone.add(old);
    if (old.min !== quote.min)
      now.set(quote, {
        ...quote,
        kind: 'price_change',
        direction: Number(quote.min) < Number(old.min) ? 'decrease' : 'increase',
        oldValue: old.min,
      });
  }
  return drafts.filter((d) => !gone.has(d)).map((d) => now.get(d) ?? d);
}
