import type { Article } from '../analysis.ts';
import { isCompared } from '../compared-with.ts';
import { clauseAt } from '../context.ts';
import type { Entity } from '../entities.ts';
import type { Quantity } from '../quantity.ts';
import type { Reading } from '../reading.ts';
import type { Subject } from '../source-subject.ts';
import { fold, hasHan } from '../text.ts';
import { chipBehind } from './chip-behind.ts';
import { planOfBracket } from './named-by-bracket.ts';
import { actsOn, instanceName, objectBehind } from './noun-phrase.ts';
import {
  announcedThing,
  beforePriceNoun,
  behindBy,
  clauseHead,
  labelOf,
  latinName,
  movedThing,
  ownHead,
  phraseBehind,
  planNamed,
  pricedOf,
} from './object.ts';
import { offerBehind } from './offer-behind.ts';
import { ownerBehind } from './owner-behind.ts';
import { setBeside } from './set-beside.ts';
import { thingInstead } from './thing-instead.ts';
import { movedBehind } from './told-behind.ts';
import { topicModel } from './topic-model.ts';
import { isItemBeside } from './ware-above.ts';

/** "At $1,908 per year, Kimi's highest tier is ...": how far behind a price that opens the sentence its offer may be named. */
const priceThenName = ({ text }: Reading, q: Quantity): number =>
  /^(?:at|for|from) (?:about |just |only |around )?$/.test(text.slice(0, q.start))
    ? Math.min(text.length, q.end + 80)
    : 0;

/** What is priced: the product or chip named in the clause, the clause's own noun phrase, or the product spoken of. */
export const priceObject = (article: Article, reading: Reading, q: Quantity, subject: Subject): string | null =>
  thingInstead(article, reading, q, thingNamed(article, reading, q, subject));

/** "versus OpenAI's $15": what the house sells that the text named before, or the house. */
function thingBeside(article: Article, reading: Reading, q: Quantity): string | null {
  const house = setBeside(reading, q);
  if (!house) return null;
  if (house.kind !== 'product')
    for (let i = reading.index; i >= 0 && i > reading.index - BEFORE; i--) {
      const product = article.entitiesOf(i).findLast((e) => e.kind === 'product' && e.slug === house.slug);
      const { start } = article.sentences[i] ?? { start: 0 };
      if (product) return article.document.body.slice(start + product.start, start + product.end);
    }
  return reading.original.slice(house.start, house.end);
}
/** So many sentences above may name it. */
const BEFORE = 12;

