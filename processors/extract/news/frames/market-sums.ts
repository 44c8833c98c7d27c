import type { Article } from '../analysis.ts';
import { attributionOf } from '../attribution.ts';
import { clauseAt } from '../context.ts';
import type { Draft } from '../draft.ts';
import { isActor } from '../entities.ts';
import type { Cue } from '../lexicon.ts';
import { isPlaceName } from '../places.ts';
import type { Quantity } from '../quantity.ts';
import type { Reading } from '../reading.ts';
import type { Subject } from '../source-subject.ts';
import { hasHan } from '../text.ts';
import { contextBefore, OUR_MARKET } from './market.ts';
import { placeIn, regionBefore } from './region.ts';
import { severalOf } from './several.ts';
import type { Found } from './sums.ts';

/** Whether a sum is a market's: what a branch of ours costs or brings in to all who buy or sell there, and no house. */
export function isMarketsSum(
  article: Article,
  reading: Reading,
  q: Quantity,
  found: Found,
  subject: Subject,
  previous: Draft | null,
): boolean {
  const { kind } = found.cue;
  if (kind === 'market') return true;
  if (kind !== 'revenue' && kind !== 'spend' && kind !== 'capex' && kind !== 'investment') return false;
  if (takenIn(reading, found)) return true;
  // AI业务收入400亿元: a business is a house's.
  if (kind === 'revenue' && /业务的?(?:总|营业|净)?$/.test(reading.text.slice(0, found.cue.start))) return false;
  if (actsHere(reading, q, found.cue) || severalOf(article, reading, q)) return false;
  // "a revenue run rate of $10 billion": only a house has one.
  if (RUN_RATE.test(reading.text.slice(found.cue.start, found.cue.end))) return false;
  const counter = attributionOf(article, reading, null);
  // "..., the finance chief said": of his own house, he measures no market.
  const measured = counter !== null && !reading.entities.some((e) => e.kind === 'person' && e.slug === counter);
  const told = stretchOf(reading, q, found);
  // 云业务收入65亿元: what nobody has measured, of no place, is a house's, whether it is named or not.
  // So is it in a broker's note on a house, behind another figure of its own.
  const goesOn = previous?.kind === 'financial' && reading.start - previous.quoteEnd < 4;
  if (
    kind === 'revenue' &&
    (!measured || goesOn) &&
    BARE_CLOUD.test(reading.text.slice(0, found.cue.start)) &&
    !BUYERS.test(told)
  )
    return false;
  const actors = told.replace(COUNTER, '').replace(SPENT_ON_CLOUDS, '');
  if ((kind === 'spend' || kind === 'revenue' ? SELLERS : HOUSES).test(actors)) return false;
  // "end-user spending on CIPS": of the branch the text is about.
  const named =
    OUR_MARKET.test(told) ||
    ((BY_ALL.test(told) || (kind === 'spend' && measured)) && OUR_MARKET.test(contextBefore(article, reading))) ||
    (kind === 'revenue' && /-maas$/.test(previous?.subject ?? ''));
  if (!named) return false;
  // "Reliance will spend": a house that is in no list.
  if (spendsItself(reading, found, subject)) return false;
  const nobody = subject.slugs.length === 0 || (ofPlace(subject) && TRADE.test(told));
  // What houses put into it is theirs; of a country or the world somebody has to measure it.
  if (kind === 'investment' || kind === 'capex')
    return hasHan(reading.text)
      ? kind === 'investment' &&
          (investedIn(article, reading, found) ||
            (measured && nobody && /^总?规模/.test(reading.text.slice(found.cue.end))))
      : measured || (kind === 'investment' && nobody && ALL_OVER.test(told));
  // "GPU rental made $18 billion last year": where the figures before are not of a house.
  if (nobody || (EARNS.test(reading.text.slice(found.cue.start, found.cue.end)) && previous?.kind !== 'financial'))
    return true;
  return measured || (kind === 'spend' && (BUYERS.test(told) || SPENDING_ON.test(reading.text)));
}

