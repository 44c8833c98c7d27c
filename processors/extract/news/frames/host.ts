import type { Article } from '../analysis.ts';
import { makesOnly } from '../chip-makers.ts';
import { clauseAt } from '../context.ts';
import { type Entity, isActor } from '../entities.ts';
import { cloudOf } from '../families.ts';
import type { Quantity } from '../quantity.ts';
import type { Reading } from '../reading.ts';
import { isClientOf } from '../roles.ts';
import type { Subject } from '../source-subject.ts';
import { firstPerson, speakerOf } from '../speaker.ts';
import { hasHan } from '../text.ts';
import { sellerOfCard } from './rate-card.ts';

/** Clouds and inference hosts sell other makers' models and chips: "Groq will do Whisper for $0.04". */
export const HOSTS = new Set([
  'aws',
  'azure',
  'google-cloud',
  'oracle-oci',
  'groq',
  'together',
  'fireworks',
  'openrouter',
  'vast-ai',
  'ollama',
  'siliconflow',
  'deepinfra',
  'novita',
  'cloudflare',
  'cerebras',
  'sambanova',
  'nebius',
  'baseten',
  'replicate',
  'ppio',
  'alibaba-cloud',
  'volcano-engine',
  'baidu-ai-cloud',
  'huawei-cloud',
  'tencent-cloud',
  'ucloud',
  'kingsoft-cloud',
  'jd-cloud',
  'github',
  'cursor',
  'poe',
  'vercel',
  'infinigence',
  'qiniu',
  'paratera',
  'china-telecom-cloud',
  'china-mobile-cloud',
  'china-unicom-cloud',
  'sensetime',
  'fal',
  'friendliai',
  'featherless-ai',
  'parasail',
  'venice-ai',
  'chutes',
  'wavespeed',
  'runware',
  'segmind',
  'gmi-cloud',
  'atlas-cloud',
  'scaleway',
  'ovhcloud',
  'digitalocean',
  'vultr',
  'nscale',
  'hyperbolic',
  'lambda-labs',
  'runpod',
  'snowflake',
  'databricks',
  'akamai',
  'inference-net',
  'requesty',
  'zenmux',
  'aihubmix',
  '302-ai',
  'hugging-face',
  'modal',
  'crusoe',
  'kluster-ai',
  'inspur-cloud',
  'baishan-cloud',
  'capital-online',
  'lanyun',
]);

/** They sell their own models only: on their pages another's price is a comparison. */
export const MAKERS = new Set([
  'openai',
  'anthropic',
  'xai',
  'deepseek',
  'moonshot',
  'zhipu',
  'minimax',
  'mistral',
  'stepfun',
  'meta',
  'cohere',
]);

const ON = /\b(?:on|via|through|in|inside|from|by) (?:the )?$/;
const COMPARED = /(?:than|versus|vs\.?|unlike|against|to) (?:on |what |the )?$/;

const ledBy = (text: string, e: Entity, pattern: RegExp): boolean =>
  pattern.test(text.slice(Math.max(0, e.start - 14), e.start));

