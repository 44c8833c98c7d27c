import type { Article } from '../analysis.ts';
import { carriedSubject } from '../carried-subject.ts';
import { CHIP_MAKERS } from '../chip-makers.ts';
import { clauseAt } from '../context.ts';
import { coordinated } from '../coordinated.ts';
import { isActor } from '../entities.ts';
import type { Quantity } from '../quantity.ts';
import type { Reading } from '../reading.ts';
import { acts } from '../roles.ts';
import type { Subject } from '../source-subject.ts';

// For whom chips and power are that another makes or supplies.

const MAKES =
  /\bship|deliver|\bplac(?:e|es|ed|ing)\b|produc|sell|sold|output|make|order|suppl|出货|[出造产卖]了|生产|量产|交付|产能|目标|产量|销|订单/;

/** "deliver 6 GW of GPUs to OpenAI": the one who gets them. */
export function recipientOf(reading: Reading, q: Quantity): string | null {
  const supplied = reading.entities.find(
    (e) =>
      isActor(e) &&
      e.end <= q.start &&
      /(?:suppl(?:y|ies)|supplied|provide|provides|equip|equips) (?:the )?$/.test(
        reading.text.slice(Math.max(0, e.start - 14), e.start),
      ) &&
      /^ with (?:(?:the |its )?(?:[\w-]+ ){1,4}(?:for|to fill|to run|worth) )?(?:about |some |up to |over |at least |more than )*$/.test(
        reading.text.slice(e.end, q.start),
      ),
  );
  if (supplied) return supplied.slug;
  // 协助OpenAI打造至少10吉瓦的算力中心: the one who is helped.
  const helped = reading.entities.find(
    (e) =>
      isActor(e) &&
      e.end <= q.start &&
      (/(?:协助|帮助|助力) ?$/.test(reading.text.slice(Math.max(0, e.start - 3), e.start)) ||
        // 谷歌云将为甲提供5吉瓦: who is named before it has them.
        (/为 ?$/.test(reading.text.slice(Math.max(0, e.start - 2), e.start)) &&
          !reading.entities.some((other) => isActor(other) && other.end <= e.start && other.slug !== e.slug))) &&
      /^ ?(?:打造|建设|建置|部署|新建|建成|搭建|提供)[^,，。;；]{0,12}$/.test(reading.text.slice(e.end, q.start)),
  );
  if (helped) return helped.slug;
  // 英伟达向Humain交付1.8万颗GB300
  const receiver = reading.entities.findLast(
    (e) =>
      isActor(e) &&
      e.end <= q.start &&
      /[向给](?:沙特|阿联酋|美国|日本|韩国|印度|英国|法国|德国|中国)?的? ?$/.test(
        reading.text.slice(Math.max(0, e.start - 6), e.start),
      ) &&
      /^ ?(?:交付|供应|供货|提供|出售|出货|发货|运送|卖出|输送)[^,，。;；]{0,14}$/.test(
        reading.text.slice(e.end, q.start),
      ),
  );
  if (receiver) return receiver.slug;
  // "agreed to give Anthropic sole use of Colossus 1: 220,000 GPUs and 300 megawatts"
  const user = reading.entities.find(
    (e) =>
      isActor(e) &&
      e.end <= q.start &&
      HANDS.test(reading.text.slice(Math.max(0, e.start - 12), e.start)) &&
      USE_OF.test(reading.text.slice(e.end, q.start)),
  );
  if (user) return user.slug;
  // "The pact gives Anthropic five gigawatts"
  const given = reading.entities.findLast((e) => isActor(e) && e.end <= q.start);
  if (
    given &&
    HANDS.test(reading.text.slice(Math.max(0, given.start - 12), given.start)) &&
    /^(?:, [^,;.]{3,40},)? (?:access to |the use of |up to |about |around |some |over |more than |nearly |another |an? (?:further|additional|extra) )*$/.test(
      reading.text.slice(given.end, q.start),
    )
  )
    return given.slug;
  const after = reading.entities.find((e) => isActor(e) && e.start >= q.end);
  if (!after) return null;
  const gap = reading.text.slice(q.end, after.start);
  return (/^[^,;]{0,70}\bto (?:the )?$/.test(gap) &&
    /deliver|suppl|ship|provid|sell|sold|leas|rent|attribut|assign|allocat|award|credit|grant|hand/.test(
      reading.text.slice(0, q.start),
    )) ||
    (GOES_TO.test(gap) && !reading.entities.some((e) => e.kind === 'organisation' && e.end <= q.start))
    ? after.slug
    : null;
}

const HANDS =
  /\b(?:sells?|sold|selling|gives?|gave|given|giving|hands?|handed|handing|grant(?:s|ed|ing)?|brings?|offers?|guarantees?) (?:the )?$/;
const USE_OF =
  /^ (?:the )?(?:exclusive |sole |full |priority |first |long-term )*(?:use of|access to|control of|rights? to|run of|all of|the whole of) [^;.]{3,160}$/;

