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
  let [cloud, said]: [string | null, boolean] = [null, false];
  for (let i = -1; i < article.sentences.length; i++) {
    const start = article.sentences[i]?.start ?? 0;
    const end = article.sentences[i]?.end ?? 0;
    const text = i < 0 ? article.titleText : article.folded.slice(start, end);
    for (const e of i < 0 ? article.titleEntities : article.entitiesOf(i)) {
      if (!isActor(e)) continue;
      const slug = cloudOf(e.slug);
      if (HOSTS.has(slug) && (e.kind === 'organisation' || isPlatform(text, e))) {
        if (cloud !== null && cloud !== slug) return null;
        cloud = slug;
        said ||=
          PRICES.test(text.slice(e.end, e.end + 50)) || PRICES_ON.test(text.slice(Math.max(0, e.start - 40), e.start));
      } else if (e.kind === 'organisation' && MAKERS.has(slug)) return null;
    }
  }
  return said ? cloud : null;
});
