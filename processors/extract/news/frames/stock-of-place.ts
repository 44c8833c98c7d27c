import type { Article } from '../analysis.ts';
import { placeSpokenOf } from '../place-spoken-of.ts';
import { longestFirst, PLACE_SLUGS } from '../places.ts';
import type { Quantity } from '../quantity.ts';
import type { Reading } from '../reading.ts';

const STOCK = new RegExp(
  `\\b(?:the (?:country|nation|kingdom|state|island)|(?<place>${longestFirst(PLACE_SLUGS.keys(), false)}))['’]s (?:[\\w-]+ ){0,3}?(?:stock|fleet|pool|installed base|inventory|tally|total|number)\\b(?: of (?<thing>(?:[\\w-]+ ){0,3}?(?:gpus|chips|accelerators|processors|cards)))?[^;.]*$`,
);
/** "Government: up to 50,000", an item of a list of who gets how many. */
const STATE_LABEL = /^[*_ ]*(?:the )?(?:government|state|public sector|ministry)[*_]*:/;

/** "Nvidia reckons the country's stock of GPUs will go to 300,000", "Government: 50,000": the country whose chips are counted, whoever counts them, and what they are called; null elsewhere. */
export function stockOfPlace(
  article: Article,
  reading: Reading,
  { start, unit }: Quantity,
): { readonly slug: string; readonly thing: string | null } | null {
  if (unit !== 'chips') return null;
  const lead = reading.text.slice(0, start);
  const label = STATE_LABEL.test(lead) ? placeSpokenOf(article, reading, 0) : null;
  if (label !== null) return { slug: label, thing: null };
  const match = /['’]s /.test(lead) ? STOCK.exec(lead) : null;
  if (!match) return null;
  const { place, thing } = match.groups ?? {};
  const slug = place === undefined ? placeSpokenOf(article, reading, match.index) : (PLACE_SLUGS.get(place) ?? null);
  if (slug === null) return null;
  const at = thing === undefined ? -1 : lead.indexOf(thing, match.index);
  return { slug, thing: at < 0 ? null : reading.original.slice(at, at + (thing ?? '').length) };
}
