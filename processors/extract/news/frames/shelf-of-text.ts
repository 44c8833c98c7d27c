import type { Article } from '../analysis.ts';
import { type Entity, isActor } from '../entities.ts';
import { cloudOf } from '../families.ts';
import { lastAsked } from '../last-asked.ts';
import type { Quantity } from '../quantity.ts';
import type { Reading } from '../reading.ts';
import { hasHan } from '../text.ts';
import { HOSTS, isPlatform } from './hosts.ts';

/** So many sentences at the head of a text may introduce the host it is about. */
const OPENING = 6;
/** What a host does with the models of others. */
const SHELVES =
  /(?:提供|上线|上架|接入|托管|部署|收录|集成|引入)[^,，。;；]{0,16}(?:模型|api)|上面有|(?:第三方|其[他它余]|别家|各家|开源)(?:的)?大?模型/;
const TAKES_IN = /^[^,，。;；]{0,8}(?:上线|上架|接入|托管|部署|收录|集成|引入)/;
/** The maker's own price. */
const OFFICIAL = /官方|官网|原厂|直连/;

/** The one host that a title leads with and whose shelf of others' models the title or the opening speaks of; null where there is none. */
const hostOfText = lastAsked((article: Article): string | null => {
  const { titleText, titleEntities } = article;
  const first = titleEntities.find(isActor);
  if (!first || first.start > 4 || !hasHan(titleText)) return null;
  const host = cloudOf(first.slug);
  if (!HOSTS.has(host) || (first.kind === 'product' && !isPlatform(titleText, first))) return null;
  const others = titleEntities.filter((e) => isActor(e) && cloudOf(e.slug) !== host);
  if (others.some((e) => HOSTS.has(cloudOf(e.slug)))) return null;
  if (others.length > 0 && TAKES_IN.test(titleText.slice(first.end))) return host;
  for (let i = 0; i < Math.min(OPENING, article.sentences.length); i++) {
    const { text, entities } = article.reading(i);
    if (SHELVES.test(text)) return host;
    const named = entities.find((e) => isActor(e) && cloudOf(e.slug) === host);
    if (named && TAKES_IN.test(text.slice(named.end)) && entities.some((e) => isOther(e, host) && e.start > named.end))
      return host;
  }
  return null;
});

const isOther = (e: Entity, host: string): boolean => isActor(e) && cloudOf(e.slug) !== host;

/**
 * "腾讯云上线GLM-5 … GLM-5每百万token输入3元，和智谱官网持平": in Chinese, the host whose shelf a text is about, where the sentence names no more
 * than the model it prices, or its maker behind the price, to compare; null elsewhere.
 */
export function shelfOfText(article: Article, reading: Reading, q: Quantity, maker: string | undefined): string | null {
  if (maker === undefined || !hasHan(reading.text)) return null;
  const host = hostOfText(article);
  if (host === null || cloudOf(maker) === host || OFFICIAL.test(reading.text.slice(0, q.start))) return null;
  const above = article.sentences[reading.index - 1];
  if (above?.block === reading.block && OFFICIAL.test(article.folded.slice(above.start, above.end))) return null;
  const housed = reading.entities.some(
    (e) => e.kind === 'organisation' && e.end <= q.start && !/\d/.test(reading.text.slice(e.end, e.end + 4)),
  );
  return housed ? null : host;
}
