import { fold } from '../../normalise/fold.ts';
import { PLAN_NAME } from './names.ts';

/** A card is read no further than this. */
const LONGEST = 45;
/** Rows of a table are shorter, in words and in lines. */
const FEATURE = /(?:\S+ ){3}\S/;

const MONEY = /^(?:[A-Z]{2,3} ?)?\p{Sc} ?\d|^\d[\d.,]* ?(?:\p{Sc}|元|円|원|USD|EUR|CNY)/u;
/** What an amount of a plan stands beside: "/month", "Per unit / hr". */
const PERIOD = /^(?:\/|per\b|a\b|each\b|每)|(?:\/|per ) ?(?:mo(?:nth)?|year|yr|user|seat|hr|hour)\b|[\/每](?:月|年)/i;
const ASKS = /^(?:custom|contact|talk to|let['’]s talk|get a quote|联系|定制)/i;
/** "Everything in", "Pro": the name stands in a sentence. */
const LEADS_ON = /\b(?:in|the|from|to|with|on|of|and|or|for|your|our)$|[,:(]$/i;
const GOES_ON = /^(?:[,.;:)]|plans?\b|tier\b|plus\b|and\b|or\b|to\b|users?\b)/i;

/**
 * Cards of plans in a text copy of a page, which has lost what set their titles apart: lines that are the name of a plan, "Starter", "Pro", each
 * over what it costs and what it comes with. By their first line, one past the last.
 */
export function planCards(lines: readonly string[]): ReadonlyMap<number, number> {
  const texts = lines.map(fold);
  const filled = texts.flatMap((text, at) => (text === '' ? [] : [at]));
  const names = filled.filter(
    (at, place) =>
      PLAN_NAME.test(texts[at] ?? '') &&
      !LEADS_ON.test(texts[filled[place - 1] ?? -1] ?? '') &&
      !GOES_ON.test(texts[filled[place + 1] ?? -1] ?? ''),
  );
  const cards = names.flatMap((start, place) => {
    const end = Math.min(names[place + 1] ?? lines.length, start + LONGEST);
    const inside = filled.filter((at) => at > start && at < end).map((at) => texts[at] ?? '');
    const priced = inside.some(
      (text, at) => MONEY.test(text) && (PERIOD.test(text) || PERIOD.test(inside[at + 1] ?? '')),
    );
    return priced || ASKS.test(inside[0] ?? '') ? [{ start, end, priced, inside }] : [];
  });
  const sold = cards.filter(({ priced }) => priced);
  const areCards = sold.filter(({ inside }) => inside.some((text) => FEATURE.test(text))).length > 1;
  if (!areCards || new Set(sold.map(({ start }) => texts[start])).size < 2) return new Map();
  const longest = Math.max(...sold.slice(0, -1).map(({ start, end }) => end - start));
  return new Map(cards.map(({ start, end }) => [start, Math.min(end, start + longest)]));
}
