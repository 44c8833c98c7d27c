import { PURE_MAKERS } from '../chip-makers.ts';
import { clauseAt } from '../context.ts';
import { type Entity, isActor } from '../entities.ts';
import { cloudOf } from '../families.ts';
import type { Quantity } from '../quantity.ts';
import type { Reading } from '../reading.ts';
import { isClientOf } from '../roles.ts';
import { hasHan } from '../text.ts';
import { HOSTS, isHouse, isPlatform, isShelf, ledBy, MAKERS, onShelf } from './hosts.ts';

const COMPARED = /(?:than|versus|vs\.?|unlike|against|to) (?:on |what |the )?$/;

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
    (e) => isShelf(text, e) && HOSTS.has(cloudOf(e.slug)) && RESELLS.test(behindAside(text, e.end).slice(0, 30)),
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
        // 优刻得上调20%；智谱的GLM Coding Plan涨30%: behind the semicolon somebody else is spoken of.
        !(hasHan(text) && /[;；]/.test(text.slice(e.end, product.start))) &&
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
    !reading.entities.some(
      (e) => isHouse(text, e) && !PURE_MAKERS.has(e.slug) && e.start > lister.end && e.end <= q.start,
    )
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

/** "a WEKA filesystem", "an Nvidia card": a house that only says of which make a thing is. */
const isOfAKind = (text: string, { start, end }: Entity): boolean =>
  /\ban? $/.test(text.slice(Math.max(0, start - 4), start)) && /^ [a-z]{3,}/.test(text.slice(end, end + 5));

/** "SiliconFlow, which hosts open models, now offers": what stands behind a name and an aside that explains it. */
const behindAside = (text: string, end: number): string =>
  text.slice(end, end + 120).replace(/^, [^,;.:\d]{3,70},(?= )/, '');

const RESELLS =
  /^ (?:now |also |already |still |will )?(?:sells?|resells?|hosts?|serves?|offers?|lists?|rents?|runs?|sold|hosted|served|offered|prices?) /;

const LISTS =
  /\b(?:lower|cut|slash|rais|charg|bill|pric|list|rate|offer|host|serv|add|launch|sell|drop|reduc|hik|trim)[a-z]*\b[^;.]*$/;
