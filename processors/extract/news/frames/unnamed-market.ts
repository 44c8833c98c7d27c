import type { Article } from '../analysis.ts';
import { attributionOf } from '../attribution.ts';
import { clauseAt } from '../context.ts';
import type { Draft } from '../draft.ts';
import { isActor } from '../entities.ts';
import type { Cue } from '../lexicon.ts';
import type { Quantity } from '../quantity.ts';
import type { Reading } from '../reading.ts';
import { subjectOf } from '../subject.ts';
import { hasHan } from '../text.ts';
import { marketCounted } from './counted-market.ts';
import { ledByFigure } from './figure-led-market.ts';
import { marketPhrase, OUR_MARKET, readMarket } from './market.ts';
import { actsHere } from './market-sums.ts';

const BRANCH =
  /cloud|[imsp]aas|\bai\b|inference|serverless|gpu|data cent|colocation|云|人工智能|大模型|算力|智算|推理|数据中心/;
/** "GPU rental", "AI inference": the words of a branch, from the first on. */
const NAME_OF_BRANCH =
  /^[a-z][\w-]*(?: (?:cloud|rental|renting|hosting|compute|computing|storage|services|capacity|inference|infrastructure|software|chips?|servers?|cent(?:er|re)s?|agents?))*/;
/** "a $330 billion business", "the sovereign AI segment could be worth": what is bought and sold, by a word that leaves open where. */
const TRADE_BEHIND =
  /^(?:-a-year)?[ -](?:a year )?(?:business|industry|segment|sector|trade|category|niche|opportunity)\b/;
const TRADE_BEFORE = /\b(?:business|industry|segment|sector|trade|category|niche)\b/;
/** "GPU rental is set to grow from": what is said of a branch, where a sentence begins with it. */
const GROWS =
  /\b(?:(?:is|are) (?:widely )?(?:set|expected|projected|forecast|likely|poised|due|tipped|on course) to (?:grow|reach|rise|hit|climb|become|exceed|top|expand|swell|be)|(?:will|could|would|should|may) (?:grow|reach|rise|hit|climb|become|exceed|top|expand|swell|be)|(?:has|have) (?:grown|swollen|risen)|grew|swelled|expanded)\b/;
