import type { Article } from '../analysis.ts';
import { carriedSubject } from '../carried-subject.ts';
import { isActor } from '../entities.ts';
import type { Quantity } from '../quantity.ts';
import type { Reading } from '../reading.ts';
import type { Subject } from '../source-subject.ts';
import { firstPerson, speakerOf } from '../speaker.ts';
import { hasHan } from '../text.ts';
import { hostInTitle } from './host-of-title.ts';
import { HOSTS, isHouse, isShelf, ledBy, MAKERS, onShelf } from './hosts.ts';
import { sellerOfCard } from './rate-card.ts';

const ON = /\b(?:on|via|through|in|inside|from|by) (?:the )?$/;

/** What a line says that prices stand under. */
const PRICES_BELOW =
  /\bpric|\brates?\b|\bper (?:1?m\b|million|hour|gpu)|\/(?:1?m|h(?:ou)?r)\b|\busd\b|\bserverless\b|\bon-demand\b|\btokens?\b|价|报价|资费|收费|计费/;

/** "GroqCloud, on-demand, USD per million tokens" over a list of others' models: the host whose list it is; null elsewhere. */
function hostOfList(article: Article, reading: Reading): string | null {
  if (article.blocks[reading.block]?.kind !== 'bullet') return null;
  let above = reading.index;
  while (article.blocks[article.sentences[above]?.block ?? -1]?.kind === 'bullet') above--;
  const line = article.sentences[above];
  // "New rates for Corvane's endpoints", "As of today:"
  if (!line || !article.entitiesOf(above).some(isActor)) return hostInTitle(article);
  if (line.end - line.start > 120) return null;
  const text = article.folded.slice(line.start, line.end);
  if (!PRICES_BELOW.test(text)) return null;
  const [host, ...others] = new Set(
    article
      .entitiesOf(above)
      .filter(isActor)
      .map((e) => e.slug),
  );
  return host !== undefined && others.length === 0 && HOSTS.has(host) ? host : null;
}

const OFFERED =
  /\b(?:availab\w+|launch\w*|arriv\w*|comes? to|coming to|offer\w*|host\w*|serv(?:es?|ed|ing)|live|now|run\w*|add(?:s|ed)?|access\w*)\b/;

/** "Claude Opus 5 is now available in Amazon Bedrock." above: the host whose prices the sentences below it tell. */
function hostAbove(article: Article, reading: Reading, maker: string | undefined): string | null {
  const title = { text: article.titleText, entities: article.titleEntities };
  const above = [title];
  for (const i of article.thread.before(reading.index, 4)) {
    const sentence = article.sentences[i];
    if (sentence)
      above.unshift({ text: article.folded.slice(sentence.start, sentence.end), entities: article.entitiesOf(i) });
  }
  for (const { text, entities } of above.reverse()) {
    const shelf = entities.find((e) => HOSTS.has(e.slug) && onShelf(text, e));
    if (shelf) return shelf.slug;
    if (!OFFERED.test(text)) continue;
    const product = entities.find((e) => e.kind === 'product' && (maker === undefined || e.slug === maker));
    const host = entities.find((e) => HOSTS.has(e.slug) && e.slug !== product?.slug && ledBy(text, e, ON));
    if (product && host) return host.slug;
  }
  return null;
}

/** "Groq has added GPT-OSS at $0.25." above, in its paragraph: the host that took a model of another maker onto its list, which prices the next ones as well. */
function listerAbove(article: Article, reading: Reading): string | null {
  if (hasHan(reading.text) || BESIDE_LIST.test(reading.text)) return null;
  for (const i of article.thread.before(reading.index, 3)) {
    if (article.sentences[i]?.block !== reading.block) return null;
    const { text, entities } = article.reading(i);
    const lister = entities.find(
      (e) => isHouse(text, e) && HOSTS.has(e.slug) && !MAKERS.has(e.slug) && ADDS.test(text.slice(e.end, e.end + 40)),
    );
    const charging = entities.find(
      (e) =>
        isShelf(text, e) && HOSTS.has(e.slug) && !MAKERS.has(e.slug) && CHARGES.test(text.slice(e.end, e.end + 90)),
    );
    if (charging) return charging.slug;
    if (lister && entities.some((e) => e.kind === 'product' && e.slug !== lister.slug && e.start > lister.end))
      return lister.slug;
    if (entities.some((e) => isHouse(text, e))) return null;
  }
  return null;
}
const ADDS =
  /^(?:['’]s [a-z]+)?,? (?:has |have |had |now |also |today |this week |just )*(?:add(?:s|ed)|host(?:s|ed)|serv(?:es|ed)|put(?:s)? (?:up|on)|launch(?:es|ed) (?:support|hosting)|br(?:ings|ought)|carr(?:ies|ied)|lists?|listed|deploy(?:s|ed)|onboard(?:s|ed)) /;
/** "Workers AI now charges per token.", "Together has brought cache prices to its serverless tier." */
const CHARGES =
  /^ (?:now |also |will |still )*(?:charges?|bills?|prices?) (?:by|per|for|all|its|every)\b|^ [^,;:$€£¥]{3,60}\b(?:on|across|to|for|of|in) its (?:own )?(?:serverless|inference|hosted|shared|dedicated|endpoints?|apis?|catalogu?e|platform|model)\b/;
/** Another's price, set beside those of the list. */
const BESIDE_LIST =
  /\b(?:compar\w+|versus|vs|than|against(?! [$€£¥]\d)|undercut\w*|elsewhere|official|own api|direct(?:ly)?|itself|makers?)\b/;

/**
 * Who sells where the sentence names at most the maker of what is sold: the house that says "we", the host whose own page this
 * is, the host it was said to have come to. Null where the maker itself sells.
 */
export function resellerOf(article: Article, reading: Reading, q: Quantity, maker: Subject): string | null {
  const speaking = firstPerson(article, reading, q.start);
  if (speaking) return speaking;
  const slug = maker.slugs[0];
  // `openai/gpt-oss-120b`: whose the model is, no house that acts.
  const here = reading.entities.some(
    (e) => e.kind === 'organisation' && e.slug === slug && !/^[/-][\w@]/.test(reading.text.slice(e.end, e.end + 2)),
  );
  if (here) return null;
  const speaker = speakerOf(article);
  if (speaker && !MAKERS.has(speaker)) return speaker;
  // "Second, SambaNova. It halved MiniMax M2.5 to $0.30": the host spoken of.
  const carried = IT_PRICES.test(reading.text) ? carriedSubject(article, reading, 2)?.slugs[0] : undefined;
  if (carried !== undefined && HOSTS.has(carried) && !MAKERS.has(carried)) return carried;
  return (
    hostOfList(article, reading) ??
    sellerOfCard(article, reading, HOSTS) ??
    hostAbove(article, reading, slug) ??
    listerAbove(article, reading) ??
    (SERVED.test(reading.text) || maker.how === 'carried' ? hostInTitle(article) : null)
  );
}

const IT_PRICES =
  /^(?:it|they) (?:also |has |have |had |then |now |just )*(?:halv|cut|lower|rais|doubl|trim|slash|pric|list|charg|sell|sold|offer|put|took|drop|mov|serv|host|add)[a-z]*\b/;

/** What a host does with another's model. */
const SERVED =
  /\b(?:serverless|endpoints?|dedicated|hosted|served|serving|inference|on-demand|throughput|fine-tuning|fine-tuned)\b/;