/** "$2.79 on Vast.ai", "$5 input and $25 output via Bedrock": who sells, said behind the price. */
export function sellerBehind(reading: Reading, q: Quantity): Entity | undefined {
  const { text, entities } = reading;
  const end = q.rate && q.rate.end > q.end ? q.rate.end : q.end;
  const beside = entities.find(
    (e) =>
      e.kind === 'organisation' &&
      e.start >= end &&
      // "$15.92 per hour with AMD's MI300X"
      !makesOnly(reading, e) &&
      /^(?: (?:going |coming )?(?:in|out)\b(?:,? and [$€£]?[\d.]+(?: cents)? (?:going |coming )?out\b)?)? ?(?:, |\()?(?:on|at|from|with|via|through) (?:the )?$/.test(
        text.slice(end, e.start),
      ),
  );
  if (beside) return beside;
  const next = entities.find((e) => isActor(e) && e.start >= end);
  // "$0.60 for Kimi K2 on Fireworks"
  const host = next?.kind === 'product' ? entities[entities.indexOf(next) + 1] : undefined;
  if (
    next &&
    host &&
    HOSTS.has(host.slug) &&
    host.slug !== next.slug &&
    SUMS_FOR.test(text.slice(end, next.start)) &&
    /^(?: [\w.-]+){0,2} (?:on|via|through|at|from) (?:the )?$/.test(text.slice(next.end, host.start))
  )
    return host;
  const priced = entities.findLast((e) => e.end <= q.start && e.kind !== 'reporter');
  return next &&
    HOSTS.has(next.slug) &&
    priced?.slug !== next.slug &&
    !/[;；]|\. |\b(?:while|whereas|but)\b/.test(text.slice(end, next.start)) &&
    // "lists the 4090 at $0.69 and an A4000 on Vast.ai is $0.12": of the next one.
    !entities.some((e) => e.kind !== 'organisation' && e.start >= end && ANOTHER.test(text.slice(end, e.start))) &&
    /\b(?:on|via|through) (?:the )?$/.test(text.slice(end, next.start))
    ? next
    : undefined;
}

const ANOTHER = /^(?: (?:an?|per) hour)?,? and (?:an? |the )?$/;

/** Behind a sum the others of its row, and "for". */
const SUMS_FOR =
  /^(?:[ ,/]|and|cached|input|output|in|out|tokens?|per|a|million|[$€£¥]?\d[\d.]*|1?m(?:tok)?\b)* for (?:the |its )?$/;

/** A house itself, not a model that has its name ("DeepSeek-V4-Flash"). */
const isHouse = (text: string, e: Entity): boolean =>
  e.kind === 'organisation' && !/\d/.test(text.slice(e.start, e.end));

/** "硅基流动：DeepSeek-V4-Flash即日起免费": the host that a line is labelled with; undefined where a house stands behind it. */
export function hostLabel({ text, entities }: Reading, to: number): Entity | undefined {
  const label = entities[0];
  return label?.kind === 'organisation' &&
    label.start <= 4 &&
    HOSTS.has(label.slug) &&
    /^ ?[:：]/.test(text.slice(label.end)) &&
    !entities.some((e) => isHouse(text, e) && e.slug !== label.slug && e.end <= to)
    ? label
    : undefined;
}

/** 百炼平台上，TokenHub上的: a place where models are sold. */
const onShelf = (text: string, e: Entity): boolean =>
  /^ ?(?:平台|接口|官网)?上(?:[,，]|的|目前|现)/.test(text.slice(e.end, e.end + 8));

/** The host named in the clause before another maker's product, as an organisation or by the platform it runs on. */
export function hostOf(reading: Reading, q: Quantity): Entity | undefined {
  const { text } = reading;
  const [start] = clauseAt(reading, q.start);
  const left = reading.entities.filter((e) => e.end <= q.start);
  const product = left.at(-1);
  // "硅基流动：Qwen3.5 降价20%": the label names the host.
  const label = reading.entities[0];
  if (
    label &&
    isShelf(text, label) &&
    label.start <= 4 &&
    HOSTS.has(label.slug) &&
    /^[^;；]{0,40}[:：]/.test(text.slice(label.end, q.start)) &&
    !reading.entities.some((e) => isHouse(text, e) && e.slug !== label.slug && e.end <= q.start)
  )
    return label;
  // "SiliconFlow said its DeepSeek endpoints would be cheaper": of the one whose they are.
  const whose = product && /\b(?:its|their) (?:own )?$/.test(text.slice(0, product.start));
  const having =
    whose &&
    left.find((e) => isHouse(text, e) && HOSTS.has(e.slug) && e.slug !== product.slug && e.end < product.start);
  if (having) return having;
  // "Amazon sells Anthropic's Claude Sonnet at $3"
  const reseller = left.find(
    (e) => isShelf(text, e) && HOSTS.has(cloudOf(e.slug)) && RESELLS.test(text.slice(e.end, e.end + 30)),
  );
  if (
    reseller &&
    product &&
    (product.kind === 'product' || isOfAKind(text, product)) &&
    cloudOf(product.slug) !== cloudOf(reseller.slug) &&
    product.start > reseller.end
  )
    return reseller;
  const offering = hasHan(text) ? left.find((e) => offersAnothers(reading, e)) : undefined;
  if (offering) return offering;
  const inClause = left.filter((e) => e.start >= start);
  // A clause without a name ("..., $0.60 out") is about what the sentence named.
  const near = inClause.length > 0 ? inClause : left;
  if (product?.kind === 'product' && (product.start >= start || inClause.length === 0)) {
    const named = near.find(
      (e) =>
        e.kind === 'organisation' &&
        HOSTS.has(e.slug) &&
        e.slug !== product.slug &&
        !ledBy(text, e, COMPARED) &&
        !isClientOf(text, e.start),
    );
    if (named) return named;
    // 百度千帆 DeepSeek-V3.2输入价格由2元降为1.6元: the platform right before another maker's model.
    const platform = left.find(
      (e) => e.slug !== product.slug && isPlatform(text, e) && RIGHT_BEFORE.test(text.slice(e.end, product.start)),
    );
    if (platform) return platform;
  }
  // "Groq has lowered what it charges: Kimi K2 drops to $0.80, …": whose list it is.
  const colon = text.lastIndexOf(': ', q.start);
  const lister = reading.entities.find((e) => isHouse(text, e) && e.end <= colon);
  if (
    lister &&
    HOSTS.has(lister.slug) &&
    product?.kind === 'product' &&
    product.start > colon &&
    product.slug !== lister.slug &&
    LISTS.test(text.slice(0, colon)) &&
    !reading.entities.some((e) => isHouse(text, e) && e.start > lister.end && e.end <= q.start)
  )
    return lister;
  // "Azure OpenAI服务不在此列，GPT-5每百万…": the host the sentence opened with.
  const opener = reading.entities.find((e) => isActor(e) && e.end <= start);
  if (
    opener?.kind === 'organisation' &&
    HOSTS.has(opener.slug) &&
    product?.kind === 'product' &&
    product.slug !== opener.slug &&
    /[,，]/.test(text.slice(opener.end, product.start)) &&
    !inClause.some((e) => e.kind === 'organisation') &&
    hasHan(text) &&
    !/比|而|但|海外|[;；]/.test(text.slice(opener.end, product.start))
  )
    return opener;
  // "TokenHub上，GLM-5.2输入…；Kimi K3…": one platform for the whole list.
  const shelf = left.find((e) => HOSTS.has(e.slug) && onShelf(text, e));
  if (
    shelf &&
    product &&
    product.slug !== shelf.slug &&
    !left.some((e) => e.kind === 'organisation' && e.start > shelf.end)
  )
    return shelf;
  // "On Bedrock, Opus 5 is", "DeepSeek V4 via Fireworks costs": where it is sold.
  return left.find(
    (e) =>
      isActor(e) &&
      HOSTS.has(e.slug) &&
      ledBy(text, e, /\b(?:on|via|through) (?:the )?$/) &&
      !ledBy(text, e, /(?:than|based|focus\w*|built) on $/) &&
      !/[;；]/.test(text.slice(e.end, q.start)) &&
      left.some((other) => other.kind === 'product' && other.slug !== e.slug),
  );
}

/** "七牛云上线满血DeepSeek": a host that puts another maker's model on its shelf. */
function offersAnothers({ text, entities }: Reading, host: Entity): boolean {
  const next = entities[entities.indexOf(host) + 1];
  return (
    isHouse(text, host) &&
    HOSTS.has(host.slug) &&
    next !== undefined &&
    MAKERS.has(next.slug) &&
    SHELVES.test(text.slice(host.end, next.start))
  );
}
const SHELVES = /^[^,，。;；:：]{0,14}(?:上线|上架|接入|提供|部署|推出|支持|引入|首发|开放)了?[^,，。;；:：]{0,10}$/;

const RIGHT_BEFORE = /^(?:大?模型|服务|平台|上|的|版|全系| )*$/;

/** A host, or the platform it sells on: "Amazon Bedrock now offers Claude Haiku". */
const isShelf = (text: string, e: Entity): boolean => isHouse(text, e) || isPlatform(text, e);

/** A cloud's platform on which models of many makers are sold, by its own name. */
export const isPlatform = (text: string, e: Entity): boolean =>
  e.kind === 'product' &&
  /\b(?:bedrock|vertex|foundry|azure|model garden|workers ai|tokenhub|model studio|modelarts|qianfan|watsonx)|百炼|千帆|方舟/.test(
    text.slice(e.start, e.end),
  );

/** "a WEKA filesystem", "an Nvidia card": a house that only says of which make a thing is. */
const isOfAKind = (text: string, { start, end }: Entity): boolean =>
  /\ban? $/.test(text.slice(Math.max(0, start - 4), start)) && /^ [a-z]{3,}/.test(text.slice(end, end + 5));

const RESELLS =
  /^ (?:now |also |already |still |will )?(?:sells?|resells?|hosts?|serves?|offers?|lists?|rents?|runs?|sold|hosted|served|offered|prices?) /;

const LISTS =
  /\b(?:lower|cut|slash|rais|charg|bill|pric|list|rate|offer|host|serv|add|launch|sell|drop|reduc|hik|trim)[a-z]*\b[^;.]*$/;

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
        isShelf(text, e) && HOSTS.has(e.slug) && !MAKERS.has(e.slug) && CHARGES.test(text.slice(e.end, e.end + 30)),
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
/** "Workers AI now charges per token." */
const CHARGES = /^ (?:now |also |will |still )*(?:charges?|bills?|prices?) (?:by|per|for|all|its|every)\b/;
/** Another's price, set beside those of the list. */
const BESIDE_LIST =
  /\b(?:compar\w+|versus|vs|than|against|undercut\w*|elsewhere|official|own api|direct(?:ly)?|itself|makers?)\b/;

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
    (e) => e.kind === 'organisation' && e.slug === slug && !/^\/[\w@]/.test(reading.text.slice(e.end, e.end + 2)),
  );
  if (here) return null;
  const speaker = speakerOf(article);
  if (speaker && !MAKERS.has(speaker)) return speaker;
  return (
    hostOfList(article, reading) ??
    sellerOfCard(article, reading, HOSTS) ??
    hostAbove(article, reading, slug) ??
    listerAbove(article, reading) ??
    (SERVED.test(reading.text) ? hostInTitle(article) : null)
  );
}

