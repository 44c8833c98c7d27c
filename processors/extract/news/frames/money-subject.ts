import type { Article } from '../analysis.ts';
import { isSource } from '../cited.ts';
import { IN_FRONT } from '../context.ts';
import { DOMAIN, type Entity, isActor } from '../entities.ts';
import { giverFor } from '../exchange.ts';
import type { Quantity } from '../quantity.ts';
import type { Reading } from '../reading.ts';
import type { Subject } from '../source-subject.ts';
import { named, subjectOf } from '../subject.ts';
import { hasHan } from '../text.ts';
import { placeBuilding } from './hubs.ts';
import { worldsSpending } from './worlds-spending.ts';

const OFFICERS =
  'chief|ceo|cfo|coo|head|boss|founder|co-founder|chairman|chairwoman|president|executive|management|director|officer|spokes\\w+|treasurer|finance chief|leadership';
/** "Meta's finance chief said", "told analysts": behind the name of a house. */
const OFFICER_SAYS = new RegExp(
  `^(?:['’]s)? (?:[\\w-]+ ){0,3}(?:${OFFICERS})\\b[^.;]{0,40}\\b(?:said|says|told|noted|added|explained|confirmed|disclosed)\\b`,
);
const OFFICER_SAYS_HAN =
  /^的?(?:[^,，。;；:：\d]{0,8}?)(?:联合创始人|创始人|ceo|cfo|首席[^,，。\d]{1,4}官|董事长|总裁|总经理|负责人|高管|管理层|发言人)[^,，。;；]{0,10}(?:说|称|表示|透露|指出|介绍)/;
/** "made up 90% of Nvidia's revenue": whose the whole is, the part is. */
const OF_ITS = /^['’]s (?:[\w-]+ ){0,2}(?:revenues?|sales|turnover|income|profits?|total|business)\b/;
const SHARE_BEHIND = /(?:%|\bhalf|\bthirds?|\bquarters?|\bmost|\bmuch|\bbulk) of (?:the )?$/;

const STATE_ACTS =
  /^(?:in [^,]{2,24}, )?(?:the |south |north |british |german |french |korean |japanese |indian |federal |u\.s\. )*(?:ministry|government|ministries|commission|parliament|congress|senate|administration|treasury|cabinet)\b/;
/** "The Ministry of Science set aside 1.4 trillion won": a state's money, of no house named above. */
export const isStates = ({ text }: Reading, { how }: Subject): boolean =>
  (how === 'carried' || how === 'source' || how === 'title' || how === 'none') && STATE_ACTS.test(text);

/** Asked before every name is looked at. */
const MAY_OWN =
  /\b(?:said|says|told|noted|added|explained|confirmed|disclosed)\b| of [^,;]{2,40}['’]s |说|称|表示|透露|指出|介绍/;
/** Whose a sum is: as of any figure; where nobody is named before it, who says it of himself, or whose the whole is that it is a part of. */
export function subjectOfSum(article: Article, reading: Reading, q: Quantity): Subject {
  const taker = worthTo(reading, q) ?? giverFor(reading, q);
  if (taker) return named(reading, [taker], 'clause');
  const speaker = reading.text.includes(' its ')
    ? reading.entities.find((e) => saysOfItself(reading, q, e))
    : undefined;
  if (speaker) return named(reading, [speaker], 'clause');
  const world = worldsSpending(article, reading, q);
  if (world) return world;
  const place = placeBuilding(reading, q.start);
  if (place) return { slugs: [place.slug], names: [place.name], how: 'clause' };
  const subject = subjectOf(article, reading, q.start, q.end, { strangers: ofOurTrade(reading), makers: true });
  if (subject.how === 'clause' || subject.how === 'sentence' || subject.how === 'label') return subject;
  const maker = hasHan(reading.text) ? makerOfOrdered(reading, q) : undefined;
  if (maker) return named(reading, [maker], 'sentence');
  const owner = MAY_OWN.test(reading.text)
    ? reading.entities.find((e) => isActor(e) && ownsIt(reading, q, e))
    : undefined;
  if (owner) return named(reading, [owner], 'sentence');
  const behind = q.start < 12 && IN_FRONT.test(reading.text.slice(q.end)) ? reading.entities.find(isActor) : undefined;
  if (behind && behind.start >= q.end) return named(reading, [behind], 'sentence');
  const sayer = subject.slugs.length === 0 ? reading.entities.find((e) => saysIt(reading, q, e)) : undefined;
  return sayer ? named(reading, [sayer], 'sentence') : subject;
}

/** "Dell says that xAI and CoreWeave stood behind half of its orders of": who speaks of what is his. */
const saysOfItself = ({ text }: Reading, q: Quantity, e: Entity): boolean =>
  e.kind === 'organisation' &&
  e.start < 6 &&
  e.end < q.start &&
  SAYS_THAT.test(text.slice(e.end, e.end + 40)) &&
  ITS_OWN.test(text.slice(e.end, q.start));
const SAYS_THAT =
  /^ (?:also |now |has |today |itself )*(?:says?|said|reported|announced|disclosed|told (?:[\w'’]+ ){1,3}) ?that /;
const ITS_OWN =
  /\bits (?:[\w-]+ ){0,5}(?:of|at|to|was|were|came to|reached)(?: about| around| some| nearly| over| more than)* $/;

/** It speaks of our trade, or of power or chips beside the sum. */
const ofOurTrade = ({ text, quantities }: Reading): boolean =>
  DOMAIN.test(text) || quantities.some((q) => q.unit === 'watts' || q.unit === 'chips');

/** B200的在手订单超过5000亿美元: whose chip it is that is ordered, where nobody is said to have the orders. */
const makerOfOrdered = ({ text, entities }: Reading, q: Quantity): Entity | undefined =>
  entities.findLast(
    (e) =>
      e.kind === 'chip' &&
      e.end <= q.start &&
      /^(?:系列|芯片|显卡|加速卡|机柜|服务器)?的?(?:在手|未交付|累计|意向|全部)?(?:预?订单|订货)[^,，。;；\d]{0,12}$/.test(
        text.slice(e.end, q.start),
      ),
  );

/** "signed a contract worth up to $15 billion to Nebius": who gets it. */
const worthTo = ({ text, entities }: Reading, q: Quantity): Entity | undefined =>
  /\bworth (?:about |up to |as much as |more than |over |nearly |some )*$/.test(text.slice(0, q.start))
    ? entities.find((e) => e.kind === 'organisation' && e.start >= q.end && text.slice(q.end, e.start) === ' to ')
    : undefined;

function ownsIt({ text }: Reading, q: Quantity, e: Entity): boolean {
  const behind = text.slice(e.end, e.end + 90);
  // 全年达7000亿美元；英伟达首席执行官表示…: of another matter.
  if (e.start >= q.end && /[;；]/.test(text.slice(q.end, e.start))) return false;
  if (OFFICER_SAYS.test(behind) || OFFICER_SAYS_HAN.test(behind)) return true;
  return e.start >= q.end && OF_ITS.test(behind) && SHARE_BEHIND.test(text.slice(q.end, e.start));
}

/** "The group plans to spend $5 billion, SoftBank said.": where no house was named before. */
const saysIt = (reading: Reading, q: Quantity, e: Entity): boolean =>
  e.kind === 'organisation' && e.start >= q.end && isSource(reading, e);