/** "Global AI infrastructure investment will reach": of nobody in particular. */
const ALL_OVER = /\b(?:global|worldwide|the world's) (?:[\w-]+ ){0,4}investments?\b/;
const BARE_CLOUD = /(?:^|[,，;；:： 季度年的])(?:智能|ai|公有)?云(?:计算|智能|业务|服务)*的?(?:总|营业)?$/;

/** A house acts in the clause of a sum or before it. */
export function actsHere({ text, entities, clauses }: Reading, q: Quantity, cue: Cue): boolean {
  const reach = Math.max(q.end, cue.end);
  const end = clauses.find((at) => at >= reach) ?? text.length;
  const share = SHARE_OF.exec(text.slice(0, q.start))?.index ?? 0;
  return entities.some(
    (e) => isActor(e) && e.start < end && e.end > share && !WENT_TO.test(text.slice(reach, e.start)),
  );
}

/** "AWS took 28% of the $119 billion spent on": whoever has a share of a sum, the sum is everybody's. */
const SHARE_OF =
  /(?:%|\bshare|\bslice|\bhalf|\b(?:third|quarter|fifth|tenth)s?|\bmost|\bmuch|\bpart) (?:share )?(?:of|in) (?:the |an? )?(?:[\w'’&-]+ ){0,8}$/;

/** "... that firms paid for it went to AWS and Azure": who got it. */
const WENT_TO = /\b(?:went|goes|going|flowed) to [^,;]{0,60}$/;

const RUN_RATE = /^(?:run[- ]rate|arr\b|年化|运行率)/;
/** 市场调研公司: who counts is no seller. */
const COUNTER = /(?:调研|研究|咨询|调查|分析|数据)(?:公司|机构|集团|企业)/g;
/** "Spending on hardware for clouds of all kinds reached": what is bought for them, by whomever. */
const SPENT_ON_CLOUDS =
  /^(?:[\w-]+ ){0,2}(?:spending|outlays?|expenditures?) on (?:(?!by |at |from |of the )[\w&/-]+ ){1,8}?for (?:the )?(?:[\w-]+ ){0,2}clouds?\b/;
/** All up to the end of the clause of a sum and its word. */
const stretchOf = (reading: Reading, q: Quantity, { cue }: Found): string => {
  const { text, entities } = reading;
  const counter = entities.find((e) => e.kind === 'reporter' && e.end <= q.start);
  // "As the large clouds report, Omdia says that cloud revenues": what leads up to the one who counts is no part of it.
  const from = counter && ASIDE.test(text.slice(0, counter.start)) ? counter.end : 0;
  return text.slice(from, clauseAt(reading, Math.max(q.end, cue.end))[1]);
};
const ASIDE = /^(?:with|as|after|although|though|while|because|since|now that|when|once|even as|despite) [^;]*, $/;

/** "Korea's cloud industry had sales of": a place, taken for a house. */
const ofPlace = ({ names }: Subject): boolean => isPlaceName((names[0] ?? '').toLowerCase());
function spendsItself({ original }: Reading, { cue }: Found, { how, names }: Subject): boolean {
  const name = names[0] ?? '';
  const at = how === 'unknown' && name !== '' ? original.lastIndexOf(name, cue.start) : -1;
  if (at < 0 || isPlaceName(name.toLowerCase()) || placeIn(name.toLowerCase()) || BUYERS.test(name.toLowerCase()))
    return false;
  return ACTS_ON.test(original.slice(at + name.length, cue.start));
}
/** Between a house and what it does with its money. */
const ACTS_ON =
  /^(?:,? (?:has|had|have|will|would|is|was|now|already|also|plans to|expects to|wants to|intends to|is to))* $/;
const TRADE = /\b(?:industry|industries|sector|segment|trade|scene|businesses|companies)\b/;

/** Who has revenue or capital spending of his own. */
const SELLERS =
  /\b(?:hyperscalers?|big (?:tech|three|four|five|six)|clouds|(?:tech|technology|cloud|internet|software) (?:giants?|groups?|firms?)|(?:cloud|service|infrastructure|model) (?:providers?|vendors?|operators?|makers?)|vendors?|operators?|giants?|csps?|carriers?|makers?|labs?|builders?|spenders?|start-?ups?|(?:the|this|that|one) (?:company|firm|group|chipmaker|provider|business|unit|division|segment)|(?:its|our) (?:[\w-]+ ){0,3}(?:revenues?|sales|turnover|spending|capex|capital|outlays?|investments?|budget)|we)\b|厂商|巨头|公司(?!认为|预计|预测)|服务商|运营商|大厂|[云科]商|我们(?!预[计测期]|认为|估计|估算|相信|看到|判断)|业务贡献|板块|集团/;
const HOUSES = new RegExp(`${SELLERS.source}|\\b(?:companies|providers?|firms|groups)\\b|企业`);
const BUYERS =
  /market|end[- ]user|enterprise|customers|businesses|companies|organi[sz]ations|consumers|buyers|worldwide|global|world|services|software|市场|全球|企业|用户|客户|国内|中国/;
const BY_ALL =
  /\b(?:end[- ]users?|worldwide|global|enterprise) (?:[\w-]+ )?(?:spending|outlays?|expenditures?) on\b|\b(?:the world|businesses|companies|enterprises|customers|users|organi[sz]ations) (?:has |have |had |will |would |is |are |now |to )*(?:spent|spends?|paid|pays?)\b/;
export const SPENDING_ON = /^(?:[\w-]+ ){0,2}(?:spending|outlays?|expenditures?) on /;
const EARNS = /^(?:ma[dk]|earn|took|tak|br[io]|turn)/;

/** 全球服务器市场收入达到612亿美元, "sales in the market for AI accelerators passed $200 billion" */
const takenIn = ({ text, entities }: Reading, { cue }: Found): boolean =>
  cue.kind === 'revenue' &&
  (/市场的?(?:总|整体|营业)?$/.test(text.slice(0, cue.start)) ||
    /^ (?:in|of|on|from) (?:the |an? )?(?:[\w'’&-]+ ){0,5}market\b/.test(text.slice(cue.end))) &&
  OUR_MARKET.test(text) &&
  !entities.some((e) => isActor(e) && e.end <= cue.start);

/** Gartner预计，2028年全球数据中心投资将达…: of a country or the world, by no houses; 全球AI算力投资 by its own words. */
function investedIn(article: Article, reading: Reading, { cue }: Found): boolean {
  const { text, entities } = reading;
  const reporter = entities.find((e) => e.kind === 'reporter' && e.slug !== 'wall-street');
  const from = reporter && reporter.end <= cue.start ? reporter.end : 0;
  const region = regionBefore(article, reading, from, cue.start);
  if (!region) return false;
  const branch = text.slice(region.end, cue.start);
  return OUR_MARKET.test(branch) && (from > 0 || /^[^,，。;；将拟在为对向计投]{2,14}$/.test(branch));
}

/** "Trailing twelve-month revenues stand at", "the market's annual run rate is past": of the market just told. */
export const ALL_REVENUE =
  /\b(?:the|this|that|its) (?:whole |overall |entire )?(?:market|industry|sector)(?:'s| has| now has| had)? (?:an? )?(?:annual(?:i[sz]ed)? |yearly )?(?:run[- ]rate|pace)\b|^(?:(?:trailing|rolling|annual|total|full-year|yearly|quarterly|worldwide|global|combined|overall|twelve-month|the|last|past|year's|12-month),? )+(?:market |industry )?(?:revenues?|sales|turnover)\b/;