/** "3,000 H200s, all of which go to X" */
const GOES_TO =
  /^[^;.]{0,40}?,? (?:(?:will|is to|are to|is|are|was|were|all of (?:which|them|it)) )*(?:go(?:es|ing)?|went|allotted|reserved|earmarked|destined|bound|meant|intended) (?:[a-z]+ly )?(?:to|for) (?:the )?$/;

/** 谷歌和博通会陆续给它接上3.5吉瓦: the one spoken of gets it. */
export const servedAbove = (article: Article, reading: Reading, from: number, q: Quantity): string | undefined =>
  SERVES.test(reading.text.slice(from, q.start)) ? carriedSubject(article, reading, 4)?.slugs[0] : undefined;
const SERVES =
  /[给为替帮]它(?!们)[^,，。;；]*$|\b(?:suppl(?:y|ies|ied)|provid(?:e|es|ed)|equip(?:s|ped)?) it with [^,;]*$/;

/** "It intends to order 20,000 of them": where only the maker was named last, the house above that makes no chips. */
export function buyerAbove(article: Article, reading: Reading, { how, slugs }: Subject): string | null {
  if (how !== 'carried' || !CHIP_MAKERS.has(slugs[0] ?? '') || !BUYS.test(reading.text)) return null;
  for (const i of article.thread.before(reading.index, 6)) {
    const house = article.entitiesOf(i).find((e) => isActor(e) && !CHIP_MAKERS.has(e.slug));
    if (house) return house.slug;
  }
  return null;
}
const BUYS =
  /\b(?:it|they|the (?:company|group|firm|operator|provider|buyer)) (?:[a-z]+ ){0,4}(?:order|buy|bought|purchas|install|deploy|rent|leas|acquir|receiv)/;

/** "投放英伟达与昇腾加速卡": the maker names the cards; who installs them stands before, or above. */
export function buyerBefore(article: Article, reading: Reading, q: Quantity, subject: Subject): string | null {
  const maker = subject.slugs[0];
  if (maker === undefined || !CHIP_MAKERS.has(maker)) return null;
  const received = RECEIVED.test(reading.text.slice(q.end, q.end + 80));
  if (received || (q.unit === 'watts' && SUPPLIES.test(reading.text.slice(0, q.start))))
    return carriedSubject(article, reading, 4)?.slugs.find((slug) => !CHIP_MAKERS.has(slug)) ?? houseAround(article);
  // "AMD and Meta have agreed to deploy 6 gigawatts of AMD GPUs": the one of the two that makes none.
  const first = reading.entities.find((e) => isActor(e) && e.slug === maker);
  const both = first && DEPLOYS.test(reading.text.slice(first.end, q.start)) ? coordinated(reading, first) : [];
  const user = both.length === 2 ? both.find((e) => !CHIP_MAKERS.has(e.slug)) : undefined;
  if (user) return user.slug;
  if (MAKES.test(reading.text)) return null;
  const named = reading.entities.filter((e) => e.slug === maker && e.end <= q.end).at(-1);
  // "- Cerebras: 750 MW for OpenAI": who labels a line, and for whom it works.
  if (named && named.start <= 4 && /^[*_]*:/.test(reading.text.slice(named.end))) return servedBehind(reading, q);
  const [from] = clauseAt(reading, q.start);
  const verb = reading.cues.find((cue) => cue.kind === 'deploy' && cue.start >= from);
  if (named && ((verb && named.start < verb.start) || acts(reading.text, named))) return null;
  const buyer = reading.entities.find((e) => isActor(e) && e.end <= q.start && !CHIP_MAKERS.has(e.slug));
  return buyer?.slug ?? carriedSubject(article, reading, 3)?.slugs.find((slug) => !CHIP_MAKERS.has(slug)) ?? null;
}

/** "750 MW for OpenAI": for whom it is; null where the words right behind do not say. */
const servedBehind = ({ text, entities }: Reading, { end }: Quantity): string | null =>
  entities.find(
    (e) => e.kind === 'organisation' && e.start >= end && /^ (?:[\w-]+ ){0,3}for $/.test(text.slice(end, e.start)),
  )?.slug ?? null;

const DEPLOYS =
  /\b(?:to|will|would|jointly|together) (?:jointly )?(?:deploy|build|develop|install|stand up|bring online)\b[^;]*$/;

/** "More than 60,000 Nvidia GB200 chips have been delivered to the site": whoever made them. */
const RECEIVED =
  /^(?: [\w-]+){0,4} (?:have|has|had|were|was|are|is|will be|to be)(?: been| being| now| already)* (?:delivered|shipped|sent|handed over|supplied|installed) (?:to|at|in)\b/;
/** "AMD had signed up to supply 6 gigawatts of its GPUs": power is had by who gets the chips. */
const SUPPLIES = /\b(?:suppl(?:y|ies|ied|ying)|provid(?:e|es|ed|ing)|sell|sells|sold|deliver(?:s|ed|ing)?)\b[^,;]*$/;
/** The one house that the title names, where it makes no chips. */
const houseAround = (article: Article): string | null => {
  const slugs = new Set(article.titleEntities.filter(isActor).map((e) => e.slug));
  const [slug] = slugs;
  return slugs.size === 1 && slug !== undefined && !CHIP_MAKERS.has(slug) ? slug : null;
};