const TITLE_OF_PRICES =
  /\b(?:pric|rates?\b|costs?\b|cheaper|cuts?\b|lower|rais|fees?\b|tariff|hike|rentals?\b|market (?:update|report|watch))|价|账单|[收计资]费|费用|租金/;

/** "Vultr cuts GPU prices": the one house that a title about prices names; null where it names several, or is about no prices. */
export function houseInTitle({ titleText, titleEntities }: Article): string | null {
  if (!TITLE_OF_PRICES.test(titleText)) return null;
  // "Workers AI: simpler prices": a platform stands for its house.
  const [house, ...others] = new Set(
    titleEntities.filter((e) => e.kind === 'organisation' || isPlatform(titleText, e)).map((e) => e.slug),
  );
  return house !== undefined && others.length === 0 ? house : null;
}

/** "Together AI: new rates": the host whose prices a title is of; null where it names another's model. */
export function hostInTitle(article: Article): string | null {
  const house = houseInTitle(article);
  return house !== null &&
    HOSTS.has(house) &&
    !article.titleEntities.some((e) => e.kind === 'product' && e.slug !== house)
    ? house
    : null;
}

/** What a host does with another's model. */
const SERVED = /\b(?:serverless|endpoints?|dedicated|hosted|served|serving|inference|on-demand|throughput)\b/;

/** "dearer than Cursor's Ultra plan, which costs $200": a relative clause tells of what stands right before it, whoever the sentence is about. */
export function ownerOfAntecedent({ text, entities }: Reading, q: Quantity): Entity | undefined {
  const which = text.lastIndexOf('which ', q.start);
  if (which < 0 || q.start - which > 48) return undefined;
  if (
    !/^which (?:\w+ ){0,2}(?:costs?|sells?|goes for|runs|starts (?:at|from)|is|lists?|charges?|asks?|takes|wants|bills|rents?|offers?)\b[^,;]*$/.test(
      text.slice(which, q.start),
    )
  )
    return undefined;
  const owner = entities.findLast((e) => isActor(e) && e.end <= which);
  return owner && /^(?:'s|’s)?(?: [\w.+-]+){0,6}, $/.test(text.slice(owner.end, which)) ? owner : undefined;
}
