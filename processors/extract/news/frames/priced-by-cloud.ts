import type { Article } from '../analysis.ts';
import { isActor } from '../entities.ts';
import { cloudOf } from '../families.ts';
import { lastAsked } from '../last-asked.ts';
import { HOSTS, isPlatform, MAKERS } from './hosts.ts';

/** Behind the name of a cloud or its platform. */
const PRICES =
  /^(?:['’]s)? (?:openai |service |ai |model |token |api )*(?:pricing|prices|price list|costs?|bills?|rates)\b/;
/** Before it. */
const PRICES_ON =
  /\b(?:pricing|prices|costs?|bills?|rates|paying) (?:on|for|of|at|in|with|through|via) (?:amazon |google |microsoft )?$/;

/**
 * "Azure OpenAI pricing looks simple. GPT-4: $0.01 per 1,000 input tokens": the cloud whose prices a text says it is about, which sells
 * what others make, where it names no other seller, and the makers by their models only. Null elsewhere.
 */
export const cloudPriced = lastAsked((article: Article): string | null => {
  const spans = [-1, ...article.sentences.keys()];
  // Who else is named matters only where a sentence says so: most texts have none.
  if (!spans.some((i) => SAYS_PRICES.test(textOf(article, i)) && housesIn(article, i).some(({ priced }) => priced)))
    return null;
  let cloud: string | null = null;
  for (const { slug, isHost } of spans.flatMap((i) => housesIn(article, i))) {
    if (!isHost || (cloud !== null && cloud !== slug)) return null;
    cloud = slug;
  }
  return cloud;
});
const SAYS_PRICES = /\b(?:pricing|prices|price list|costs?|bills?|rates|paying)\b/;

/** The title at -1. */
const textOf = (article: Article, i: number): string => {
  const { start, end } = article.sentences[i] ?? { start: 0, end: 0 };
  return i < 0 ? article.titleText : article.folded.slice(start, end);
};

/** The clouds that a sentence names, and whether for their prices; and the makers. */
function housesIn(article: Article, i: number): { slug: string; isHost: boolean; priced: boolean }[] {
  const text = textOf(article, i);
  return (i < 0 ? article.titleEntities : article.entitiesOf(i)).filter(isActor).flatMap((e) => {
    const slug = cloudOf(e.slug);
    if (HOSTS.has(slug) && (e.kind === 'organisation' || isPlatform(text, e)))
      return {
        slug,
        isHost: true,
        priced:
          PRICES.test(text.slice(e.end, e.end + 50)) || PRICES_ON.test(text.slice(Math.max(0, e.start - 40), e.start)),
      };
    return e.kind === 'organisation' && MAKERS.has(slug) ? { slug, isHost: false, priced: false } : [];
  });
}