/** So far from the beginning of a sentence stands what it is about, in UTF-16 units. */
const FIRST_WORDS = 30;
const EVERYWHERE = /\b(?:worldwide|global(?:ly)?|the world(?:'s)?)\b|全球|全国|我国|国内/;
const FOR_BRANCH = /^ (?:for|on|in) (?:the )?[^,.;:]{2,50}/;
/** What says that a branch is so large, and no more. */
const AMOUNTS_TO =
  /(?:\b(?:is|was|were|are|be|been|worth|reach(?:ed|es)?|hit|total(?:s|led|ed)?|c[ao]mes? to|stands at|stood at|at|to)|:|[为达到至是值有约近超])(?: ?(?:now|about|around|nearly|some|over|more than|just|only|up to|as much as|at least|an? (?:estimated |mere )?))* ?[~≈]?$/;

/**
 * A sum that no word says the kind of, where a branch is what the sentence speaks of: "China's public cloud was worth $24.11 billion,
 * IDC reports", "Serverless is a $26 billion business".
 */
export function readUnnamedMarket(article: Article, reading: Reading, q: Quantity): Draft | null {
  const { text } = reading;
  const whole: Cue = { kind: 'market', start: q.start, end: q.start };
  if (Number(q.min ?? q.max) < 100_000_000 || actsHere(reading, q, whole)) return null;
  const measured = attributionOf(article, reading, null) !== null;
  const item =
    itemOfMarkets(article, reading, q) ?? ledByFigure(article, reading, q) ?? partOfSplit(article, reading, q);
  if (item) return readMarket(article, reading, q, { cue: whole, cost: 61 }, item);
  const topic = (measured ? marketAbove(article, reading, q) : null) ?? marketCounted(article, reading, q);
  if (topic) return readMarket(article, reading, q, { cue: whole, cost: 61 }, topic);
  // 购入约350亿美元硬件，约合1吉瓦算力: what stands behind the figure does not say what it is of.
  const at = text.slice(0, q.start).search(BRANCH);
  if (at >= 0 && (measured || isWorth(article, reading, q))) {
    const end = at + (NAME_OF_BRANCH.exec(text.slice(at, q.start))?.[0].length ?? 2);
    return readMarket(article, reading, q, { cue: { kind: 'market', start: at, end }, cost: 61 });
  }
  // "Goldman's estimate of $85 billion for AI servers"
  const behind = measured && at < 0 ? FOR_BRANCH.exec(text.slice(q.end)) : null;
  return behind && BRANCH.test(behind[0])
    ? readMarket(article, reading, q, { cue: { ...whole, start: q.end, end: q.end + behind[0].length }, cost: 61 })
    : null;
}

/** What an item of a list may say before its sum: a name, and when. */
const LABEL =
  /^[*_\s•·-]*([a-z\u4e00-\u9fff][\w&/+ '’.()（）\u4e00-\u9fff-]{0,48}?)[*_]*(?: ?[:：–-]| (?:at|is|was)) ?(?:about |约)?$/;
const HEADS_LIST =
  /\b(?:markets?|spending|spend|sales|revenues?|business|industry|how (?:big|large)|outlays|projections|forecasts)\b|市场|规模|支出|产业|收入/;

/**
 * "Gartner's forecast for cloud spending by region: - China: $47 billion", "AI infrastructure market, 2025" over "Servers: $180 billion":
 * the name of an item of a list that stands under a line, or a title, about a market; null where it is none.
 */
function itemOfMarkets(article: Article, reading: Reading, q: Quantity): string | null {
  if (DATED.test(reading.text.slice(0, q.start))) return marketOverYears(article, reading);
  const label = LABEL.exec(reading.text.slice(0, q.start))?.[1];
  if (label === undefined || reading.entities.some((e) => isActor(e))) return null;
  let i = reading.index - 1;
  // "**2024:**" over a few of the items says when, not of what.
  while (i >= 0 && article.sentences[i]?.block !== reading.block && (isItem(article, i) || isYear(article, i))) i--;
  const above = i >= 0 ? article.reading(i) : null;
  if (above && above.block === reading.block) return null;
  const said = above ? `${above.text} ${PROJECTED.test(above.text) ? label : ''}` : article.titleText;
  if (!HEADS_LIST.test(said) || !OUR_MARKET.test(said) || /\bsav(?:ings?|es|ed)\b/.test(said)) return null;
  if ((above ? above.entities : article.titleEntities).some(isActor)) return null;
  const at = reading.text.indexOf(label);
  return reading.original.slice(at, at + label.length).trim();
}

/** "- 2024: ", "Q2 2026 — ": an item that says when, and how much. */
const DATED =
  /^[*_\s•·-]*(?:fy ?|[qh][1-4] |early |mid-|late |end of |in |by )*20\d\d ?(?:e|f|\((?:e|f|est\.?|forecast|projected|预测|预计)\)|年(?:预计)?)?(?: alone)?[*_]* ?(?:[:：–—-]|->|→)[*_]* ?(?:about |over |more than |nearly |[~≈>]|约|超)?$/;
const OF_A_MARKET =
  /\b(?:markets?|industry|spending|outlays|tam|how (?:big|large)|forecasts?|projections?)\b|市场|产业|支出|预测/;

/** "## AI server market" over "- 2025: $236 billion": the name of the market that the lines over items of years are about, the nearest first; null where they name none, or a house. */
function marketOverYears(article: Article, reading: Reading): string | null {
  if (reading.entities.some(isActor)) return null;
  const over: string[] = [];
  let level = Number.POSITIVE_INFINITY;
  for (let i = reading.index - 1; i >= 0 && i >= reading.index - YEARS; i--) {
    const above = article.reading(i);
    const block = article.blocks[above.block];
    if (
      above.block === reading.block ||
      !block ||
      (isItem(article, i) && DATED.test(above.text.replace(/[$€£¥\d][^:]*$/, '')))
    )
      continue;
    if (block.kind === 'heading' ? block.level >= level : over.length > 0 || block.kind !== 'paragraph') continue;
    if (above.entities.some(isActor)) return null;
    over.push(above.original);
    if (block.kind === 'heading') level = block.level;
  }
  if (article.titleEntities.some(isActor)) return null;
  over.push(article.document.title ?? '');
  const [said, named] = [over.join(' '), over.find((line) => OUR_MARKET.test(line.toLowerCase()))];
  return named !== undefined && OF_A_MARKET.test(said.toLowerCase()) && !/\bsav(?:ings?|es|ed)\b/i.test(said)
    ? named.replace(/^[#*_\s\d.]+|[#*_\s:：]+$/g, '')
    : null;
}
/** So many lines up a list of years is headed. */
const YEARS = 40;

/** 报告把国内大模型市场切成两块。面向机构的为47亿元，面向个人的6亿元: the market that the sentence before takes apart, where this one names parts and sums alone. */
function partOfSplit(article: Article, reading: Reading, q: Quantity): string | null {
  if (!hasHan(reading.text) || reading.entities.some(isActor) || reading.cues.some((cue) => cue.kind !== 'not_usage'))
    return null;
  const before = article.thread.above(reading.index);
  if (article.sentences[before]?.block !== reading.block) return null;
  const above = article.reading(before);
  if (above.entities.some(isActor) || above.quantities.some((o) => o.unit === 'money' && o.large)) return null;
  if (!/市场|产业|赛道/.test(above.text) || !OUR_MARKET.test(above.text) || !SPLIT.test(above.text)) return null;
  return PART.test(reading.text.slice(clauseAt(reading, q.start)[0], q.start))
    ? marketPhrase(above, q, { kind: 'market', start: 0, end: 0 })
    : null;
}
const SPLIT = /[切拆分划][成为开]|拆解|细分|构成|结构|口径|分(?:区域|部署|层|行业|客户|场景)/;
const PART =
  /(?:^|[的者类端块部分侧云态构式计])(?:大?约|为|是|有|仅|只有?|达到?|占去?|贡献了?|剩下|合计|近|超过?|逾)+ ?$|合计 ?$/;

const PROJECTED = /\b(?:projections|forecasts)\b/;

/** "**2024:**", a line of nothing but a year. */
const isYear = ({ folded, sentences }: Article, index: number): boolean => {
  const { start, end } = sentences[index] ?? { start: 0, end: 0 };
  return /^[*_ ]*(?:fy ?)?20\d\d ?年?[*_ ]*[:：]?[*_ ]*$/.test(folded.slice(start, end));
};

/** Another item of a list: a bullet, or a line that has a label and a figure and is no sentence. */
function isItem(article: Article, index: number): boolean {
  const { block, start, end } = article.sentences[index] ?? { block: -1, start: 0, end: 0 };
  return (
    article.blocks[block]?.kind === 'bullet' ||
    /^[^:：.。]{1,50}[:：] ?[^a-z]*\d/.test(article.folded.slice(start, end))
  );
}

/** Nobody measured it; but it is called a business, or the world's, and no house is spoken of. */
function isWorth(article: Article, reading: Reading, q: Quantity): boolean {
  const lead = reading.text.slice(0, q.start);
  const everywhere = EVERYWHERE.test(lead);
  const trade = TRADE_BEHIND.test(reading.text.slice(q.end)) || (TRADE_BEFORE.test(lead) && AMOUNTS_TO.test(lead));
  const grows = GROWS.test(lead) && lead.search(BRANCH) < FIRST_WORDS;
  if (!trade && !grows && !(everywhere && AMOUNTS_TO.test(lead))) return false;
  return everywhere || subjectOf(article, reading, q.start, q.end, { strangers: true }).slugs.length === 0;
}

/** "中国AI云还不大。按机构的测算，2024年为209亿元": the branch that the sentence before is about, where this one names a date and a sum alone. */
function marketAbove(article: Article, reading: Reading, q: Quantity): string | null {
  const before = article.thread.above(reading.index);
  if (article.sentences[before]?.block !== reading.block || article.entitiesOf(before).some(isActor)) return null;
  const [start] = clauseAt(reading, q.start);
  const bare =
    reading.dates.some((d) => d.start >= start && d.end <= q.start) &&
    /^(?:到|至)?[\d年]*(?:约|将|为|是|可|达|有望|跳|跃|升|增|长|至|到|超|逾|近|过|预计|大)*$/.test(
      reading.text.slice(start, q.start).trim(),
    );
  if (!bare) return null;
  const above = article.reading(before);
  const said =
    /^(?:[^,，]{0,8}[,，])?([\u4e00-\u9fffa-z0-9 ]{2,16}?)(?:市场|行业|产业|赛道|这[块个条]|仍|还|尚|正|已|[,，。])/.exec(
      above.text,
    );
  if (!said?.[1] || !OUR_MARKET.test(said[1]) || above.quantities.some((other) => other.unit === 'money')) return null;
  const from = said[0].indexOf(said[1]);
  return above.original.slice(from, from + said[1].length);
}
