import type { Quantity } from '../quantity.ts';
import type { Reading } from '../reading.ts';
import { PRICE } from './price-words.ts';
import { SPEAKS_OF_PRICES } from './prices-spoken-of.ts';

/** "Qwen-Plus和Qwen-Max分别降价80%和50%": as many products joined before as percentages, in their order. */
export function inTurn(
  { text, original, entities }: Reading,
  percents: readonly Quantity[],
  q: Quantity,
): string | null {
  const said = text.lastIndexOf('分别', q.start);
  const listed = percents.filter((p) => p.start > said);
  if (said < 0 || listed.length < 2) return null;
  const products = entities
    .filter((e) => (e.kind === 'product' || e.kind === 'chip') && e.end <= said)
    .slice(-listed.length);
  const joined = products.every((e, i) => {
    const next = products[i + 1];
    return next === undefined || /^ ?[、和与及,，] ?$/.test(text.slice(e.end, next.start));
  });
  const own = products[listed.indexOf(q)];
  return joined && products.length === listed.length && own ? original.slice(own.start, own.end) : null;
}

/** "cut its API prices by up to 90%: images down 80%, speech down 70%, ...": an item of what the words before the colon say of prices. */
export function itemOfPrices(text: string, { start }: Quantity): boolean {
  const colon = text.lastIndexOf(': ', start);
  return (
    colon > 0 &&
    SPEAKS_OF_PRICES(text.slice(0, colon)) &&
    /^(?:[^,;.]{1,40}(?: (?:down|up)(?: by)?)? [\d.]+ ?%(?:,|;)? (?:and )?)*[^,;.]{1,40}(?: (?:down|up)(?: by)?)? $/.test(
      text.slice(colon + 2, start),
    )
  );
}

/** "Prices drop 60% on input tokens, 50% on output tokens": the next item of what the sentence said of prices. */
export function goesOnAsListed({ text, quantities }: Reading, q: Quantity): boolean {
  const before = quantities[quantities.indexOf(q) - 1];
  return (
    before?.unit === 'percent' &&
    q.unit === 'percent' &&
    /^ (?:on|for|off|in|across|to) [^,;.]{2,40}(?:,|,? and) (?:by )?$/.test(text.slice(before.end, q.start)) &&
    /^ (?:on|for|off|in|across|to) (?!\d)/.test(text.slice(q.end)) &&
    PRICE.test(text.slice(0, q.start))
  );
}
