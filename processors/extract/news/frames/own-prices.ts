import type { Article } from '../analysis.ts';
import type { Entity } from '../entities.ts';
import type { Reading } from '../reading.ts';
import { soleOrganisation } from '../source-subject.ts';

/** What kind of prices a house may have of its own, before the word. */
const KINDS =
  '(?:monthly|hourly|yearly|annual|list|base|regular|standard|existing|current|on-demand|renewal|server|instance|vps|cloud|storage|hosting|api|token|subscription|set-?up|bandwidth|egress|traffic|backup|snapshot|support|gpu|bare[- ]metal|dedicated)';
const PRICES = /^(?:prices|pricing|fees|rates|tariffs|charges)\b/;
/** Nobody else's prices: a clause begins with them, or with when. */
const OPENS = new RegExp(
  `(?:^|[,;:.] ?|[-–—] |\\b(?:when|after|since|as|that|and|but|because|while|whose) )(?:the |its |their |all |most |these |those )*(?:${KINDS} )*$`,
);
const KIND_BEFORE = new RegExp(`\\b(${KINDS} )+$`);
const WHEN = /\b(?:when|after|since|because|while) $/;
const ABOUT_PRICES = /pric|\bfees?\b|\brates?\b|\bcosts?\b|charg|tariff|dear|cheap|expensive/;

/**
 * "April 1, when monthly prices went up" under "Hetzner puts a price on change": prices of nobody else are those of the one house that
 * a title about prices names, or the sentence before, where that speaks of them, or that a text names alone; undefined elsewhere.
 */
export function ownPrices(article: Article, { index, block }: Reading, text: string, at: number): string | undefined {
  if (!PRICES.test(text.slice(at)) || !OPENS.test(text.slice(0, at))) return undefined;
  const above = article.thread.above(index);
  const told = article.sentences[above]?.block === block && above < index ? article.reading(above) : null;
  const said = told && ABOUT_PRICES.test(told.text) ? onlyHouse(told.entities) : undefined;
  if (said !== undefined) return said;
  const titled = onlyHouse(article.titleEntities);
  if (titled === undefined || ABOUT_PRICES.test(article.titleText)) return titled;
  // "Didn't prices go up already this year? They did. Monthly rates rose": asked right above, of the only house of the text.
  return pricesAbove(article, index) && soleOrganisation(article) === titled ? titled : undefined;
}

const DEARER = /^(?:get|got|becom|grow|turn)/;
const WARES =
  /(?:^|[,;:.] ?|[-–—] |\b(?:the|all|most|some|its|their|your|and|but|that) )(?:[\w-]+ ){0,4}(?:servers?|instances?|vps|machines|droplets?|plans?|volumes?|snapshots?|backups?|storage|traffic|bandwidth|egress|load balancers?|gpus?|clusters?|nodes|vms|subscriptions?)(?: (?:will|are|is|also|now|soon|both|all|going|to|be))* $/;

/** "Got the mail from Hetzner. Short version: CX servers get dearer": what is sold moves, in a text that names one house alone; undefined elsewhere. */
export const ownWares = (article: Article, text: string, at: number): string | undefined =>
  DEARER.test(text.slice(at)) && WARES.test(text.slice(0, at)) ? (soleOrganisation(article) ?? undefined) : undefined;

/** So far above prices may have been spoken of, in sentences. */
const REACH = 4;
function pricesAbove({ folded, sentences }: Article, index: number): boolean {
  const from = sentences[Math.max(0, index - REACH)]?.start ?? 0;
  return ABOUT_PRICES.test(folded.slice(from, sentences[index]?.start ?? from));
}

function onlyHouse(entities: readonly Entity[]): string | undefined {
  const [house, ...others] = new Set(entities.filter((e) => e.kind === 'organisation').map((e) => e.slug));
  return others.length === 0 ? house : undefined;
}

/** Where "monthly prices" begins, which a clause says to move; null where it says no kind of prices, undefined where it has another noun. */
export function kindOfPrices(text: string, at: number): number | null | undefined {
  if (!PRICES.test(text.slice(at))) return undefined;
  const before = text.slice(0, at);
  const kind = KIND_BEFORE.exec(before);
  return kind ? kind.index : WHEN.test(before) ? null : undefined;
}