function thingNamed(article: Article, reading: Reading, q: Quantity, subject: Subject): string | null {
  const beside = thingBeside(article, reading, q);
  if (beside) return beside;
  const [start] = clauseAt(reading, q.start);
  const name = (e: Entity): string => reading.original.slice(e.start, e.end);
  const left = reading.entities.filter(
    (e) =>
      e.end <= q.start &&
      isPriced(reading, e) &&
      !(hasHan(reading.text) && isCompared(reading.text, reading.entities, e)),
  );
  const chip = chipBehind(reading, q);
  if (chip) return name(chip);
  // "charges $3.29 for an H100 SXM and $4.99 for a B200"
  const bought = reading.entities.find(
    (e) =>
      (e.kind === 'product' || e.kind === 'chip') &&
      e.start >= q.end &&
      /^(?:[^,.;]|\.\d){0,28} for (?:(?:an?|the|one|each|its|on-demand|reserved|spot) )?(?:on-demand |reserved |spot |new )?$/.test(
        reading.text.slice(q.end, e.start),
      ),
  );
  if (bought) return name(bought);
  const offered = offerBehind(reading, q);
  if (offered) return offered.thing;
  const behindIt = ownerBehind(reading, q)?.product;
  if (behindIt && !left.some((e) => e.start >= start)) return name(behindIt);
  const plan =
    planOfBracket(reading, q) ?? planNamed(reading, q.start) ?? planNamed(reading, priceThenName(reading, q));
  if (plan) return plan;
  // "GPU算力（含A10/H100实例）": what a bracket lists is not the thing itself.
  const bracketed = (e: Entity): boolean => /[(][含如包][^()]*$/.test(reading.text.slice(0, e.start));
  const inClause = left.filter((e) => e.start >= start && !bracketed(e)).at(-1);
  // "Mistral halves the price of Medium 3"
  const after =
    q.unit === 'times' || q.unit === 'percent'
      ? (objectBehind(reading, q.end) ?? (hasHan(reading.text) ? null : movedBehind(reading, q.end)))
      : null;
  if (after) return after;
  const instance = instanceName(reading, inClause ? start : 0, q.start);
  if (instance) return instance;
  // "GitHub doubled the cost of premium requests": a product that acts is not what is priced.
  if (inClause && !actsOn(reading.text, inClause.end, q.start)) return name(inClause);
  const related = left.findLast((e) => RELATIVE.test(reading.text.slice(e.end, q.start)));
  if (related) return name(related);
  const behind = phraseBehind(reading, q.rate && q.rate.end > q.end ? q.rate.end : q.end);
  if (behind && /版|套餐|档|plan|tier|model|模型/.test(behind)) return behind;
  const last = left.at(-1);
  const model = latinName(reading, start, q.start);
  if (model) return model;
  const thing = beforePriceNoun(reading, start, q.start);
  const named = last ? name(last) : latinName(reading, 0, q.start);
  if (thing) return isBare(thing) ? (named ?? thing) : thing;
  // 宣布全线产品价格上调,平均涨幅约20%: the clause says only by how much.
  const above = /^ ?(?:平均|整体|最高|最大|综合)?(?:涨幅|降幅|幅度|上调|下调)/.test(reading.text.slice(start, q.start))
    ? beforePriceNoun(reading, 0, start)
    : null;
  if (above) return above;
  const moved = movedThing(reading, q.start) ?? pricedOf(reading, behindBy(reading.text, q));
  if (moved) return moved;
  // 九款模型中，降幅最大的是Lite：其价格…: a product named in the sentence, rather than what another clause of it begins with.
  const head = hasHan(reading.text) && last ? ownHead(reading, q.start) : clauseHead(reading, q.start);
  const bare = head !== null && isBare(head);
  if (last && bare) return name(last);
  // "- Grok 4.3 (xAI): 1M context, $1.25": what a list item begins with.
  const item = article.blocks[reading.block]?.kind === 'bullet' ? left[0] : undefined;
  // "阿里云百炼：qwen3.8-plus输出价": behind the house its model.
  if (item && item.start <= 4) return last && /\d/.test(name(last)) && !/\d/.test(name(item)) ? name(last) : name(item);
  if (head && !bare && !reading.entities.some((e) => e.kind === 'organisation' && name(e) === head)) return head;
  const announced = last === undefined || last.end <= start ? announcedThing(reading, q.start) : null;
  if (announced) return announced;
  const label = labelOf(reading, q.start);
  if (
    label &&
    !/宣布|公告|发布|降价|涨价|调价|上调|下调|如下/.test(label) &&
    !WHEN.test(label) &&
    !/^(?:input|output|cached|price|pricing|standard|batch|flex|priority|on-demand|reserved|spot|输入|输出|缓存|价格|定价|单价)/i.test(
      label,
    )
  )
    return label;
  const asked = askedAbove(article, reading);
  if (asked) return asked;
  return (
    (last ? name(last) : latinName(reading, 0, q.start)) ??
    (subject.how === 'heading' ? topicModel(article, reading)?.name : undefined) ??
    productAbove(article, reading) ??
    subject.names[0] ??
    head
  );
}

/** "Early 2024", "Q3 2025", "Dec 2025": when, not what. */
const WHEN =
  /^(?:(?:early|mid|late|q[1-4]|h[12]|spring|summer|autumn|fall|winter|end of|jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*[ -]?)*(?:\d{1,2},? )?(?:20\d\d)?(?: launch)?$/i;

/** "What does the Pro plan cost?", "Standard storage in US regions." above an answer or a pronoun: what the sentence is about. */
function askedAbove(article: Article, reading: Reading): string | null {
  if (!/^(?:a(?:nswer)?: ?)?(?:it|they|that|this|[$€£¥])(?![a-z])/.test(reading.text)) return null;
  const above = article.sentences[reading.index - 1];
  if (!above || above.end - above.start > 90) return null;
  const { text, original } = article.reading(reading.index - 1);
  const asked =
    /\b(?:does|do|is|are|will) (?:the |an? )?([\w .'-]{2,40}?) (?:cost|be|go|run|priced|charged|billed)\b.*\?$/.exec(
      text,
    )?.[1] ?? /^(?:q(?:uestion)?: ?)?(?:and|what about|how about) (?:the )?([\w .'-]{2,40})\?$/.exec(text)?.[1];
  if (asked !== undefined) return original.slice(text.indexOf(asked), text.indexOf(asked) + asked.length);
  // A sentence without a verb.
  const phrase = clauseHead(article.reading(reading.index - 1), text.length);
  if (phrase === null || text.search(/[\w]/) !== original.indexOf(phrase)) return null;
  const rest = text.slice(original.indexOf(phrase) + phrase.length);
  return /^(?: (?:in|for|on|of|with|at) [^,;]{2,44})?\.?$/.test(rest) ? original.replace(/\.$/, '') : null;
}

/** "set that floor with V4, where a million tokens cost": a clause that tells of the product right before it. */
const RELATIVE = /^,? (?:where|which|whose|(?:for|on|at|with|of) which)\b[^,;.]*$/;

/** Says what is priced without naming it. */
const BARE =
  /^(?:(?:[但而且并其该此]|其中)? ?(?:api|模型|服务|产品|接口|新模型|推理|调用|实际|官方|支持|首发|最终|百万 ?tokens?)?(?:api|调用|推理|服务|接口|模型|将|在|的)*|续费价?|此时段|一旦.*|the (?:api|model|service)(?:服务|接口|模型)?|.{2,12}(?:将|于\d{1,2}月\d{1,2}日))$/i;
const isBare = (phrase: string): boolean => BARE.test(/[萬將價務產實調優]/.test(phrase) ? fold(phrase) : phrase);

/** A product or a chip, or a house whose model has its name and a number ("DeepSeek V4 Pro"). */
const isPriced = (reading: Reading, e: Entity): boolean =>
  e.kind === 'product' ||
  e.kind === 'chip' ||
  (e.kind === 'organisation' && /\d/.test(reading.text.slice(e.start, e.end)));

const SUCCEEDED =
  /^ ?(?:已|现|正式)?(?:升级|更新|替换|切换|更换|改)(?:为|成|到|至) ?$|^ (?:is |was |has been |will be )?(?:replaced by|upgraded to|succeeded by) (?:the )?$|^ ?(?:→|->) ?$/;

/** The product the lines above speak of: the heading of a list, the sentence before. */
function productAbove(article: Article, reading: Reading): string | null {
  for (let i = reading.index - 1; i >= 0 && i >= reading.index - 10; i--) {
    const { start, end } = article.sentences[i] ?? { start: 0, end: 0 };
    const all = article.entitiesOf(i);
    if (isItemBeside(article, reading, i)) continue;
    // 训练成本仅为 Qwen3-Max 的九分之一: what the one spoken of is set beside.
    const products = all.filter(
      (e) =>
        (e.kind === 'product' || e.kind === 'chip') &&
        // 通义千问团队发布了Qwen4-Flash
        !article.folded.startsWith('团队', start + e.end) &&
        !isCompared(article.folded.slice(start, end), all, e),
    );
    // "A is replaced by B": what is spoken of from there on.
    const product = products.find(
      (e, at) =>
        !products[at + 1] ||
        !SUCCEEDED.test(article.folded.slice(start + e.end, start + (products[at + 1]?.start ?? 0))),
    );
    if (product) return article.document.body.slice(start + product.start, start + product.end);
  }
  return null;
}
